namespace Bootstrapper.Simulator;

/// <summary>The bytes on their way to the other side, each piece with the time when it arrives.</summary>
internal sealed class OutputQueue(TimeProvider time)
{
    private readonly Queue<(long Due, ReadOnlyMemory<byte> Bytes)> _pieces = new();
    private ReadOnlyMemory<byte> _arrived;
    private long _lastDue = time.GetTimestamp();

    /// <summary>Gets the time until there is something to read; null while nothing is on its way.</summary>
    public TimeSpan? Next
    {
        get
        {
            if (!_arrived.IsEmpty)
                return TimeSpan.Zero;

            if (!_pieces.TryPeek(out (long Due, ReadOnlyMemory<byte> Bytes) piece))
                return null;

            TimeSpan wait = time.GetElapsedTime(time.GetTimestamp(), piece.Due);
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }
    }

    /// <summary>Sends bytes, after those on their way already.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="delay">The time until the first of them arrives.</param>
    /// <param name="behavior">How they are split.</param>
    public void Add(ReadOnlyMemory<byte> bytes, TimeSpan delay, ModemBehavior behavior)
    {
        int size = behavior.PieceSize > 0 ? behavior.PieceSize : Math.Max(1, bytes.Length);
        long due = Math.Max(time.GetTimestamp() + ToTicks(delay), _lastDue);
        while (!bytes.IsEmpty)
        {
            int length = Math.Min(size, bytes.Length);
            _pieces.Enqueue((due, bytes[..length]));
            _lastDue = due;
            due += ToTicks(behavior.PieceDelay);
            bytes = bytes[length..];
        }
    }

    /// <summary>Takes what has arrived; at most one piece at once.</summary>
    public int Read(Span<byte> buffer)
    {
        if (_arrived.IsEmpty && Next == TimeSpan.Zero)
            _arrived = _pieces.Dequeue().Bytes;

        int length = Math.Min(buffer.Length, _arrived.Length);
        _arrived.Span[..length].CopyTo(buffer);
        _arrived = _arrived[length..];
        return length;
    }

    /// <summary>Forgets what is on its way.</summary>
    public void Clear()
    {
        _pieces.Clear();
        _arrived = default;
    }

    private long ToTicks(TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);
}
