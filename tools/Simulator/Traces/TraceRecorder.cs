namespace Bootstrapper.Simulator;

/// <summary>Records a dialogue with a modem as a <see cref="Trace"/>, each event as soon as it is complete.</summary>
/// <remarks>
/// A trace holds all that went over the line: whatever keys and PINs were read and entered are in it. One caller at a time.
/// </remarks>
/// <param name="writer">Where the lines go; stays the caller's.</param>
/// <param name="time">The clock; the system's where null.</param>
public sealed class TraceRecorder(TextWriter writer, TimeProvider? time = null)
{
    // A line in whose middle the modem paused for longer is not one event.
    private static readonly TimeSpan _longestGap = TimeSpan.FromMilliseconds(100);

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly List<byte> _bytes = [];
    private readonly List<TimeSpan> _times = [];
    private readonly long _start = (time ?? TimeProvider.System).GetTimestamp();
    private TimeSpan _lastEvent;
    private bool _isSent;

    /// <summary>Records bytes that were sent to the modem.</summary>
    public void Sent(ReadOnlySpan<byte> bytes) => Add(bytes, isSent: true);

    /// <summary>Records bytes that came from the modem.</summary>
    public void Received(ReadOnlySpan<byte> bytes) => Add(bytes, isSent: false);

    /// <summary>Writes what is not complete yet.</summary>
    public void Flush()
    {
        if (_bytes.Count > 0)
            Write(_bytes.Count);

        writer.Flush();
    }

    private void Add(ReadOnlySpan<byte> bytes, bool isSent)
    {
        if (bytes.IsEmpty)
            return;

        TimeSpan now = TimeSpan.FromMilliseconds(Math.Floor(_time.GetElapsedTime(_start).TotalMilliseconds));
        if (_bytes.Count > 0 && (isSent != _isSent || now - _times[^1] > _longestGap))
            Write(_bytes.Count);

        _isSent = isSent;
        foreach (byte b in bytes)
        {
            _bytes.Add(b);
            _times.Add(now);
        }

        while ((isSent ? EndOfCommand() : EndOfLine()) is var end and > 0)
            Write(end);
    }

    // Behind the CR, and behind the LF that may come with it.
    private int EndOfCommand()
    {
        int end = _bytes.IndexOf((byte)'\r') + 1;
        return end > 0 && end < _bytes.Count && _bytes[end] == '\n' ? end + 1 : end;
    }

    // Behind the CR LF or the CR that ends a line, that of its beginning aside; 0 while there is no such end.
    private int EndOfLine()
    {
        bool isFramed = _bytes is [(byte)'\r', (byte)'\n', ..];
        int end = _bytes.FindIndex(isFramed ? 2 : 0, b => b is (byte)'\r' or (byte)'\n');
        if (end < 0)
            return 0;

        // A line with nothing in it is none: what is before it stands for itself.
        if (isFramed && end == 2)
            return 2;

        if (_bytes[end] == '\n')
            return end + 1;

        // Whether a LF follows is still to come.
        if (end + 1 == _bytes.Count)
            return 0;

        return _bytes[end + 1] == '\n' ? end + 2 : end + 1;
    }

    private void Write(int length)
    {
        // What acts on a line does so when it is complete.
        TimeSpan time = _times[length - 1];
        byte[] bytes = [.. _bytes[..length]];
        writer.WriteLine(new TraceEvent(_isSent, time - _lastEvent, bytes).ToString());
        _lastEvent = time;
        _bytes.RemoveRange(0, length);
        _times.RemoveRange(0, length);
    }
}
