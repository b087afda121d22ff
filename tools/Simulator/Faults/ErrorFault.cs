namespace Bootstrapper.Simulator;

/// <summary>The command is answered ERROR and not executed.</summary>
public sealed record ErrorFault : Fault
{
    internal override void Apply(SimulatedModem modem, string line) => Answer(modem, line, AtAnswer.Error);
}
