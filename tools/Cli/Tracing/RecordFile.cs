using Bootstrapper.Cli.Output;
using Bootstrapper.Simulator;

namespace Bootstrapper.Cli.Tracing;

/// <summary>A file in which a dialogue is recorded as it goes; for its owner only, as keys and PINs are in it.</summary>
internal sealed class RecordFile : IDisposable
{
    private readonly string _path;
    private readonly StreamWriter _writer;
    private readonly TraceRecorder _recorder;
    private CommandException? _trouble;

    private RecordFile(string path, Stream stream)
    {
        _path = path;

        // What was recorded is there however the program ends.
        _writer = new StreamWriter(stream) { AutoFlush = true, NewLine = "\n" };
        _recorder = new TraceRecorder(_writer);
    }

    /// <summary>Creates the file in place of one that may be there.</summary>
    /// <exception cref="CommandException">It can't be.</exception>
    public static RecordFile Create(string path)
    {
        try
        {
            return new RecordFile(path, OutputFile.Create(path));
        }
        catch (Exception e) when (FileTrouble.Is(e))
        {
            throw Trouble(path, e);
        }
    }

    /// <summary>Records bytes that were sent to the modem.</summary>
    /// <exception cref="CommandException">The file can't be written, now or earlier.</exception>
    public void Sent(ReadOnlySpan<byte> bytes)
    {
        RequireFile();
        try
        {
            _recorder.Sent(bytes);
        }
        catch (IOException e)
        {
            throw _trouble = Trouble(_path, e);
        }
    }

    /// <summary>Records bytes that came from the modem.</summary>
    /// <exception cref="CommandException">The file can't be written, now or earlier.</exception>
    public void Received(ReadOnlySpan<byte> bytes)
    {
        RequireFile();
        try
        {
            _recorder.Received(bytes);
        }
        catch (IOException e)
        {
            throw _trouble = Trouble(_path, e);
        }
    }

    /// <summary>Writes what is not complete yet, and closes the file.</summary>
    public void Dispose()
    {
        try
        {
            if (_trouble is null)
                _recorder.Flush();
            _writer.Dispose();
        }
        catch (IOException)
        {
            // Which has been said, or is about the last line.
        }
    }

    private void RequireFile()
    {
        if (_trouble is not null)
            throw _trouble;
    }

    private static CommandException Trouble(string path, Exception e) =>
        new(ExitCode.Usage, $"{path}: can't be written: {FileTrouble.Reason(e)}", e);
}
