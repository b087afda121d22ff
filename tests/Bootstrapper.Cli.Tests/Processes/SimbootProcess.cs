using System.Diagnostics;
using System.Text;

namespace Bootstrapper.Cli.Tests.Processes;

/// <summary>The tool as a process of its own, its standard streams in our hands.</summary>
internal sealed class SimbootProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _error;

    private SimbootProcess(ProcessStartInfo start)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        _process = Process.Start(start)!;
        _error = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Gets the process ID.</summary>
    public int Id => _process.Id;

    /// <summary>Starts a command that goes on.</summary>
    public static SimbootProcess Start(params string[] arguments) =>
        new(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "simboot.dll"), .. arguments]));

    /// <summary>Runs a command to its end.</summary>
    public static ProcessResult Run(byte[]? input, params string[] arguments)
    {
        using SimbootProcess process = Start(arguments);
        return process.End(input);
    }

    /// <summary>Runs a command to its end in a folder.</summary>
    public static ProcessResult RunIn(string folder, params string[] arguments)
    {
        using SimbootProcess process = new(
            new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "simboot.dll"), .. arguments]) { WorkingDirectory = folder });
        return process.End(null);
    }

    /// <summary>Runs another program to its end.</summary>
    public static ProcessResult RunProgram(ProcessStartInfo start)
    {
        using SimbootProcess process = new(start);
        return process.End(null);
    }

    /// <summary>Reads a line of standard output.</summary>
    public string? ReadLine() => _process.StandardOutput.ReadLine();

    /// <summary>Gives it its standard input and waits for its end.</summary>
    public ProcessResult End(byte[]? input)
    {
        using MemoryStream output = new();
        Task copied = _process.StandardOutput.BaseStream.CopyToAsync(output);
        try
        {
            _process.StandardInput.BaseStream.Write(input ?? []);
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without having read it.
        }

        copied.Wait();
        _process.WaitForExit();
        return new ProcessResult(_process.ExitCode, output.ToArray(), _error.Result.ReplaceLineEndings("\n"));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}

/// <summary>How a process ended.</summary>
internal sealed record ProcessResult(int Code, byte[] Output, string Error)
{
    /// <summary>Gets standard output as text.</summary>
    public string Text => Encoding.UTF8.GetString(Output).ReplaceLineEndings("\n");
}
