namespace Bootstrapper.Simulator;

/// <summary>Contents of EF LwM2M_Bootstrap besides that of <see cref="ExampleCard"/>.</summary>
public static class BootstrapContent
{
    /// <summary>The most bytes that the file can have (LwM2M TS, Appendix G.3.3).</summary>
    public const int MaxSize = 32768;

    private const byte UnknownObject = 10;
    private const int RecordHeaderLength = 5;
    private const int LongHeaderLength = 4;
    private const byte InstanceWithLongLength = 0x10;
    private const byte ResourceWithLongLength = 0xD0;

    // Where the Server instance of the example says its Short Server ID.
    private const int ShortServerIdOffset = 102;

    /// <summary>Gets a large file: the example's account, and an object that nobody knows.</summary>
    /// <param name="size">The size, from 256 to <see cref="MaxSize"/>.</param>
    public static byte[] Large(int size = MaxSize)
    {
        byte[] example = ExampleCard.BootstrapFile();
        byte[] file = new byte[size];
        example.CopyTo(file, 0);
        file[1]++;
        Word(size - 4).CopyTo(file, 2);

        // One instance with one resource, the values of both with lengths of two bytes.
        int payload = size - example.Length - RecordHeaderLength;
        byte[] headers =
        [
            0, UnknownObject, 0, .. Word(payload),
            InstanceWithLongLength, 0, .. Word(payload - LongHeaderLength),
            ResourceWithLongLength, 0, .. Word(payload - 2 * LongHeaderLength),
        ];
        headers.CopyTo(file, example.Length);
        return file;
    }

    /// <summary>Gets a well-formed file whose Server and Security instances do not belong together.</summary>
    public static byte[] Inconsistent()
    {
        byte[] file = ExampleCard.BootstrapFile();
        file[ShortServerIdOffset]++;
        return file;
    }

    /// <summary>Gets the example cut off in the middle of its URI.</summary>
    public static byte[] Truncated() => ExampleCard.BootstrapFile()[..30];

    private static byte[] Word(int value) => [(byte)(value >> 8), (byte)value];
}
