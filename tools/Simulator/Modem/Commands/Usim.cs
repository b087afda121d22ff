namespace Bootstrapper.Simulator.Commands;

/// <summary>The application that a modem works with.</summary>
internal static class Usim
{
    /// <summary>Gets what every USIM's AID starts with (TS 101 220 annex E).</summary>
    public static ReadOnlySpan<byte> AidPrefix => [0xA0, 0x00, 0x00, 0x00, 0x87, 0x10, 0x02];
}
