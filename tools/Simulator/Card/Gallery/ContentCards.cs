namespace Bootstrapper.Simulator;

/// <summary>Cards that differ in EF LwM2M_Bootstrap itself.</summary>
internal static class ContentCards
{
    private const int RecordLength = 32;

    public static IEnumerable<GalleryCard> All =>
    [
        new("ordinary", CardOutcome.Provisioned, () => ExampleCard.Create()),
        new("file without padding", CardOutcome.Provisioned, () => With(ExampleCard.BootstrapFile())),
        new("file padded with 00", CardOutcome.Provisioned, () => With([.. ExampleCard.BootstrapFile(), .. new byte[300]])),
        new("file of 32 KB", CardOutcome.Provisioned, () => With(BootstrapContent.Large())),
        new("file of 32 KB, mostly padding", CardOutcome.Provisioned, () => With(Padded(BootstrapContent.MaxSize))),
        new("blank file", CardOutcome.Blank, () => ExampleCard.Create([0xFF])),
        new("empty file", CardOutcome.Empty, () => ExampleCard.Create(new byte[256])),
        new("truncated file", CardOutcome.Malformed, () => With(BootstrapContent.Truncated())),
        new("file larger than it says", CardOutcome.Malformed, () => ExampleCard.Create(WithLength(-1))),
        new("file smaller than it says", CardOutcome.Malformed, () => ExampleCard.Create(WithLength(1))),
        new("contradictory file", CardOutcome.Inconsistent, () => ExampleCard.Create(BootstrapContent.Inconsistent())),
        new("file of records", CardOutcome.CardError, Records) { StatusWord = StatusWords.WrongFileStructure },
        new("deactivated file", CardOutcome.CardError, Deactivated) { StatusWord = StatusWords.FileDeactivated },
        new("file for a secure channel", CardOutcome.SecureChannelRequired,
            () => ExampleCard.Create()
                .With(ExampleCard.BootstrapFileId, ExampleCard.BootstrapFile(), AccessCondition.SecureChannel)),
    ];

    private static CardImage With(byte[] content) => ExampleCard.Create().With(ExampleCard.BootstrapFileId, content);

    private static byte[] Padded(int size)
    {
        byte[] file = new byte[size];
        Array.Fill(file, (byte)0xFF);
        ExampleCard.BootstrapFile().CopyTo(file, 0);
        return file;
    }

    // The size at the beginning of the file, which does not count itself, is wrong.
    private static byte[] WithLength(int difference)
    {
        byte[] file = ExampleCard.BootstrapFile();
        file[3] = (byte)(file[3] + difference);
        return file;
    }

    private static CardImage Records()
    {
        CardImage image = ExampleCard.Create();
        image.Pkcs15().Add(
            ElementaryFile.LinearFixed(ExampleCard.BootstrapFileId, RecordLength, Padded(4 * RecordLength)));
        return image;
    }

    private static CardImage Deactivated()
    {
        CardImage image = ExampleCard.Create();
        image.Pkcs15().File(ExampleCard.BootstrapFileId)!.IsActivated = false;
        return image;
    }
}
