using System.Globalization;
using System.Text;
using Bootstrapper.Lwm2m;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Matrix;

/// <summary>What is on a card, found in its image without the library.</summary>
internal sealed class CardFacts
{
    private const int FileHeaderLength = 4;

    private static readonly byte[] _content = ExampleCard.BootstrapFile();

    private readonly ElementaryFile? _file;
    private readonly int _start;

    public CardFacts(CardImage image)
    {
        IEnumerable<ElementaryFile> files = image.Applications.Prepend(image.MasterFile).SelectMany(FilesOf);
        foreach (ElementaryFile file in files.Where(file => !file.HasRecords))
        {
            // The records behind the header of the file, which differs with its size.
            int records = file.Content.Span.IndexOf(_content.AsSpan(FileHeaderLength));
            if (records >= FileHeaderLength)
                (_file, _start) = (file, records - FileHeaderLength);
        }

        ElementaryFile? directory = image.MasterFile.File(ExampleCard.ApplicationDirectoryFileId);
        IsListed = directory is not null && directory.Content.Span.IndexOf(ExampleCard.Pkcs15Aid) >= 0;
        HasDirectory = directory is not null;
    }

    /// <summary>Gets the secret key in the file.</summary>
    public static ReadOnlySpan<byte> Secret => "3x@mpl3P5K53cr3tK3y"u8;

    /// <summary>Gets whether EF.DIR names the PKCS#15 application.</summary>
    public bool IsListed { get; }

    /// <summary>Gets whether there is EF.DIR.</summary>
    public bool HasDirectory { get; }

    /// <summary>Gets the accounts in the file as text, one line for each instance.</summary>
    public string Accounts()
    {
        ReadOnlySpan<byte> records = _file!.Content.Span[(_start + FileHeaderLength)..][..(_content.Length - FileHeaderLength)];
        StringBuilder text = new();
        while (!records.IsEmpty)
        {
            // Object ID, flags of which none is set, length (LwM2M TS, Appendix G.3.4).
            int objectId = Number(records[..2]);
            int length = Number(records[3..5]);
            ReadOnlySpan<byte> instances = records.Slice(5, length);
            records = records[(5 + length)..];
            while (!instances.IsEmpty)
            {
                Dictionary<int, byte[]> resources = [];
                int instance = Entry(ref instances, out ReadOnlySpan<byte> values);
                while (!values.IsEmpty)
                    resources.Add(Entry(ref values, out ReadOnlySpan<byte> value), value.ToArray());
                text.AppendLine(objectId == 0 ? Security(instance, resources) : Server(instance, resources));
            }
        }

        return text.ToString();
    }

    /// <summary>Gets the accounts that the library found, in the same form.</summary>
    public static string Accounts(BootstrapConfiguration configuration)
    {
        StringBuilder text = new();
        foreach (SecurityInstance security in configuration.SecurityInstances)
        {
            text.AppendLine(Security(
                security.InstanceId, security.ServerUri, security.IsBootstrapServer, security.SecurityMode,
                security.PublicKeyOrIdentity, security.SecretKey, security.ShortServerId));
        }

        foreach (ServerInstance server in configuration.ServerInstances)
        {
            text.AppendLine(Server(
                server.InstanceId, server.ShortServerId, server.Lifetime, server.NotificationStoring, server.Binding));
        }

        return text.ToString();
    }

    /// <summary>Writes one byte of the secret key over the air; once more puts it back.</summary>
    public void ChangeSecret()
    {
        _file!.Content.Span[_start + _content.AsSpan().IndexOf(Secret)] ^= 0x01;
    }

    /// <summary>Gets the name of the application that is selected on the basic channel, in hexadecimal digits.</summary>
    public static string Selected(SimulatedCard card)
    {
        // STATUS, the name wanted, with the right length only (TS 102 221 11.1.2).
        byte[] length = card.Transmit([0x80, 0xF2, 0x00, 0x01, 0x00]);
        return length[^2] == 0x6C
            ? Convert.ToHexString(card.Transmit([0x80, 0xF2, 0x00, 0x01, length[^1]]))
            : Convert.ToHexString(length);
    }

    private static string Security(int instance, Dictionary<int, byte[]> values) => Security(
        instance, Encoding.UTF8.GetString(values[0]), values[1][0] != 0, Number(values[2]), values[3], values[5],
        Number(values[10]));

    private static string Security(
        int instance, string uri, bool isBootstrap, int mode, byte[] identity, byte[] key, int shortId) =>
        $"/0/{instance}: {uri} {isBootstrap} {mode} {Convert.ToHexString(identity)} {Convert.ToHexString(key)} {shortId}";

    private static string Server(int instance, Dictionary<int, byte[]> values) => Server(
        instance, Number(values[0]), Number(values[1]), values[6][0] != 0, Encoding.UTF8.GetString(values[7]));

    private static string Server(int instance, int shortId, long lifetime, bool isStoring, string binding) => string.Create(
        CultureInfo.InvariantCulture, $"/1/{instance}: {shortId} {lifetime} {isStoring} {binding}");

    // Type, identifier of one byte, length in the type or behind the identifier (LwM2M TS, 7.4.5).
    private static int Entry(ref ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> value)
    {
        int lengthBytes = (bytes[0] >> 3) & 3;
        int identifier = bytes[1];
        int length = lengthBytes == 0 ? bytes[0] & 7 : Number(bytes.Slice(2, lengthBytes));
        value = bytes.Slice(2 + lengthBytes, length);
        bytes = bytes[(2 + lengthBytes + length)..];
        return identifier;
    }

    private static int Number(ReadOnlySpan<byte> bytes)
    {
        int number = 0;
        foreach (byte b in bytes)
            number = (number << 8) | b;
        return number;
    }

    private static IEnumerable<ElementaryFile> FilesOf(CardDirectory directory) =>
        directory.Files.Concat(directory.Directories.SelectMany(FilesOf));
}
