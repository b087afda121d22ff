namespace Bootstrapper.Simulator;

/// <summary>The modem restarts in place of answering: its settings and the card are as after power-up.</summary>
/// <remarks>What is sent while it starts is answered after its boot lines.</remarks>
/// <param name="BootTime">The time until the boot lines arrive.</param>
public sealed record ResetFault(TimeSpan BootTime = default) : Fault
{
    /// <summary>Gets the lines that it greets with; null for those of its behavior, or RDY where that has none.</summary>
    public IReadOnlyList<string>? BootLines { get; init; }

    internal override void Apply(SimulatedModem modem, string line)
    {
        modem.Restart();
        foreach (string bootLine in BootLines ?? (modem.Behavior.StartLines.Count > 0 ? [] : ["RDY"]))
            modem.Emit(bootLine, BootTime);
    }
}
