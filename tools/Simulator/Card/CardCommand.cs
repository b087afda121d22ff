namespace Bootstrapper.Simulator;

/// <summary>A command as it comes over T=0: four bytes, P3, and data where the instruction takes some.</summary>
internal readonly ref struct CardCommand
{
    private const int HeaderLength = 4;

    private readonly ReadOnlySpan<byte> _bytes;

    public CardCommand(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static int MinLength => HeaderLength;

    public ClassByte Class => new(_bytes[0]);

    public byte Instruction => _bytes[1];

    public byte P1 => _bytes[2];

    public byte P2 => _bytes[3];

    /// <summary>Gets the length byte. T=0 always sends one, 00 where the command has none (TS 102 221 7.3.1.1.1).</summary>
    public byte P3 => _bytes.Length > HeaderLength ? _bytes[HeaderLength] : (byte)0;

    /// <summary>Gets the number of bytes asked for, of a command that takes no data: P3, where 00 means 256.</summary>
    public int Expected => P3 == 0 ? 256 : P3;

    /// <summary>Gets P1 and P2 as one number.</summary>
    public int P1P2 => (P1 << 8) | P2;

    /// <summary>Gets the data, of a command that takes some.</summary>
    public ReadOnlySpan<byte> Data => _bytes.Length > HeaderLength + 1 ? _bytes.Slice(HeaderLength + 1, P3) : default;

    /// <summary>Gets whether there are as many bytes as P3 says; with data, Le may stand behind it.</summary>
    public bool HasRightLength(bool takesData)
    {
        int dataLength = _bytes.Length - HeaderLength - 1;
        return dataLength <= 0 ? !takesData || P3 == 0 : takesData && (dataLength == P3 || dataLength == P3 + 1);
    }
}
