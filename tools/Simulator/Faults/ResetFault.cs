namespace Bootstrapper.Simulator;

/// <summary>The modem restarts in place of answering: its settings and the card are as after power-up.</summary>
/// <remarks>What is sent while it starts is answered after its boot lines.</remarks>
/// <param name="BootTime">The time until the boot lines arrive.</param>
public sealed record ResetFault(TimeSpan BootTime = default) : Fault
{
    /// <summary>Gets the lines that the modem greets with.</summary>
    public IReadOnlyList<string> BootLines { get; init; } = ["RDY"];

    internal override void Apply(SimulatedModem modem, string line)
    {
        modem.Restart();
        foreach (string bootLine in BootLines)
            modem.Emit(bootLine, BootTime);
    }
}
