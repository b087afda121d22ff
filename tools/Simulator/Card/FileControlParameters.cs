namespace Bootstrapper.Simulator;

/// <summary>Makes the FCP template that SELECT and STATUS answer (TS 102 221 11.1.1.3).</summary>
internal static class FileControlParameters
{
    private const byte Template = 0x62;
    private const byte FileDescriptor = 0x82;
    private const byte FileId = 0x83;
    private const byte Name = 0x84;
    private const byte Proprietary = 0xA5;
    private const byte UiccCharacteristics = 0x80;
    private const byte LifeCycle = 0x8A;
    private const byte AccessRuleReference = 0x8B;
    private const byte CompactAccessRule = 0x8C;
    private const byte ExpandedAccessRule = 0xAB;
    private const byte PinStatus = 0xC6;
    private const byte PinStatusBits = 0x90;
    private const byte PinReference = 0x83;
    private const byte Size = 0x80;
    private const byte ShortFileId = 0x88;

    private const byte DirectoryDescriptor = 0x78;
    private const byte TransparentDescriptor = 0x41;
    private const byte LinearFixedDescriptor = 0x42;
    private const byte DataCoding = 0x21;
    private const byte Activated = 0x05;
    private const byte Deactivated = 0x04;

    private const byte PinEnvironment = 0x01;
    private const byte NoPinEnvironment = 0x00;

    private const byte ModeUpdateAndRead = 0x03;
    private const byte CompactAlways = 0x00;
    private const byte CompactNever = 0xFF;
    private const byte CompactSecureMessaging = 0x40;
    private const byte CompactPin = 0x10;

    /// <summary>Gets the template of the file or directory at a location.</summary>
    public static byte[] Of(CardLocation location, CardFileSystem files) =>
        location.File is { } file ? OfFile(file, location.Directory, files) : OfDirectory(location.Directory, files);

    /// <summary>Gets the name object of an application: tag 84 with its AID.</summary>
    public static byte[] NameOf(CardDirectory application) => BerTlv.Make(Name, application.Aid.ToArray());

    private static byte[] OfFile(ElementaryFile file, CardDirectory directory, CardFileSystem files)
    {
        byte[] descriptor = file.HasRecords
            ? [LinearFixedDescriptor, DataCoding, .. Word(file.RecordLength), (byte)file.RecordCount]
            : [TransparentDescriptor, DataCoding];

        // An empty tag 88 says that there is no SFI; without the tag it would be the low bits of the file ID.
        byte[] shortFileId = file.ShortFileId is { } sfi ? [(byte)(sfi << 3)] : [];

        return BerTlv.Make(
            Template,
            BerTlv.Make(FileDescriptor, descriptor),
            BerTlv.Make(FileId, Word(file.FileId)),
            BerTlv.Make(LifeCycle, [file.IsActivated ? Activated : Deactivated]),
            Security(file.Access, directory, files),
            BerTlv.Make(Size, Word(file.Content.Length)),
            BerTlv.Make(ShortFileId, shortFileId));
    }

    private static byte[] OfDirectory(CardDirectory directory, CardFileSystem files) => BerTlv.Make(
        Template,
        BerTlv.Make(FileDescriptor, [DirectoryDescriptor, DataCoding]),
        directory.FileId is { } fileId ? BerTlv.Make(FileId, Word(fileId)) : [],
        directory.IsApplication ? NameOf(directory) : [],
        directory == files.Image.MasterFile ? BerTlv.Make(Proprietary, BerTlv.Make(UiccCharacteristics, [0x71])) : [],
        BerTlv.Make(LifeCycle, [Activated]),
        Security(AccessRule.Default, directory, files),
        Pins(files.Image.Pins));

    private static byte[] Security(AccessRule access, CardDirectory directory, CardFileSystem files)
    {
        byte[] file = Word(files.AccessRulesOf(directory));
        byte record = files.AccessRules.RecordNumber(access);
        return files.Behavior.AccessRuleForm switch
        {
            AccessRuleForm.ReferenceByEnvironment =>
                BerTlv.Make(AccessRuleReference, [.. file, PinEnvironment, record, NoPinEnvironment, record]),
            AccessRuleForm.Expanded => BerTlv.Make(ExpandedAccessRule, AccessRuleFile.Encode(access)),
            AccessRuleForm.Compact =>
                BerTlv.Make(CompactAccessRule, [ModeUpdateAndRead, Compact(access.Update), Compact(access.Read)]),
            _ => BerTlv.Make(AccessRuleReference, [.. file, record]),
        };
    }

    // Bits 4-1 name the security environment.
    private static byte Compact(AccessCondition condition) =>
        condition == AccessCondition.Always ? CompactAlways
        : condition == AccessCondition.Never ? CompactNever
        : (byte)((condition.NeedsKey ? CompactPin : CompactSecureMessaging) | PinEnvironment);

    // Bit 8 of the first byte is the first key's: 1 for enabled (TS 102 221 9.5.2).
    private static byte[] Pins(IReadOnlyList<CardPin> pins)
    {
        byte[] enabled = new byte[Math.Max(1, (pins.Count + 7) / 8)];
        List<byte[]> parts = [];
        for (int i = 0; i < pins.Count; i++)
        {
            if (pins[i].Enabled)
                enabled[i / 8] |= (byte)(0x80 >> (i % 8));

            parts.Add(BerTlv.Make(PinReference, [pins[i].Reference]));
        }

        parts.Insert(0, BerTlv.Make(PinStatusBits, enabled));
        return BerTlv.Make(PinStatus, [.. parts]);
    }

    private static byte[] Word(int value) => [(byte)(value >> 8), (byte)value];
}
