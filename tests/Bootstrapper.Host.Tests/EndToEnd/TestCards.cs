using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.EndToEnd;

/// <summary>Cards that the bootstrap has to cope with.</summary>
internal static class TestCards
{
    /// <summary>A well-formed file whose Server instance has no Security instance, and a Security one without Server.</summary>
    public static byte[] InconsistentFile() => BootstrapContent.Inconsistent();

    /// <summary>The example file cut off in the middle of the URI, in a file that ends there.</summary>
    public static CardImage Truncated() => WithFile(BootstrapContent.Truncated(), AccessRule.Default);

    /// <summary>A card whose bootstrap file may be read on a condition.</summary>
    public static CardImage Guarded(AccessCondition read) =>
        WithFile(ExampleCard.BootstrapFile(), new AccessRule(read, AccessRule.Default.Update));

    /// <summary>A card whose bootstrap file has records, where a transparent file is due.</summary>
    public static CardImage WithRecords() => CardGallery.Find("file of records").CreateImage();

    /// <summary>A card with a USIM and nothing else.</summary>
    public static CardImage WithoutApplication() => CardGallery.Find("no PKCS#15 application").CreateImage();

    /// <summary>A card that lacks one file of the PKCS#15 application, or of the MF.</summary>
    public static CardImage Without(ushort fileId)
    {
        CardImage image = ExampleCard.Create();
        if (!image.Application(ExampleCard.Pkcs15Aid)!.Remove(fileId) && !image.MasterFile.Remove(fileId))
            throw new ArgumentException("no such file", nameof(fileId));
        return image;
    }

    /// <summary>A bootstrap file of 32 KB: the example's accounts and an object that nobody knows.</summary>
    public static byte[] LargeFile(int size = BootstrapContent.MaxSize) => BootstrapContent.Large(size);

    private static CardImage WithFile(byte[] content, AccessRule access)
    {
        CardImage image = ExampleCard.Create();
        image.Application(ExampleCard.Pkcs15Aid)!
            .Add(ElementaryFile.Transparent(ExampleCard.BootstrapFileId, content, access: access));
        return image;
    }
}
