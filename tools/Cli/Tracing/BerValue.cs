namespace Bootstrapper.Cli.Tracing;

/// <summary>Reads BER-TLV objects with one-byte tags, one after the other.</summary>
internal ref struct BerValue
{
    private ReadOnlySpan<byte> _rest;

    /// <summary>Starts at the first of some bytes.</summary>
    public BerValue(ReadOnlySpan<byte> bytes) => _rest = bytes;

    /// <summary>Gets the tag of the object that was read last.</summary>
    public byte Tag { get; private set; }

    /// <summary>Gets its value.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>Gets the bytes behind it.</summary>
    public readonly ReadOnlySpan<byte> Rest => _rest;

    /// <summary>Reads an object; false at the end, and where the bytes are no whole object.</summary>
    public bool Read()
    {
        if (_rest.Length < 2)
            return false;

        int header = 2;
        int length = _rest[1];
        if (length > 0x80)
        {
            int count = length - 0x80;
            if (count > 2 || _rest.Length < header + count)
                return false;
            length = count == 1 ? _rest[2] : (_rest[2] << 8) | _rest[3];
            header += count;
        }
        else if (length == 0x80)
        {
            return false;
        }

        if (_rest.Length < header + length)
            return false;
        Tag = _rest[0];
        Value = _rest.Slice(header, length);
        _rest = _rest[(header + length)..];
        return true;
    }

    /// <summary>Reads an object that has to have a tag.</summary>
    public bool Read(byte tag) => _rest is [var first, ..] && first == tag && Read();
}
