using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Matrix;

/// <summary>What a run must end with: one thing for each modem, way and card.</summary>
internal static class Expectation
{
    /// <summary>An error of the modem or the card that says why none of the ways is one to the file.</summary>
    public const string NoWay = "no way";

    private const string NotReached = "card 6A82";
    private const CardWays Channels = CardWays.CsimChannel | CardWays.Sessions;

    public static string Of(SimulatedModemFamily family, BootstrapOptions options, GalleryCard card)
    {
        // A locked SIM is one whatever the way: the modem says so itself.
        bool isLocked = card.CreateImage().Pin(0x01) is { Enabled: true };
        CardOutcome outcome = options.Pin is null && options.FilePin is null ? card.Outcome : card.OutcomeWithPin;
        if (isLocked && outcome is CardOutcome.PinRequired or CardOutcome.PinBlocked)
            return outcome.ToString();

        bool hasChannels = card.Behavior.LogicalChannels > 0;
        CardAccess way = options.Access;
        if (way == CardAccess.Auto)
            way = Best(hasChannels ? family.Ways : family.Ways & ~Channels, options.AllowsBasicChannel, card);

        return way switch
        {
            CardAccess.Auto => NoWay,
            CardAccess.CsimChannel => Name(card, outcome),
            CardAccess.Cgla => OverSessions(family, card, outcome, hasChannels),
            CardAccess.Crsm => ByPath(card, isLocked ? outcome : card.OutcomeByPath, options.Access == CardAccess.Auto),
            _ => OnBasicChannel(family, card, hasChannels ? outcome : CardOutcome.Provisioned),
        };
    }

    // By path from the MF is a way to this application or not; only the basic channel is behind it in the order.
    private static CardAccess Best(CardWays ways, bool allowsBasic, GalleryCard card)
    {
        bool hasBasic = allowsBasic && ways.HasFlag(CardWays.CsimBasic);
        if (ways.HasFlag(CardWays.CsimChannel))
            return CardAccess.CsimChannel;
        if (ways.HasFlag(CardWays.Sessions))
            return CardAccess.Cgla;
        if (ways.HasFlag(CardWays.CrsmPath) && !(hasBasic && card.OutcomeByPath == CardOutcome.NoApplication))
            return CardAccess.Crsm;
        return hasBasic ? CardAccess.CsimBasic : CardAccess.Auto;
    }

    private static string OverSessions(SimulatedModemFamily family, GalleryCard card, CardOutcome outcome, bool hasChannels)
    {
        // Without AT+CRSM EF.DIR is out of reach, and with it what it says of EF.ODF.
        if (card.Name == "EF.ODF elsewhere" && !family.Ways.HasFlag(CardWays.Crsm))
            return nameof(CardOutcome.NoBootstrapFile);
        return hasChannels ? Name(card, outcome) : NoWay;
    }

    // Only EF.DIR can tell that the application is not there, as opposed to out of reach. Of several ways the first error
    // is reported.
    private static string ByPath(GalleryCard card, CardOutcome outcome, bool isLast)
    {
        CardFacts facts = new(card.CreateImage());
        if (outcome != CardOutcome.NoApplication || (facts.HasDirectory && !facts.IsListed))
            return Name(card, outcome);
        return isLast ? NoWay : NotReached;
    }

    // A modem with a list of instructions lets no VERIFY pass, which tells the tries left and enters a PIN.
    private static string OnBasicChannel(SimulatedModemFamily family, GalleryCard card, CardOutcome outcome)
    {
        bool isGuarded = card.PinReference > 0x01 && card.Outcome != CardOutcome.Provisioned;
        return isGuarded && family.Behavior.Csim.Instructions.Count > 0
            ? nameof(CardOutcome.PinRequired)
            : Name(card, outcome);
    }

    private static string Name(GalleryCard card, CardOutcome outcome) =>
        outcome == CardOutcome.CardError ? $"card {card.StatusWord:X4}" : outcome.ToString();
}
