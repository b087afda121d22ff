namespace Bootstrapper.Simulator;

/// <summary>The card answers a status word in place of executing the first command that the modem has for it.</summary>
/// <param name="StatusWord">The status word.</param>
public sealed record StatusWordFault(ushort StatusWord) : Fault
{
    internal override void Apply(SimulatedModem modem, string line)
    {
        SimulatedCard? card = modem.Card;
        if (card is not null)
            card.ForcedStatusWord = StatusWord;

        Execute(modem, line);
        if (card is not null)
            card.ForcedStatusWord = null;
    }
}
