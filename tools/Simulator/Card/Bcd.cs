using System.Globalization;
using System.Text;

namespace Bootstrapper.Simulator;

/// <summary>Digits as a SIM stores them: two a byte, the first in the low half, F where one is missing.</summary>
public static class Bcd
{
    private const int ImsiDigits = 15;
    private const byte Missing = 0x0F;

    // TS 31.102 4.2.2: the low half of the first byte says that the number of digits is odd.
    private const string OddIdentity = "9";

    /// <summary>Gets the bytes of EF.ICCID for an ICCID of 18..20 digits: always ten.</summary>
    public static byte[] Encode(string iccid)
    {
        ArgumentNullException.ThrowIfNull(iccid);
        return Pack(iccid.PadRight(20, 'F'));
    }

    /// <summary>Gets the bytes of EF.IMSI, the leading length included, for an IMSI of 15 digits.</summary>
    public static byte[] EncodeImsi(string imsi)
    {
        ArgumentNullException.ThrowIfNull(imsi);
        ArgumentOutOfRangeException.ThrowIfNotEqual(imsi.Length, ImsiDigits, nameof(imsi));
        byte[] identity = Pack(OddIdentity + imsi);
        return [(byte)identity.Length, .. identity];
    }

    /// <summary>Gets the digits, up to the first half that is none.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        StringBuilder digits = new();
        foreach (byte b in bytes)
        {
            foreach (int digit in (ReadOnlySpan<int>)[b & 0x0F, b >> 4])
            {
                if (digit > 9)
                    return digits.ToString();

                digits.Append((char)('0' + digit));
            }
        }

        return digits.ToString();
    }

    /// <summary>Gets the IMSI in the bytes of EF.IMSI; empty where there is none.</summary>
    public static string DecodeImsi(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || bytes[0] is 0 or > 8 || bytes[0] >= bytes.Length)
            return "";

        string all = Decode(bytes.Slice(1, bytes[0]));
        return all.Length > 0 ? all[1..] : "";
    }

    private static byte[] Pack(string digits)
    {
        byte[] packed = new byte[digits.Length / 2];
        for (int i = 0; i < packed.Length; i++)
            packed[i] = (byte)(Digit(digits[2 * i]) | (Digit(digits[2 * i + 1]) << 4));

        return packed;
    }

    private static int Digit(char digit) => digit switch
    {
        >= '0' and <= '9' => digit - '0',
        'F' => Missing,
        _ => throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'{digit}' is no digit")),
    };
}
