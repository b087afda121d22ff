using System.Text;

namespace Bootstrapper.Simulator;

/// <summary>A card for Bootstrap from Smartcard: the files that lead to EF LwM2M_Bootstrap, and that file (LwM2M TS,
/// Appendix G). What is not said is as on <see cref="ExampleCard"/>.</summary>
/// <param name="Content">The bootstrap data.</param>
public sealed record BootstrapCard(ReadOnlyMemory<byte> Content)
{
    /// <summary>The key reference of the card's PIN 1.</summary>
    public const byte SimPinReference = 0x01;

    private const byte Adm1Reference = 0x0A;
    private const ushort ImsiFileId = 0x6F07;
    private const ushort Pkcs15FileId = 0x5015;

    private const int DirectoryRecordLength = 48;
    private const int DirectoryRecordCount = 4;
    private const int DirectoryFileSize = 128;
    private const int MaxIntegerLength = 3;

    private const byte Sequence = 0x30;
    private const byte OctetString = 0x04;
    private const byte Utf8String = 0x0C;
    private const byte BitString = 0x03;
    private const byte Integer = 0x02;
    private const byte Identifier = 0x06;
    private const byte Context0 = 0x80;
    private const byte IdentifiedObject = 0xA1;
    private const byte TypeAttributes = 0xA1;
    private const byte DataObjects = 0xA7;

    private const byte PrivateBit = 0x80;
    private const byte ModifiableBit = 0x40;

    private const string ApplicationName = "LwM2M Bootstrap";

    private static readonly byte[] _identifier = [0x67, 0x2B, 0x09, 0x01];

    /// <summary>Gets the entry of EF.DIR for the PKCS#15 application (TS 102 221 13.1).</summary>
    public static byte[] ApplicationEntry =>
        DirectoryEntry(ExampleCard.Pkcs15Aid, BerTlv.Make(0x51, [0x3F, 0x00, Pkcs15FileId >> 8, Pkcs15FileId & 0xFF]));

    /// <summary>Gets the content of EF.ODF: one data object directory file.</summary>
    public static byte[] ObjectDirectory => BerTlv.Make(
        DataObjects, BerTlv.Make(Sequence, BerTlv.Make(OctetString, Word(ExampleCard.DataObjectDirectoryFileId))));

    /// <summary>Gets the digits of EF.ICCID.</summary>
    public string Iccid { get; init; } = ExampleCard.Iccid;

    /// <summary>Gets the file ID of EF LwM2M_Bootstrap.</summary>
    public ushort FileId { get; init; } = ExampleCard.BootstrapFileId;

    /// <summary>Gets the bytes that EF LwM2M_Bootstrap has at the least, filled up with FF.</summary>
    public int FileSize { get; init; }

    /// <summary>Gets the offset of the content in the file; with 0 the path in EF.DODF says no index unless
    /// <see cref="PathLength"/> is given.</summary>
    public int PathIndex { get; init; }

    /// <summary>Gets the length that the path in EF.DODF says; null for that of the content, where it says one.</summary>
    public int? PathLength { get; init; }

    /// <summary>Gets the object's label; empty for none.</summary>
    public string Label { get; init; } = "";

    /// <summary>Gets whether the object's flags say that it is private: to be read after a PIN.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Gets whether the object's flags say that it is modifiable.</summary>
    public bool IsModifiable { get; init; }

    /// <summary>Gets the form of the object's identifier.</summary>
    public BootstrapObjectForm Form { get; init; }

    /// <summary>Gets the PIN that reading EF LwM2M_Bootstrap needs; null for none.</summary>
    public CardPin? Pin { get; init; }

    /// <summary>Gets the content of EF.DODF: one object.</summary>
    public byte[] DataObjectDirectory
    {
        get
        {
            byte[] identifier = BerTlv.Make(Identifier, _identifier);
            bool isOpaque = Form == BootstrapObjectForm.Opaque;
            byte[] classAttributes = BerTlv.Make(
                Sequence,
                BerTlv.Make(Utf8String, Encoding.UTF8.GetBytes(ApplicationName)),
                isOpaque || Form == BootstrapObjectForm.Both ? identifier : []);
            byte[] value = isOpaque
                ? FilePath
                : BerTlv.Make(
                    Sequence,
                    Form == BootstrapObjectForm.DoubledHeader ? BerTlv.Make(Identifier, identifier) : identifier,
                    FilePath);
            return BerTlv.Make(
                isOpaque ? Sequence : IdentifiedObject, CommonAttributes, classAttributes, BerTlv.Make(TypeAttributes, value));
        }
    }

    /// <summary>Gets the content of EF LwM2M_Bootstrap, filler included.</summary>
    public byte[] BootstrapFile
    {
        get
        {
            byte[] file = Filled(Math.Max(FileSize, PathIndex + Content.Length));
            Content.CopyTo(file.AsMemory(PathIndex));
            return file;
        }
    }

