namespace Bootstrapper.Simulator;

/// <summary>The card is pulled right before the command is executed, and stays out.</summary>
/// <param name="Announcement">The unsolicited line that tells so; null for none.</param>
public sealed record CardPulledFault(string? Announcement = null) : Fault
{
    internal override void Apply(SimulatedModem modem, string line)
    {
        modem.Card = null;
        if (Announcement is not null)
            modem.Emit(Announcement);

        Execute(modem, line);
    }
}
