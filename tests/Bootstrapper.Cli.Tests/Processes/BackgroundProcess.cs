using System.Diagnostics;

namespace Bootstrapper.Cli.Tests.Processes;

/// <summary>A command that goes on while others run, until this is disposed of.</summary>
internal sealed class BackgroundProcess : IDisposable
{
    private Process? _process;

    /// <summary>Starts it.</summary>
    /// <returns>The first line of its standard output and that of its standard error.</returns>
    public string Start(string folder, params string[] arguments)
    {
        _process = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "simboot.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        return $"{_process.StandardOutput.ReadLine()}\n{_process.StandardError.ReadLine()}\n";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process?.Kill();
        _process?.WaitForExit();
        _process?.Dispose();
    }
}
