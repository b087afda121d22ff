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

    private const int BootstrapFileSize = 256;

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
        CardImage image = new BootstrapCard(bootstrapFile ?? BootstrapFile()) { FileSize = BootstrapFileSize }.CreateImage();
        image.Pin(BootstrapCard.SimPinReference)!.Enabled = pinEnabled;
        return image;
    }
}
