using System.Text;

namespace Bootstrapper.Simulator;

/// <summary>A card as an operator would issue it, with one LwM2M server account on it.</summary>
public static class ExampleCard
{
    /// <summary>The ICCID, 19 digits of which the last is the check digit.</summary>
    public const string Iccid = "8988000000000000016";

    /// <summary>The IMSI, of the test network 001-01.</summary>
    public const string Imsi = "001010123456789";

    /// <summary>The value of PIN 1, which is disabled unless asked for.</summary>
    public const string Pin1 = "1234";

    /// <summary>The value of ADM 1, which the issuer's updates need.</summary>
    public const string Adm1 = "88888888";

    /// <summary>The file ID of EF LwM2M_Bootstrap, in the PKCS#15 application.</summary>
    public const ushort BootstrapFileId = 0x6432;

    /// <summary>The file ID of EF.ODF.</summary>
    public const ushort ObjectDirectoryFileId = 0x5031;

    /// <summary>The file ID of EF.DODF.</summary>
    public const ushort DataObjectDirectoryFileId = 0x6430;

    /// <summary>The file ID of EF.DIR, in the MF.</summary>
    public const ushort ApplicationDirectoryFileId = 0x2F00;

    /// <summary>The file ID of EF.ICCID, in the MF.</summary>
    public const ushort IccidFileId = 0x2FE2;

    private const ushort ImsiFileId = 0x6F07;
    private const ushort Pkcs15FileId = 0x5015;

    private const int DirectoryRecordLength = 48;
    private const int DirectoryRecordCount = 4;
    private const int DirectoryFileSize = 128;
    private const int BootstrapFileSize = 256;
    private const byte Filler = 0xFF;

    /// <summary>Gets the AID of the PKCS#15 application.</summary>
    public static ReadOnlySpan<byte> Pkcs15Aid =>
        [0xA0, 0, 0, 0, 0x63, (byte)'P', (byte)'K', (byte)'C', (byte)'S', (byte)'-', (byte)'1', (byte)'5'];

    /// <summary>Gets the AID of the USIM.</summary>
    public static ReadOnlySpan<byte> UsimAid => [0xA0, 0, 0, 0, 0x87, 0x10, 0x02, 0xFF, 0xFF, 0xFF, 0xFF, 0x89, 3, 2, 0, 0];

    /// <summary>Gets the content of EF LwM2M_Bootstrap: one PSK account, 126 bytes, the filler of the file aside.</summary>
    public static byte[] BootstrapFile() => Convert.FromHexString(
        "0002007A"
        // Security instance 1: URI, no bootstrap server, PSK, identity, key, Short Server ID 1
        + "000000005E08015B"
        + "C80022636F6170733A2F2F65752E696F742E617673797374656D2E636C6F75643A35363834"
        + "C10100C10200"
        + "C803146578616D706C652D70736B2D6964656E74697479"
        + "C805133378406D706C3350354B3533637233744B3379"
        + "C10A01"
        // Server instance 1: Short Server ID 1, lifetime 86400, nothing stored, binding U
        + "000100001208010F"
        + "C10001C40100015180C10600C10755");

    /// <summary>Makes the card.</summary>
    /// <param name="bootstrapFile">The content of EF LwM2M_Bootstrap; <see cref="BootstrapFile"/> where null. The file has
    /// at least 256 bytes, filled up with FF.</param>
    /// <param name="pinEnabled">Whether PIN 1 is asked for before the modem uses the card.</param>
    public static CardImage Create(byte[]? bootstrapFile = null, bool pinEnabled = false)
    {
        CardImage image = new();
        image.MasterFile
            .Add(ApplicationDirectory())
            .Add(ElementaryFile.Transparent(IccidFileId, Bcd.Encode(Iccid), shortFileId: 0x02));
        return image
            .Add(Usim())
            .Add(Pkcs15(bootstrapFile ?? BootstrapFile()))
            .Add(new CardPin(0x01, Pin1, enabled: pinEnabled))
            .Add(new CardPin(0x0A, Adm1, tries: 10));
    }

    private static ElementaryFile ApplicationDirectory()
    {
        byte[] content = Filled(DirectoryRecordLength * DirectoryRecordCount);
        DirectoryEntry(UsimAid, BerTlv.Make(0x50, Encoding.ASCII.GetBytes("USIM"))).CopyTo(content, 0);
        DirectoryEntry(Pkcs15Aid, BerTlv.Make(0x51, [0x3F, 0x00, Pkcs15FileId >> 8, Pkcs15FileId & 0xFF]))
            .CopyTo(content, DirectoryRecordLength);
        return ElementaryFile.LinearFixed(ApplicationDirectoryFileId, DirectoryRecordLength, content, shortFileId: 0x1E);
    }

    private static byte[] DirectoryEntry(ReadOnlySpan<byte> aid, byte[] labelOrPath) =>
        BerTlv.Make(0x61, BerTlv.Make(0x4F, aid.ToArray()), labelOrPath);

    // No more of a USIM than its presence and the subscriber's identity.
    private static CardDirectory Usim() =>
        CardDirectory.Application(UsimAid).Add(ElementaryFile.Transparent(
            ImsiFileId,
            Bcd.EncodeImsi(Imsi),
            shortFileId: 0x07,
            new AccessRule(AccessCondition.Key(0x01), AccessRule.Default.Update)));

    private static CardDirectory Pkcs15(byte[] bootstrapFile)
    {
        // EF.ODF: one data object directory file, 6430.
        byte[] objectDirectory = Convert.FromHexString("A706300404026430");

        // EF.DODF: an object with the OID 2.23.43.9.1, named "LwM2M Bootstrap", in file 6432.
        byte[] dataObjectDirectory = Convert.FromHexString(
            "A1253000" + "30110C0F4C774D324D20426F6F747374726170" + "A10E300C" + "0604672B0901" + "300404026432");

        return CardDirectory.Application(Pkcs15Aid, Pkcs15FileId)
            .Add(ElementaryFile.Transparent(ObjectDirectoryFileId, Filled(DirectoryFileSize, objectDirectory)))
            .Add(ElementaryFile.Transparent(DataObjectDirectoryFileId, Filled(DirectoryFileSize, dataObjectDirectory)))
            .Add(ElementaryFile.Transparent(BootstrapFileId, Filled(BootstrapFileSize, bootstrapFile)));
    }

    private static byte[] Filled(int size, params ReadOnlySpan<byte> content)
    {
        byte[] file = new byte[Math.Max(size, content.Length)];
        Array.Fill(file, Filler);
        content.CopyTo(file);
        return file;
    }
}
