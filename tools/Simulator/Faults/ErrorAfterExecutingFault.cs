namespace Bootstrapper.Simulator;

/// <summary>The command is executed, and answered ERROR.</summary>
public sealed record ErrorAfterExecutingFault : Fault
{
    internal override void Apply(SimulatedModem modem, string line)
    {
        modem.Perform(line);
        Answer(modem, line, AtAnswer.Error);
    }
}
