namespace Bootstrapper.Simulator;

/// <summary>What differs from card to card and a reader of the standard has to expect.</summary>
public sealed record CardBehavior
{
    /// <summary>Gets the number of logical channels besides the basic one, 0..19; a card with 0 refuses to open any.</summary>
    public int LogicalChannels
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, ClassByte.LastChannel);
            field = value;
        }
    }
    = ClassByte.LastChannel;

    /// <summary>Gets the answer to a READ BINARY that asks for more bytes than the file has from there on.</summary>
    public ReadPastEnd ReadPastEnd { get; init; } = ReadPastEnd.ExactLength;
}
