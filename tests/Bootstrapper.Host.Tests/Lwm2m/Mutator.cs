using Bootstrapper.Tests;

namespace Bootstrapper.Host.Tests.Lwm2m;

/// <summary>Makes inputs from examples: a few changes each, so that many stay right for a long way.</summary>
internal sealed class Mutator(int seed, params string[] examples)
{
    // Type bytes of each form, edges of lengths, and what identifiers must not be.
    private static readonly byte[] _telling =
        [0x00, 0x01, 0x02, 0x07, 0x08, 0x0F, 0x10, 0x18, 0x20, 0x28, 0x38, 0x40, 0x41, 0x48, 0x60, 0x7F, 0x80, 0x81, 0x88, 0xA0,
            0xC0, 0xC1, 0xC8, 0xD0, 0xD8, 0xE0, 0xE1, 0xFE, 0xFF];

    private readonly byte[][] _examples = [.. examples.Select(Hex.Bytes)];

    public Random Random { get; } = new(seed);

    public byte[] Next()
    {
        if (Random.Next(16) == 0)
            return RandomBytes(Random.Next(40));

        byte[] bytes = (byte[])_examples[Random.Next(_examples.Length)].Clone();
        for (int changes = Random.Next(4); changes > 0; changes--)
            bytes = Change(bytes);
        return bytes;
    }

    private byte[] Change(byte[] bytes)
    {
        if (bytes.Length == 0)
            return RandomBytes(4);

        int at = Random.Next(bytes.Length);
        int length = Math.Min(Random.Next(1, 12), bytes.Length - at);
        switch (Random.Next(7))
        {
            case 0:
                bytes[at] = (byte)Random.Next(256);
                return bytes;
            case 1:
                bytes[at] ^= (byte)(1 << Random.Next(8));
                return bytes;
            case 2:
                bytes[at] = _telling[Random.Next(_telling.Length)];
                return bytes;
            case 3:
                bytes[at] += (byte)Random.Next(-3, 4);
                return bytes;
            case 4:
                return [.. bytes[..at], .. RandomBytes(length), .. bytes[at..]];
            case 5:
                return [.. bytes[..at], .. bytes[(at + length)..]];
            default:
                return [.. bytes[..(at + length)], .. bytes[at..]];
        }
    }

    private byte[] RandomBytes(int length)
    {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++)
            bytes[i] = Random.Next(2) == 0 ? _telling[Random.Next(_telling.Length)] : (byte)Random.Next(256);
        return bytes;
    }
}
