using Bootstrapper.Simulator;

namespace Bootstrapper.Cli.Tracing;

/// <summary>Passes what goes over a line, on any thread, to a view and a recorder, where there are such.</summary>
internal sealed class LineTap(TraceView? view, TraceRecorder? recorder)
{
    private readonly Lock _gate = new();

    /// <summary>Takes bytes that go to the modem.</summary>
    public void Sent(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            view?.Sent(bytes);
            recorder?.Sent(bytes);
        }
    }

    /// <summary>Takes bytes that come from the modem.</summary>
    public void Received(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            view?.Received(bytes);
            recorder?.Received(bytes);
        }
    }

    /// <summary>Passes on what is not complete yet.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            view?.Flush();
            recorder?.Flush();
        }
    }
}
