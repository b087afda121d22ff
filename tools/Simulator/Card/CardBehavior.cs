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

    /// <summary>Gets the number of channels, from 1 on, that somebody else has open from each reset on.</summary>
    public int ChannelsInUse
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, ClassByte.LastChannel);
            field = value;
        }
    }

    /// <summary>Gets how many times after each reset an application is selected on a channel other than the basic one only to
    /// be answered 9300: the toolkit is busy.</summary>
    public int BusySelections { get; init; }

    /// <summary>Gets how the card says what its files' conditions are.</summary>
    public AccessRuleForm AccessRuleForm { get; init; }

    /// <summary>Gets the answer to a READ BINARY that asks for more bytes than the file has from there on.</summary>
    public ReadPastEnd ReadPastEnd { get; init; } = ReadPastEnd.ExactLength;
}
