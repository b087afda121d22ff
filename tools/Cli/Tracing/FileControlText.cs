using System.Globalization;

namespace Bootstrapper.Cli.Tracing;

/// <summary>Tells an FCP template (TS 102 221 11.1.1.3) by its structure, and what it says.</summary>
internal static class FileControlText
{
    private const byte Template = 0x62;

    // The order in which they are told, whatever that in the template.
    private static readonly List<byte> _order = [0x83, 0x84, 0x82, 0x80, 0x88, 0x8A, 0x8B];

    /// <summary>Gets what the template says; null for bytes that are none.</summary>
    public static string? Describe(ReadOnlySpan<byte> bytes)
    {
        BerValue template = new(bytes);
        if (!template.Read(Template) || !template.Rest.IsEmpty)
            return null;

        SortedDictionary<int, string> parts = [];
        BerValue objects = new(template.Value);
        while (objects.Read())
        {
            if (Part(objects.Tag, objects.Value) is not { } part)
                return null;
            if (part.Length > 0)
                parts[_order.IndexOf(objects.Tag)] = part;
        }

        return objects.Rest.IsEmpty && parts.Count > 0 ? string.Join(", ", parts.Values) : null;
    }

    // Empty for what is not worth a word, null for what no FCP has.
    private static string? Part(byte tag, ReadOnlySpan<byte> value) => tag switch
    {
        0x80 when value.Length is >= 2 and <= 4 => $"{Number(value)} bytes",
        0x82 when value.Length is >= 1 and <= 6 => Structure(value),
        0x83 when value.Length == 2 => $"file {Convert.ToHexString(value)}",
        0x84 when value.Length is >= 1 and <= 16 => Names.OfApplication(value),
        0x88 when value.Length == 1 => $"SFI {value[0] >> 3:X2}",
        0x8A when value.Length == 1 => value[0] is 0x05 or 0x07 ? "" : $"life cycle {value[0]:X2}",
        0x8B when value.Length == 3 => $"access rule {value[2]} of {Convert.ToHexString(value[..2])}",
        0x81 or 0x88 or 0x8B or 0x8C or 0xA5 or 0xAB or 0xC6 => "",
        _ => null,
    };

    // Byte 1: bits 6-4 all set for a directory; else bits 3-1 are the structure.
    private static string Structure(ReadOnlySpan<byte> value) => (value[0] & 0x38, value[0] & 0x07) switch
    {
        (0x38, _) => "directory",
        (_, 1) => "transparent",
        (_, 2) when value.Length >= 5 => $"{value[4]} records of {Number(value.Slice(2, 2))} bytes",
        (_, 2) => "records",
        (_, 6) => "cyclic records",
        _ => "unknown structure",
    };

    private static string Number(ReadOnlySpan<byte> value)
    {
        long number = 0;
        foreach (byte b in value)
            number = (number << 8) | b;
        return number.ToString(CultureInfo.InvariantCulture);
    }
}
