namespace Bootstrapper.Simulator;

/// <summary>A modem that answers as the one of a trace did: the same commands, in the same order, with the same bytes after
/// the same time.</summary>
/// <remarks>One caller at a time.</remarks>
public sealed class TraceReplay
{
    private static readonly ModemBehavior _unsplit = new();

    private readonly Trace _trace;
    private readonly OutputQueue _output;
    private readonly List<byte> _written = [];
    private int _next;
    private TraceException? _deviation;

    /// <summary>Starts a replay.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="time">The clock of all delays; the system's where null.</param>
    public TraceReplay(Trace trace, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(trace);
        _trace = trace;
        _output = new(time ?? TimeProvider.System);
        Answer();
    }

    /// <summary>Gets the time until <see cref="Read"/> has something; null while nothing is on its way.</summary>
    public TimeSpan? NextOutput => _output.Next;

    private TraceEvent? Expected => _next < _trace.Events.Count ? _trace.Events[_next] : null;

    /// <summary>Sends bytes to the modem.</summary>
    /// <exception cref="TraceException">The client of the trace has sent something else, here or earlier.</exception>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        foreach (byte b in bytes)
        {
            if (_deviation is not null)
                throw _deviation;

            // The LF that some send behind the CR is no command.
            if (b == '\n' && _written.Count == 0)
                continue;

            _written.Add(b);
            if (IsComplete(b))
                Take();
        }
    }

    /// <summary>Reads what has arrived from the modem by now, without waiting.</summary>
    /// <returns>The number of bytes, 0 for nothing yet; never more than what arrived at one time.</returns>
    public int Read(Span<byte> buffer) => _output.Read(buffer);

    /// <summary>Checks that the client has sent all that the one of the trace has.</summary>
    /// <exception cref="TraceException">It has not.</exception>
    public void End()
    {
        if (_deviation is not null)
            throw _deviation;

        if (Expected is { } expected)
            throw Deviation(TraceText.Describe(Wanted(expected)), _written.Count == 0 ? "nothing" : null);

        if (_written.Count > 0)
            throw Deviation("no more", null);
    }

    // A command is complete with its CR, bytes that are no command as soon as there are as many as in the trace.
    private bool IsComplete(byte last)
    {
        if (Expected is not { } expected || Wanted(expected).EndsWith("\r"u8))
            return last == '\r';

        return _written.Count == Wanted(expected).Length;
    }

    private void Take()
    {
        if (Expected is not { } expected)
            throw Deviation("no more", null);

        ReadOnlySpan<byte> wanted = Wanted(expected);
        if (!wanted.SequenceEqual(_written.ToArray()))
            throw Deviation(TraceText.Describe(wanted), null);

        _written.Clear();
        _next++;
        Answer();
    }

    private void Answer()
    {
        TimeSpan delay = TimeSpan.Zero;
        List<byte> together = [];
        for (; Expected is { } e && !IsCommand(e); _next++)
        {
            if (e.Delay > TimeSpan.Zero)
                Send(together, delay);

            delay += e.Delay;
            if (!e.IsSent)
                together.AddRange(e.Bytes.Span);
        }

        Send(together, delay);
    }

    // What arrived at the same time arrives in one piece.
    private void Send(List<byte> together, TimeSpan delay)
    {
        _output.Add(together.ToArray(), delay, _unsplit);
        together.Clear();
    }

    private TraceException Deviation(string expected, string? got)
    {
        int line = Expected?.Line ?? (_trace.Events.Count > 0 ? _trace.Events[^1].Line : 1);
        _deviation = new(line, $"expected {expected}, got {got ?? TraceText.Describe(_written.ToArray())}");
        return _deviation;
    }

    private static bool IsCommand(TraceEvent e) => e.IsSent && !Wanted(e).IsEmpty;

    // A LF counts neither here nor there.
    private static ReadOnlySpan<byte> Wanted(TraceEvent expected) => expected.Bytes.Span.Trim((byte)'\n');
}
