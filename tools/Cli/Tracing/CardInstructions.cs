namespace Bootstrapper.Cli.Tracing;

/// <summary>The instructions of commands to a card (TS 102 221 10.1.2).</summary>
internal static class CardInstructions
{
    public const byte Verify = 0x20;
    public const byte ChangePin = 0x24;
    public const byte DisablePin = 0x26;
    public const byte EnablePin = 0x28;
    public const byte UnblockPin = 0x2C;
    public const byte ManageChannel = 0x70;
    public const byte Select = 0xA4;
    public const byte ReadBinary = 0xB0;
    public const byte ReadRecord = 0xB2;
    public const byte GetResponse = 0xC0;
    public const byte UpdateBinary = 0xD6;
    public const byte UpdateRecord = 0xDC;
    public const byte Status = 0xF2;

    /// <summary>Gets whether the data of a command are PINs.</summary>
    public static bool HasPins(byte instruction) => instruction is Verify or ChangePin or DisablePin or EnablePin or UnblockPin;

    /// <summary>Gets the name of an instruction.</summary>
    public static string NameOf(byte instruction) => instruction switch
    {
        0x10 => "TERMINAL PROFILE",
        0x12 => "FETCH",
        0x14 => "TERMINAL RESPONSE",
        Verify => "VERIFY",
        ChangePin => "CHANGE PIN",
        DisablePin => "DISABLE PIN",
        EnablePin => "ENABLE PIN",
        UnblockPin => "UNBLOCK PIN",
        0x32 => "INCREASE",
        0x50 => "INITIALIZE UPDATE",
        ManageChannel => "MANAGE CHANNEL",
        0x76 => "SUSPEND UICC",
        0x82 => "EXTERNAL AUTHENTICATE",
        0x84 => "GET CHALLENGE",
        0x88 => "AUTHENTICATE",
        0xA2 => "SEARCH RECORD",
        Select => "SELECT",
        ReadBinary => "READ BINARY",
        ReadRecord => "READ RECORD",
        GetResponse => "GET RESPONSE",
        0xC2 => "ENVELOPE",
        0xCB => "RETRIEVE DATA",
        UpdateBinary => "UPDATE BINARY",
        0xDB => "SET DATA",
        UpdateRecord => "UPDATE RECORD",
        0xE2 => "STORE DATA",
        Status => "STATUS",
        _ => $"instruction {instruction:X2}",
    };
}
