namespace Bootstrapper.Simulator;

/// <summary>The command is executed, and the lines of its answer arrive without the final result.</summary>
public sealed record FinalLostFault : Fault
{
    internal override void Apply(SimulatedModem modem, string line) =>
        Answer(modem, line, modem.Perform(line) is { } answer ? answer with { HasFinal = false } : null);
}
