namespace Bootstrapper.Simulator;

/// <summary>All logical channels of the card are open, opened by somebody else, before the command is executed.</summary>
public sealed record ChannelsExhaustedFault : Fault
{
    internal override void Apply(SimulatedModem modem, string line)
    {
        modem.Card?.OpenAllChannels();
        Execute(modem, line);
    }
}
