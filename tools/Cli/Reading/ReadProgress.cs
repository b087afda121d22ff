using Bootstrapper.Cli.Output;
using Spectre.Console;

namespace Bootstrapper.Cli.Reading;

/// <summary>The progress of a reading on standard error, if that is a screen.</summary>
internal sealed class ReadProgress : IReadProgress
{
    private readonly ProgressTask _task;

    private ReadProgress(ProgressTask task)
    {
        _task = task;
        _task.IsIndeterminate = true;
    }

    /// <summary>Runs a reading under a progress bar, which is gone when it ends.</summary>
    /// <param name="console">Where to show it; if that is no screen, it is not shown.</param>
    /// <param name="read">Reads, and tells its progress.</param>
    public static SimReading Follow(IAnsiConsole console, Func<IReadProgress?, SimReading> read)
    {
        if (!console.Profile.Capabilities.Interactive)
            return read(null);

        SimReading? reading = null;
        console.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new ProgressBarColumn(), new TaskDescriptionColumn())
            .Start(context => reading = read(new ReadProgress(context.AddTask("opening the port"))));
        return reading!;
    }

    /// <inheritdoc/>
    public void Step(string text)
    {
        _task.IsIndeterminate = true;
        _task.Description = Markup.Escape(Terminal.Printable(text));
    }

    /// <inheritdoc/>
    public void Bytes(int read, int? size)
    {
        _task.IsIndeterminate = size is null;
        if (size is { } known)
        {
            _task.MaxValue = Math.Max(known, 1);
            _task.Value = read;
        }

        _task.Description = $"{WholeFileReader.BootstrapName}: {read}{(size is null ? "" : $" of {size}")} bytes";
    }
}
