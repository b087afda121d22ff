namespace Bootstrapper.Simulator;

/// <summary>What went over two lines: that to the modem, and that from the modem to its card.</summary>
/// <param name="Commands">The AT commands.</param>
/// <param name="BytesSent">The bytes to the modem.</param>
/// <param name="BytesReceived">The bytes from the modem.</param>
/// <param name="CardCommands">The commands that the card got, the modem's own among them.</param>
/// <param name="CardBytes">The characters between modem and card, both ways, over T=0.</param>
public readonly record struct WireCount(
    int Commands, long BytesSent, long BytesReceived, int CardCommands = 0, long CardBytes = 0)
{
    // A start bit, eight bits, a stop bit.
    private const int LineBits = 10;

    // ISO/IEC 7816-3, 7.2 and 7.3: a character takes ten moments, the shortest guard time behind it two.
    private const int CardMoments = 12;

    /// <summary>Gets the bytes between application and modem, both ways.</summary>
    public long Bytes => BytesSent + BytesReceived;

    /// <summary>Gets the time that the line to the modem is busy, at a speed in bits a second.</summary>
    public TimeSpan LineTime(int baud)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(baud);
        return TimeSpan.FromSeconds((double)Bytes * LineBits / baud);
    }

    /// <summary>Gets the time that the line to the card is busy, at a speed in bits a second (1 / etu).</summary>
    public TimeSpan CardTime(int bitRate)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bitRate);
        return TimeSpan.FromSeconds((double)CardBytes * CardMoments / bitRate);
    }

    /// <summary>Gets the time of both, one after the other: a modem has the whole command before the card gets it.</summary>
    public TimeSpan Time(int baud, int bitRate) => LineTime(baud) + CardTime(bitRate);

    /// <summary>Adds what went over at another time.</summary>
    public static WireCount operator +(WireCount left, WireCount right) => Add(left, right);

    /// <summary>Takes away what went over before.</summary>
    public static WireCount operator -(WireCount left, WireCount right) => Subtract(left, right);

    /// <summary>Adds what went over at another time.</summary>
    public static WireCount Add(WireCount left, WireCount right) => new(
        left.Commands + right.Commands,
        left.BytesSent + right.BytesSent,
        left.BytesReceived + right.BytesReceived,
        left.CardCommands + right.CardCommands,
        left.CardBytes + right.CardBytes);

    /// <summary>Takes away what went over before.</summary>
    public static WireCount Subtract(WireCount left, WireCount right) => new(
        left.Commands - right.Commands,
        left.BytesSent - right.BytesSent,
        left.BytesReceived - right.BytesReceived,
        left.CardCommands - right.CardCommands,
        left.CardBytes - right.CardBytes);
}