    private byte[] CommonAttributes
    {
        get
        {
            byte flags = (byte)((IsPrivate ? PrivateBit : 0) | (IsModifiable ? ModifiableBit : 0));

            // DER leaves zeros at the end of such a BIT STRING out; the first byte counts the bits not used.
            byte unused = (byte)(IsModifiable ? 6 : 7);
            return BerTlv.Make(
                Sequence,
                Label.Length > 0 ? BerTlv.Make(Utf8String, Encoding.UTF8.GetBytes(Label)) : [],
                flags != 0 ? BerTlv.Make(BitString, [unused, flags]) : []);
        }
    }

    // Path ::= SEQUENCE { path OCTET STRING, index INTEGER OPTIONAL, length [0] INTEGER OPTIONAL }, the last two together.
    private byte[] FilePath
    {
        get
        {
            byte[] range = PathIndex > 0 || PathLength is not null
                ? BerTlv.Join(Number(Integer, PathIndex), Number(Context0, PathLength ?? Content.Length))
                : [];
            return BerTlv.Make(Sequence, BerTlv.Make(OctetString, Word(FileId)), range);
        }
    }

    /// <summary>Makes the card: a SIM with these files. Its PIN 1 is disabled.</summary>
    public CardImage CreateImage()
    {
        CardImage image = new();
        image.MasterFile
            .Add(ApplicationDirectory())
            .Add(ElementaryFile.Transparent(ExampleCard.IccidFileId, Bcd.Encode(Iccid), shortFileId: 0x02));
        image
            .Add(Usim())
            .Add(Pkcs15())
            .Add(new CardPin(SimPinReference, ExampleCard.Pin1, enabled: false))
            .Add(new CardPin(Adm1Reference, ExampleCard.Adm1, tries: 10));
        return Pin is null ? image : image.Add(Pin);
    }

    private static ElementaryFile ApplicationDirectory()
    {
        byte[] content = Filled(DirectoryRecordLength * DirectoryRecordCount);
        DirectoryEntry(ExampleCard.UsimAid, BerTlv.Make(0x50, Encoding.ASCII.GetBytes("USIM"))).CopyTo(content, 0);
        ApplicationEntry.CopyTo(content, DirectoryRecordLength);
        return ElementaryFile.LinearFixed(
            ExampleCard.ApplicationDirectoryFileId, DirectoryRecordLength, content, shortFileId: 0x1E);
    }

    // No more of a USIM than its presence and the subscriber's identity.
    private static CardDirectory Usim() =>
        CardDirectory.Application(ExampleCard.UsimAid).Add(ElementaryFile.Transparent(
            ImsiFileId,
            Bcd.EncodeImsi(ExampleCard.Imsi),
            shortFileId: 0x07,
            new AccessRule(AccessCondition.Key(SimPinReference), AccessRule.Default.Update)));

    private CardDirectory Pkcs15()
    {
        AccessRule access = Pin is null
            ? AccessRule.Default
            : new AccessRule(AccessCondition.Key(Pin.Reference), AccessRule.Default.Update);
        return CardDirectory.Application(ExampleCard.Pkcs15Aid, Pkcs15FileId)
            .Add(DirectoryFile(ExampleCard.ObjectDirectoryFileId, ObjectDirectory))
            .Add(DirectoryFile(ExampleCard.DataObjectDirectoryFileId, DataObjectDirectory))
            .Add(ElementaryFile.Transparent(FileId, BootstrapFile, access: access));
    }

    private static ElementaryFile DirectoryFile(ushort fileId, byte[] content)
    {
        byte[] file = Filled(Math.Max(DirectoryFileSize, content.Length));
        content.CopyTo(file, 0);
        return ElementaryFile.Transparent(fileId, file);
    }

    private static byte[] DirectoryEntry(ReadOnlySpan<byte> aid, byte[] labelOrPath) =>
        BerTlv.Make(0x61, BerTlv.Make(0x4F, aid.ToArray()), labelOrPath);

    private static byte[] Filled(int size)
    {
        byte[] file = new byte[size];
        Array.Fill(file, (byte)0xFF);
        return file;
    }

    // DER: no leading byte that says nothing, but one of zeros where the number would be negative without it.
    private static byte[] Number(byte tag, int value)
    {
        List<byte> bytes = [];
        for (int shift = 8 * (MaxIntegerLength - 1); shift >= 0; shift -= 8)
        {
            if (bytes.Count > 0 || shift == 0 || value >> (shift - 1) != 0)
                bytes.Add((byte)(value >> shift));
        }

        return BerTlv.Make(tag, [.. bytes]);
    }

    private static byte[] Word(int value) => [(byte)(value >> 8), (byte)value];
}
