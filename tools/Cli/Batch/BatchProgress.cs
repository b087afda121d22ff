using Bootstrapper.Cli.Output;
using Spectre.Console;

namespace Bootstrapper.Cli.Batch;

/// <summary>The progress bar of a batch, where somebody looks at standard error.</summary>
/// <param name="share">Tells the share that is done, 0..1, null where it can't be known.</param>
/// <param name="summary">Tells what was done so far.</param>
internal sealed class BatchProgress(Func<double?> share, Func<string> summary)
{
    /// <summary>Does the work, and shows how it gets on.</summary>
    /// <param name="terminal">Where to show it.</param>
    /// <param name="work">The work; it calls what it is given when it has got on.</param>
    public T Follow<T>(Terminal terminal, Func<Action, T> work)
    {
        if (!terminal.Progress.Profile.Capabilities.Interactive)
            return work(() => { });

        return terminal.Progress.Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new TaskDescriptionColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask(summary(), maxValue: 1);
                task.IsIndeterminate = share() == null;
                return work(() =>
                {
                    task.Value = share() ?? 0;
                    task.Description = summary();
                });
            });
    }
}
