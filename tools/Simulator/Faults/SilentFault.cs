namespace Bootstrapper.Simulator;

/// <summary>The command is swallowed: neither executed nor answered.</summary>
public sealed record SilentFault : Fault
{
    internal override void Apply(SimulatedModem modem, string line)
    {
    }
}
