namespace Bootstrapper.Simulator;

/// <summary>A kind of card that is met in the field, and what a bootstrap from it must end with.</summary>
public sealed class GalleryCard
{
    private readonly Func<CardImage> _createImage;

    /// <summary>Makes a kind of card.</summary>
    /// <param name="name">The name, a few words.</param>
    /// <param name="outcome">What a bootstrap ends with.</param>
    /// <param name="createImage">Makes what such a card holds.</param>
    public GalleryCard(string name, CardOutcome outcome, Func<CardImage> createImage)
    {
        _createImage = createImage;
        Name = name;
        Outcome = outcome;
        OutcomeByPath = outcome;
        OutcomeWithPin = outcome;
    }

    /// <summary>Gets the name, a few words.</summary>
    public string Name { get; }

    /// <summary>Gets what a bootstrap on a logical channel ends with whose application has given no PIN.</summary>
    public CardOutcome Outcome { get; }

    /// <summary>Gets what a bootstrap ends with that can only read files by their path from the MF, as AT+CRSM does.</summary>
    public CardOutcome OutcomeByPath { get; init; }

    /// <summary>Gets what a bootstrap on a logical channel ends with whose application has given the PIN.</summary>
    public CardOutcome OutcomeWithPin { get; init; }

    /// <summary>Gets the key reference of the PIN (TS 102 221 table 9.3), 0 for a card where none is to be given. That of
    /// 01, the SIM's PIN, is for the modem to verify.</summary>
    public byte PinReference { get; init; }

    /// <summary>Gets the PIN, where one is to be given.</summary>
    public string? Pin { get; init; }

    /// <summary>Gets the status word of <see cref="CardOutcome.CardError"/>, else 0.</summary>
    public ushort StatusWord { get; init; }

    /// <summary>Gets how the card answers.</summary>
    public CardBehavior Behavior { get; init; } = new();

    /// <summary>Makes what such a card holds, anew each time.</summary>
    public CardImage CreateImage() => _createImage();

    /// <summary>Makes such a card, anew each time.</summary>
    public SimulatedCard Create() => new(CreateImage(), Behavior);

    /// <summary>Gets the name.</summary>
    public override string ToString() => Name;
}
