namespace Bootstrapper.Simulator;

/// <summary>The command is executed, and its answer never arrives.</summary>
public sealed record AnswerLostFault : Fault
{
    internal override void Apply(SimulatedModem modem, string line) => modem.Perform(line);
}
