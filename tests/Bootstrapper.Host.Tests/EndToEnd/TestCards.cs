using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.EndToEnd;

/// <summary>Cards that the bootstrap has to cope with.</summary>
internal static class TestCards
{
    /// <summary>A well-formed file whose Server instance has no Security instance, and a Security one without Server.</summary>
    public static byte[] InconsistentFile()
    {
        byte[] file = ExampleCard.BootstrapFile();
        file[102] = 2;
        return file;
    }

    /// <summary>The example file cut off in the middle of the URI, in a file that ends there.</summary>
    public static CardImage Truncated() => WithFile(ExampleCard.BootstrapFile()[..30], AccessRule.Default);

    /// <summary>A card whose bootstrap file may be read on a condition.</summary>
    public static CardImage Guarded(AccessCondition read) =>
        WithFile(ExampleCard.BootstrapFile(), new AccessRule(read, AccessRule.Default.Update));

    /// <summary>A card whose bootstrap file has records, where a transparent file is due.</summary>
    public static CardImage WithRecords()
    {
        CardImage image = ExampleCard.Create();
        image.Application(ExampleCard.Pkcs15Aid)!
            .Add(ElementaryFile.LinearFixed(ExampleCard.BootstrapFileId, 10, new byte[100]));
        return image;
    }

    /// <summary>A card with a USIM and nothing else.</summary>
    public static CardImage WithoutApplication()
    {
        CardImage image = ExampleCard.Create();
        image.Remove(image.Application(ExampleCard.Pkcs15Aid)!);
        return image;
    }

    /// <summary>A card that lacks one file of the PKCS#15 application, or of the MF.</summary>
    public static CardImage Without(ushort fileId)
    {
        CardImage image = ExampleCard.Create();
        if (!image.Application(ExampleCard.Pkcs15Aid)!.Remove(fileId) && !image.MasterFile.Remove(fileId))
            throw new ArgumentException("no such file", nameof(fileId));
        return image;
    }

    /// <summary>A bootstrap file of 32 KB: the example's accounts and an object that nobody knows.</summary>
    public static byte[] LargeFile(int size = 32768)
    {
        byte[] example = ExampleCard.BootstrapFile();
        byte[] file = new byte[size];
        example.CopyTo(file, 0);
        int payload = size - example.Length - 5;
        file[1] = 3;
        file[2] = (byte)((size - 4) >> 8);
        file[3] = (byte)(size - 4);

        // Object 10: one instance (16-bit length) with one resource (16-bit length).
        int record = example.Length;
        byte[] header = [0, 10, 0, (byte)(payload >> 8), (byte)payload];
        header.CopyTo(file, record);
        int instance = payload - 4;
        byte[] outer = [0x10, 0, (byte)(instance >> 8), (byte)instance];
        outer.CopyTo(file, record + 5);
        int value = instance - 4;
        byte[] inner = [0xD0, 0, (byte)(value >> 8), (byte)value];
        inner.CopyTo(file, record + 9);
        return file;
    }

    private static CardImage WithFile(byte[] content, AccessRule access)
    {
        CardImage image = ExampleCard.Create();
        image.Application(ExampleCard.Pkcs15Aid)!
            .Add(ElementaryFile.Transparent(ExampleCard.BootstrapFileId, content, access: access));
        return image;
    }
}
