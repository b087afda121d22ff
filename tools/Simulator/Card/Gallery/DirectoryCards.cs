namespace Bootstrapper.Simulator;

/// <summary>Cards that differ in the files that lead to EF LwM2M_Bootstrap: EF.DIR, EF.ODF, EF.DODF.</summary>
internal static class DirectoryCards
{
    private const ushort Dir = ExampleCard.ApplicationDirectoryFileId;
    private const ushort Odf = ExampleCard.ObjectDirectoryFileId;
    private const ushort Dodf = ExampleCard.DataObjectDirectoryFileId;
    private const ushort OtherDodf = 0x6431;

    // EF.DIR: 61 { 4F AID, 50 label, 51 path, 73 { PKCS #15 v1.1, 5.4 } }
    private const string Usim = "61184F10A0000000871002FFFFFFFF89030200005004" + "5553494D";
    private const string Isim = "61184F10A0000000871004FFFFFFFF89030200005004" + "4953494D";
    private const string OtherOfTheSameProvider = "610E4F0CA000000063504B43532D3131";
    private const string Pkcs15 = "61144F0CA000000063504B43532D313551043F005015";
    private const string Pkcs15WithoutPath = "610E4F0CA000000063504B43532D3135";

    // EF.ODF: A7 { 30 { 04 path of an EF.DODF } }; A5, trusted certificates; A8, PINs.
    private const string OneDodf = "A706300404026430";
    private const string TwoDodfs = "A706300404026431" + OneDodf;
    private const string AmongOthers = "A506300404024404" + "A806300404024403" + OneDodf;

    // EF.DODF: A1 { 30 common, 30 { 0C name }, A1 { 30 { 06 object identifier, 30 { 04 path } } } }
    private const string Entry = "A125300030110C0F4C774D324D20426F6F747374726170A10E300C0604672B0901300404026432";
    private const string OtherEntry = "A116300030020C00A10E300C0604672B0902300404026433";

    // The identifier with its header twice, as in the example of the LwM2M TS before 1.2.1.
    private const string WrongIdentifier = "A127300030110C0F4C774D324D20426F6F747374726170A110300E06060604672B0901300404026432";

    // An opaque object, whose identifier is among the class attributes, in 7FFF6432.
    private const string Opaque = "301B30070C054C774D324D30060604672B0901A108300604047FFF6432";

    public static IEnumerable<GalleryCard> All =>
    [
        new("no EF.DIR", CardOutcome.Provisioned, () => ExampleCard.Create().Without(Dir))
        {
            OutcomeByPath = CardOutcome.NoApplication,
        },
        new("EF.DIR without a path", CardOutcome.Provisioned,
            () => ExampleCard.Create().WithApplicationDirectory(Usim, Pkcs15WithoutPath))
        {
            OutcomeByPath = CardOutcome.NoApplication,
        },
        new("EF.DIR of many applications", CardOutcome.Provisioned, () => ExampleCard.Create()
            .WithApplicationDirectory(Usim, "", Isim, OtherOfTheSameProvider, Pkcs15, "")),
        new("EF.DIR with a malformed record", CardOutcome.Provisioned, () => ExampleCard.Create()
            .WithApplicationDirectory("61FF4F10A0", Pkcs15)),
        new("no PKCS#15 application", CardOutcome.NoApplication, () => WithoutApplication().WithApplicationDirectory(Usim)),
        new("PKCS#15 application only in EF.DIR", CardOutcome.NoApplication, WithoutApplication),
        new("no EF.ODF", CardOutcome.NoBootstrapFile, () => ExampleCard.Create().Without(Odf))
        {
            OutcomeByPath = CardOutcome.NoApplication,
        },
        new("EF.ODF blank", CardOutcome.NoBootstrapFile, () => ExampleCard.Create().With(Odf, "FFFFFFFFFFFFFFFF")),
        new("EF.ODF without padding", CardOutcome.Provisioned, () => ExampleCard.Create().With(Odf, OneDodf)),
        new("EF.ODF of many kinds", CardOutcome.Provisioned, () => ExampleCard.Create().With(Odf, AmongOthers)),
        new("EF.ODF cut off", CardOutcome.Malformed, () => ExampleCard.Create().With(Odf, OneDodf[..^4])),
        new("no EF.DODF", CardOutcome.NoBootstrapFile, () => ExampleCard.Create().Without(Dodf)),
        new("EF.DODF blank", CardOutcome.NoBootstrapFile, () => ExampleCard.Create().With(Dodf, "FFFFFFFFFFFFFFFF")),
        new("EF.DODF without the object", CardOutcome.NoBootstrapFile, () => ExampleCard.Create().With(Dodf, OtherEntry)),
        new("EF.DODF without padding", CardOutcome.Provisioned, () => ExampleCard.Create().With(Dodf, Entry)),
        new("EF.DODF of several objects", CardOutcome.Provisioned,
            () => ExampleCard.Create().With(Dodf, OtherEntry + Entry)),
        new("EF.DODF cut off", CardOutcome.Malformed, () => ExampleCard.Create().With(Dodf, Entry[..^4])),
        new("first EF.DODF without the object", CardOutcome.Provisioned,
            () => ExampleCard.Create().With(Odf, TwoDodfs).With(OtherDodf, OtherEntry)),
        new("first EF.DODF blank", CardOutcome.Provisioned,
            () => ExampleCard.Create().With(Odf, TwoDodfs).With(OtherDodf, "FFFFFFFF")),
        new("first EF.DODF missing", CardOutcome.Provisioned, () => ExampleCard.Create().With(Odf, TwoDodfs)),
        new("wrong object identifier", CardOutcome.Provisioned, () => ExampleCard.Create().With(Dodf, WrongIdentifier)),
        new("opaque object", CardOutcome.Provisioned, () => ExampleCard.Create().With(Dodf, Opaque)),
        new("no EF LwM2M_Bootstrap", CardOutcome.NoBootstrapFile,
            () => ExampleCard.Create().Without(ExampleCard.BootstrapFileId)),
    ];

    private static CardImage WithoutApplication()
    {
        CardImage image = ExampleCard.Create();
        image.Remove(image.Pkcs15());
        return image;
    }
}
