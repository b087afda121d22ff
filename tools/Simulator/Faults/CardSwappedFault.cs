namespace Bootstrapper.Simulator;

/// <summary>Another card is in the modem right before the command is executed, or the one that was pulled is back.</summary>
/// <param name="Card">The card; is reset.</param>
/// <param name="Announcement">The unsolicited line that tells so; null for none.</param>
public sealed record CardSwappedFault(SimulatedCard Card, string? Announcement = null) : Fault
{
    internal override void Apply(SimulatedModem modem, string line)
    {
        modem.Card = Card;
        if (Announcement is not null)
            modem.Emit(Announcement);

        Execute(modem, line);
    }
}
