using Bootstrapper.Card;
using Bootstrapper.Modem;

namespace Bootstrapper.Cli.Reading;

/// <summary>Reads files of a card as a whole, one at a time, over a way that is open.</summary>
/// <param name="files">The card's files.</param>
/// <param name="chunkSize">The most bytes to ask for in one command.</param>
/// <param name="progress">Is told how much of EF LwM2M_Bootstrap has been read, or null.</param>
/// <param name="stopIfCancelled">Is called between two commands, and throws if nothing is to be read any more.</param>
internal sealed class WholeFileReader(UiccFiles files, int chunkSize, IReadProgress? progress, Action stopIfCancelled)
{
    /// <summary>The name of the file that all is about.</summary>
    public const string BootstrapName = "EF LwM2M_Bootstrap";

    private const int MostRecords = 254;
    private const int LargestRecord = 255;
    private const int IncompatibleStructure = 0x6981;
    private const byte HighestShortFileId = 0x1E;
    private const int ShortFileIdShift = 3;

    /// <summary>Reads a file of the MF that has a short file identifier by standard; before an application is selected.</summary>
    /// <param name="name">The file's name in messages.</param>
    /// <param name="fileId">The file ID.</param>
    /// <param name="shortFileId">The short file identifier.</param>
    /// <param name="count">The number of bytes to read of a transparent file; 0 for a file of records.</param>
    public CardFile ReadInRoot(string name, int fileId, byte shortFileId, int count)
    {
        stopIfCancelled();
        CardFile file = new(name, [0x3F, 0x00, (byte)(fileId >> 8), (byte)fileId]) { ShortFileId = shortFileId };
        files.OpenInRoot(fileId, shortFileId);
        try
        {
            if (count == 0)
                return ReadRecords(file);
            byte[] content = files.Buffer.AsSpan(0, files.ReadBinary(0, count)).ToArray();
            return file with { IsThere = content.Length > 0, Content = content };
        }
        catch (CardException e)
        {
            return file with { IsThere = e.StatusWord != StatusWords.NotFound, Trouble = e };
        }
        catch (ModemException e) when (IsRefusal(e))
        {
            // Not every modem that carries APDUs to an application lets the files of the MF be read; the device does without.
            return file;
        }
    }

    /// <summary>Tells whether a modem lacks a command, as opposed to the card or a modem that restarted.</summary>
    public static bool IsRefusal(ModemException e) =>
        e.Status is AtStatus.Error or AtStatus.Garbled or AtStatus.NoAnswer

        // 27.007 9.2: 10 to 18 are about the SIM.
        || e is { Status: AtStatus.CmeError, Code: not (>= 10 and <= 18) };

    /// <summary>Reads a file by its path, in the selected application or from the MF.</summary>
    public CardFile Read(string name, byte[] path)
    {
        stopIfCancelled();
        progress?.Step($"reading {name}");
        CardFile file = new(name, path);
        CardFileReader reader = new(files, chunkSize);
        try
        {
            if (!reader.Open(new CardPath(path), name))
                return file;
            file = Described(file with { IsThere = true });
            return ReadBytes(file, reader);
        }
        catch (CardException e) when (e.StatusWord == IncompatibleStructure)
        {
            return TryReadRecords(file);
        }
        catch (CardException e)
        {
            return file with { IsThere = true, Trouble = e };
        }
    }

    private CardFile ReadBytes(CardFile file, CardFileReader reader)
    {
        using MemoryStream content = new();
        byte[] buffer = new byte[LargestRecord];
        bool isBootstrap = file.Name == BootstrapName;
        int read;
        while ((read = reader.Read(buffer, 0, buffer.Length)) > 0)
        {
            content.Write(buffer, 0, read);
            if (isBootstrap)
                progress?.Bytes((int)content.Length, file.Size);
            stopIfCancelled();
        }

        return file with { Content = content.ToArray() };
    }

    private CardFile TryReadRecords(CardFile file)
    {
        try
        {
            return ReadRecords(file);
        }
        catch (CardException e)
        {
            return file with { Trouble = e };
        }
    }

    private CardFile ReadRecords(CardFile file)
    {
        List<byte[]> records = [];
        for (int number = 1; number <= MostRecords; number++)
        {
            int length = files.ReadRecord(number);
            if (length == 0)
                break;
            records.Add(files.Buffer.AsSpan(0, length).ToArray());
            stopIfCancelled();
        }

        // A linear fixed file has records of one length; what a card leaves off is filler.
        int recordLength = records.Count == 0 ? 0 : records.Max(r => r.Length);
        byte[] content = new byte[records.Count * recordLength];
        Array.Fill(content, (byte)0xFF);
        for (int i = 0; i < records.Count; i++)
            records[i].CopyTo(content, i * recordLength);
        return file with { IsThere = file.IsThere || records.Count > 0, RecordLength = recordLength, Content = content };
    }

    // TS 102 221 11.1.1.3: the FCP of the file that was just opened; 88 SFI, in the bits 8 to 4.
    private CardFile Described(CardFile file)
    {
        BerReader template = new();
        BerReader item = new();
        template.Reset(files.Buffer, 0, files.Access.ResponseLength);
        byte? shortFileId = null;
        if (template.Find(0x62))
        {
            item.Enter(template);
            if (item.Find(0x88) && item.ValueLength == 1)
                shortFileId = (byte)(item.GetSize() >> ShortFileIdShift);
        }

        return file with
        {
            Size = files.Size < 0 ? null : files.Size,
            ShortFileId = shortFileId is > 0 and <= HighestShortFileId ? shortFileId : null,
        };
    }
}
