namespace Bootstrapper.Simulator;

/// <summary>Writes BER-TLV objects with one-byte tags.</summary>
internal static class BerTlv
{
    /// <summary>Makes one object; its value is the parts one after the other.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value has more than 255 bytes.</exception>
    public static byte[] Make(byte tag, params ReadOnlySpan<byte[]> parts)
    {
        byte[] value = Join(parts);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value.Length, 0xFF, nameof(parts));
        byte length = (byte)value.Length;
        return value.Length < 0x80 ? [tag, length, .. value] : [tag, 0x81, length, .. value];
    }

    /// <summary>Puts the parts one after the other.</summary>
    public static byte[] Join(params ReadOnlySpan<byte[]> parts)
    {
        List<byte> all = [];
        foreach (byte[] part in parts)
            all.AddRange(part);

        return [.. all];
    }
}
