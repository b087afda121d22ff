using System.Globalization;

namespace Bootstrapper.Simulator;

/// <summary>The readable names of key references (TS 102 221 table 9.3).</summary>
/// <remarks>
/// <code>
/// 01..08  PIN1..PIN8            global
/// 0A..0E  ADM1..ADM5
/// 11      UniversalPIN
/// 81..88  LocalPIN1..LocalPIN8  the applications' second PINs
/// 8A..8E  ADM6..ADM10
/// </code>
/// </remarks>
public static class KeyName
{
    private const byte UniversalPin = 0x11;

    private static readonly (string Prefix, int First, byte Base, int Count)[] _ranges =
    [
        ("PIN", 1, 0x01, 8),
        ("ADM", 1, 0x0A, 5),
        ("LocalPIN", 1, 0x81, 8),
        ("ADM", 6, 0x8A, 5),
    ];

    /// <summary>Gets the name of a key reference; its two hexadecimal digits where the table has no name.</summary>
    public static string Of(byte reference) => Find(reference) ?? reference.ToString("X2", CultureInfo.InvariantCulture);

    /// <summary>Gets whether the table has the key reference.</summary>
    public static bool IsKnown(byte reference) => Find(reference) is not null;

    /// <summary>Finds the key reference that has a name.</summary>
    public static bool TryParse(string? name, out byte reference)
    {
        for (int candidate = 0; candidate <= byte.MaxValue && name is not null; candidate++)
        {
            reference = (byte)candidate;
            if (Find(reference) == name)
                return true;
        }

        reference = 0;
        return false;
    }

    private static string? Find(byte reference)
    {
        if (reference == UniversalPin)
            return "UniversalPIN";

        foreach ((string prefix, int first, byte start, int count) in _ranges)
        {
            if (reference >= start && reference < start + count)
                return string.Create(CultureInfo.InvariantCulture, $"{prefix}{first + reference - start}");
        }

        return null;
    }
}
