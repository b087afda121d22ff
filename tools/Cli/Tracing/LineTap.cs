namespace Bootstrapper.Cli.Tracing;

/// <summary>Passes what goes over a line, on any thread, to a view and to a record, where there are such.</summary>
internal sealed class LineTap(TraceView? view, RecordFile? record)
{
    private readonly Lock _gate = new();

    /// <summary>Takes bytes that go to the modem.</summary>
    public void Sent(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            view?.Sent(bytes);
            record?.Sent(bytes);
        }
    }

    /// <summary>Takes bytes that come from the modem.</summary>
    public void Received(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            view?.Received(bytes);
            record?.Received(bytes);
        }
    }
}
