namespace Bootstrapper.Cli.Tracing;

/// <summary>A command to a card (TS 102 221 10.1), as far as its bytes go.</summary>
internal sealed class Apdu
{
    private const int HeaderLength = 4;
    private const int FirstExtendedChannel = 4;

    private Apdu(byte[] bytes)
    {
        Class = bytes[0];
        Instruction = bytes[1];
        P1 = bytes[2];
        P2 = bytes[3];
        ReadOnlySpan<byte> body = bytes.AsSpan(HeaderLength);
        if (body.Length > 1)
        {
            int length = Math.Min(body[0], body.Length - 1);
            Data = body.Slice(1, length).ToArray();
            body = body[(1 + length)..];
        }

        // Where there are no data, the fifth byte counts those that are asked for; 00 may as well say that there are none.
        Expected = body.IsEmpty ? null : body[0] == 0 ? 256 : body[0];
    }

    /// <summary>Gets the class byte.</summary>
    public byte Class { get; }

    /// <summary>Gets the instruction byte.</summary>
    public byte Instruction { get; }

    /// <summary>Gets the first parameter.</summary>
    public byte P1 { get; }

    /// <summary>Gets the second parameter.</summary>
    public byte P2 { get; }

    /// <summary>Gets the data.</summary>
    public byte[] Data { get; } = [];

    /// <summary>Gets the number of bytes asked for; null where the command does not say.</summary>
    public int? Expected { get; }

    /// <summary>Gets the logical channel (TS 102 221 10.1.1).</summary>
    public int Channel => (Class & 0x40) != 0 ? FirstExtendedChannel + (Class & 0x0F) : (Class & 0xF0) == 0xA0 ? 0 : Class & 0x03;

    /// <summary>Gets the offset of READ BINARY or UPDATE BINARY.</summary>
    public int Offset => ShortFileId is null ? (P1 << 8) | P2 : P2;

    /// <summary>Gets the SFI of READ BINARY or UPDATE BINARY; null where it is about the current file.</summary>
    public int? ShortFileId => (P1 & 0x80) != 0 ? P1 & 0x1F : null;

    /// <summary>Gets the SFI of a command on records; null where it is about the current file.</summary>
    public int? ShortFileIdOfRecords => P2 >> 3 is var id and > 0 ? id : null;

    /// <summary>Takes a command apart; null for less than one.</summary>
    public static Apdu? Parse(byte[] bytes) => bytes.Length >= HeaderLength ? new Apdu(bytes) : null;

    /// <summary>Makes the command that AT+CRSM is about.</summary>
    public static Apdu Of(byte instruction, byte p1, byte p2, byte p3, byte[] data) =>
        new(data.Length > 0 ? [0x00, instruction, p1, p2, (byte)data.Length, .. data] : [0x00, instruction, p1, p2, p3]);
}
