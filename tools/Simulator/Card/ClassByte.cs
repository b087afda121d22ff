namespace Bootstrapper.Simulator;

/// <summary>The class byte of a command (TS 102 221 10.1.1).</summary>
/// <remarks>
/// <code>
/// 0x 8x  channel 0..3 in bits 2-1, secure messaging in bits 4-3    (bit 5: command chaining)
/// 4x Cx  channel 4..19 less 4 in bits 4-1
/// 6x Ex  the same, with secure messaging
/// </code>
/// Bit 8 is set for the commands that ISO 7816-4 does not have.
/// </remarks>
internal readonly record struct ClassByte(byte Value)
{
    public const int LastChannel = 19;

    private const int FirstExtendedChannel = 4;

    public bool IsProprietary => (Value & 0x80) != 0;

    /// <summary>Gets whether the byte is one of those above; Ax, among the others, was GSM's.</summary>
    public bool IsValid => (Value & 0x60) != 0x20 && (!IsExtended || (Value & 0x10) == 0);

    public int Channel => IsExtended ? FirstExtendedChannel + (Value & 0x0F) : Value & 0x03;

    public bool HasSecureMessaging => IsExtended ? (Value & 0x20) != 0 : (Value & 0x0C) != 0;

    public bool IsChained => !IsExtended && (Value & 0x10) != 0;

    private bool IsExtended => (Value & 0x40) != 0;
}
