using System.Globalization;
using System.Text;
using Bootstrapper.Simulator;

namespace Bootstrapper.Cli.Cards;

/// <summary>The commands that write the contents of a card's files, as personalisation tools take them.</summary>
/// <remarks>
/// A command a line, in hexadecimal digits; what starts with # is for the reader. All are on the basic channel, answer 9000
/// and ask for no data, so that they are the same over T=0 and T=1.
/// </remarks>
internal sealed class ApduScript
{
    /// <summary>The most bytes of an UPDATE BINARY: room is left for what secure messaging adds.</summary>
    public const int BlockSize = 240;

    private const string SelectByName = "00A4040C";
    private const string SelectByFileId = "00A4000C";
    private const string UpdateBinary = "00D6";

    private readonly StringBuilder _text = new();

    /// <summary>Gets the script that writes a card's EF.ODF, EF.DODF and EF LwM2M_Bootstrap.</summary>
    public static string Of(BootstrapCard card)
    {
        ApduScript script = new();
        script.Write(card);
        return script._text.ToString();
    }

    private void Write(BootstrapCard card)
    {
        Comment("Writes LwM2M bootstrap data to a card whose files exist. It holds the keys that the data holds.");
        Comment("Updating needs the issuer's rights: verify the card's ADM key before the first command.");
        Comment("EF.DIR (3F00/2F00) needs a record with these bytes, filled up with FF:");
        Comment(Convert.ToHexString(BootstrapCard.ApplicationEntry));
        Add("SELECT the PKCS#15 application", SelectByName, ExampleCard.Pkcs15Aid);
        WriteFile("EF.ODF", ExampleCard.ObjectDirectoryFileId, BootstrapCard.ObjectDirectory, 0);
        WriteFile("EF.DODF", ExampleCard.DataObjectDirectoryFileId, card.DataObjectDirectory, 0);

        // Where the data are a part of the file, the rest of it belongs to others.
        bool isPart = card.PathIndex > 0 || card.PathLength is not null;
        ReadOnlyMemory<byte> content = isPart ? card.Content : card.BootstrapFile;
        WriteFile("EF LwM2M_Bootstrap", card.FileId, content.Span, card.PathIndex);
    }

    private void WriteFile(string name, ushort fileId, ReadOnlySpan<byte> content, int offset)
    {
        Add(
            $"SELECT {name}, {content.Length} bytes from {offset} on",
            SelectByFileId,
            [(byte)(fileId >> 8), (byte)fileId]);
        while (!content.IsEmpty)
        {
            int length = Math.Min(BlockSize, content.Length);
            AddCommand($"{UpdateBinary}{offset:X4}", content[..length]);
            content = content[length..];
            offset += length;
        }
    }

    private void Add(string comment, string header, ReadOnlySpan<byte> data)
    {
        Comment(comment);
        AddCommand(header, data);
    }

    private void AddCommand(string header, ReadOnlySpan<byte> data) =>
        _text.Append(CultureInfo.InvariantCulture, $"{header}{data.Length:X2}{Convert.ToHexString(data)}\n");

    private void Comment(string text) => _text.Append("# ").Append(text).Append('\n');
}
