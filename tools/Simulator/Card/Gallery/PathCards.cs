namespace Bootstrapper.Simulator;

/// <summary>Cards that differ in where their files are.</summary>
internal static class PathCards
{
    private const ushort Odf = ExampleCard.ObjectDirectoryFileId;
    private const ushort Dodf = ExampleCard.DataObjectDirectoryFileId;
    private const ushort DedicatedPkcs15 = 0x7F50;
    private const ushort InnerDirectory = 0x5F01;
    private const ushort OuterDirectory = 0x7F10;

    private const string EntryAt7F50 = "61144F0CA000000063504B43532D313551043F007F50";
    private const string EntryWithoutPath = "610E4F0CA000000063504B43532D3135";

    // With 73 { 06 an object identifier, 30 { 04 path of EF.ODF } } (PKCS #15 v1.1, 5.4).
    private const string EntryWithOdfPath = "61204F0CA000000063504B43532D313551043F005015730A" + "06022A03" + "300404025032";

    // An object named "LwM2M", private, whose bytes are the 126 from the 16th on of file 6432; the length has a leading zero.
    private const string PartOfAFile =
        "A13D300B0C054C774D324D0302078030170C0F4C774D324D20426F6F7473747261700604672B0901A11530130604672B0901"
        + "300B04026432020110" + "8002007E";

    public static IEnumerable<GalleryCard> All =>
    [
        new("application at 7F50", CardOutcome.Provisioned,
            () => ExampleCard.Create().WithApplicationAt(DedicatedPkcs15).WithApplicationDirectory(EntryAt7F50)),
        new("application at 7F50, not told", CardOutcome.Provisioned,
            () => ExampleCard.Create().WithApplicationAt(DedicatedPkcs15).WithApplicationDirectory(EntryWithoutPath)),
        new("application that no path reaches", CardOutcome.Provisioned,
            () => ExampleCard.Create().WithApplicationAt(null).WithApplicationDirectory(EntryWithoutPath))
        {
            OutcomeByPath = CardOutcome.NoApplication,
        },
        new("DF 7F50 instead of an application", CardOutcome.NoApplication, DirectoryInsteadOfApplication)
        {
            OutcomeByPath = CardOutcome.Provisioned,
        },
        new("EF.ODF elsewhere", CardOutcome.Provisioned, OdfElsewhere) { OutcomeByPath = CardOutcome.NoApplication },
        new("EF.DODF by a path from the MF", CardOutcome.Provisioned,
            () => ExampleCard.Create().With(Odf, "A70A300804063F0050156430")),
        new("file by a path from the MF", CardOutcome.Provisioned, () => WithPath("3F0050156432")),
        new("file by a path from the application", CardOutcome.Provisioned, () => WithPath("7FFF6432")),
        new("file two levels down", CardOutcome.Provisioned, () => InDirectory(InnerDirectory, "5F016432")),
        new("file two levels down, from the application", CardOutcome.Provisioned,
            () => InDirectory(InnerDirectory, "7FFF5F016432")),
        new("file outside the application", CardOutcome.Provisioned, OutsideTheApplication),
        new("file in a directory that is not there", CardOutcome.NoBootstrapFile, () => WithPath("5F026432")),
        new("path of three bytes", CardOutcome.Malformed, () => WithPath("643200")),
        new("path of no bytes", CardOutcome.Malformed, () => WithPath("")),
        new("part of a file", CardOutcome.Provisioned, () => ExampleCard.Create()
            .With(Dodf, PartOfAFile)
            .With(ExampleCard.BootstrapFileId, [.. Something, .. ExampleCard.BootstrapFile(), .. Something])),
    ];

    private static byte[] Something => [.. Enumerable.Repeat((byte)0xA5, 16)];

    private static CardImage WithPath(string path) => ExampleCard.Create().With(Dodf, EntryWith(path));

    // An oidDO: A1 { 30 common, 30 class, A1 { 30 { 06 object identifier, 30 { 04 path } } } }
    private static byte[] EntryWith(string path) => BerTlv.Make(
        0xA1,
        BerTlv.Make(0x30),
        BerTlv.Make(0x30),
        BerTlv.Make(
            0xA1,
            BerTlv.Make(
                0x30,
                BerTlv.Make(0x06, [0x67, 0x2B, 0x09, 0x01]),
                BerTlv.Make(0x30, BerTlv.Make(0x04, Convert.FromHexString(path))))));

    private static CardImage InDirectory(ushort fileId, string path)
    {
        CardImage image = WithPath(path);
        CardDirectory application = image.Pkcs15();
        ElementaryFile file = application.File(ExampleCard.BootstrapFileId)!;
        application.Remove(file.FileId);
        application.Add(CardDirectory.Dedicated(fileId).Add(file));
        return image;
    }

    private static CardImage OutsideTheApplication()
    {
        CardImage image = WithPath("3F007F106432");
        ElementaryFile file = image.Pkcs15().File(ExampleCard.BootstrapFileId)!;
        image.Pkcs15().Remove(file.FileId);
        image.MasterFile.Add(CardDirectory.Dedicated(OuterDirectory).Add(file));
        return image;
    }

    private static CardImage DirectoryInsteadOfApplication()
    {
        CardImage image = ExampleCard.Create().WithApplicationDirectory(EntryAt7F50);
        CardDirectory application = image.Pkcs15();
        CardDirectory directory = CardDirectory.Dedicated(DedicatedPkcs15);
        foreach (ElementaryFile file in application.Files)
            directory.Add(file);

        image.Remove(application);
        image.MasterFile.Add(directory);
        return image;
    }

    private static CardImage OdfElsewhere()
    {
        const ushort Elsewhere = 0x5032;
        CardImage image = ExampleCard.Create().WithApplicationDirectory(EntryWithOdfPath);
        byte[] content = image.Pkcs15().File(Odf)!.Content.ToArray();
        return image.Without(Odf).With(Elsewhere, content);
    }
}
