namespace Bootstrapper.DeviceCheck.Rules;

/// <summary>What differs between firmware, where every byte and every boot counts, and tests on the device.</summary>
/// <param name="TableBytes">The largest table of initial data that a field or a method may have, in bytes.</param>
/// <param name="IsFirmware">
/// Whether to also refuse what works and costs: static initialisers with work in them, mutable public static fields,
/// reflection, and handlers that catch every exception.
/// </param>
public sealed record RuleOptions(int TableBytes, bool IsFirmware)
{
    /// <summary>Gets the options for the library and the boards.</summary>
    public static RuleOptions Firmware { get; } = new(64, true);

    /// <summary>Gets the options for test assemblies.</summary>
    public static RuleOptions Tests { get; } = new(1024, false);
}
