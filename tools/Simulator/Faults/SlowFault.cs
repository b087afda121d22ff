namespace Bootstrapper.Simulator;

/// <summary>The command is executed at once, and its answer is late.</summary>
/// <param name="Delay">The time by which it is later than the modem's answers are anyway.</param>
public sealed record SlowFault(TimeSpan Delay) : Fault
{
    internal override void Apply(SimulatedModem modem, string line)
    {
        if (modem.Perform(line) is { } answer)
            modem.Send(modem.Format(answer, line), modem.Behavior.ResponseDelay + Delay);
    }
}
