using Bootstrapper.Card;
using Bootstrapper.Modem;

namespace Bootstrapper.Cli.Reading;

/// <summary>
/// Goes the way of the LwM2M TS, G.2, to EF LwM2M_Bootstrap, with the library's own steps, and keeps the files on it.
/// </summary>
internal sealed class CardWalk
{
    private const int EfIccid = 0x2FE2;
    private const byte EfIccidShort = 0x02;
    private const int IccidLength = 10;
    private const int EfDirectory = 0x2F00;
    private const byte EfDirectoryShort = 0x1E;
    private const int MostFiles = 64;

    /// <summary>The AID of the PKCS#15 application (ETSI TS 102 221 and LwM2M TS Appendix G).</summary>
    public static readonly byte[] Pkcs15 = Convert.FromHexString("A000000063504B43532D3135");

    private static readonly byte[] _objectDirectory = [0x50, 0x31];
    private static readonly byte[] _tokenInfo = [0x50, 0x32];

    // Where AT+CRSM finds the application if EF.DIR has no path (GSM cards have PKCS#15 there).
    private static readonly byte[] _usualDirectory = [0x7F, 0x50];

    private static readonly byte[] _bootstrapObject = [0x67, 0x2B, 0x09, 0x01];

    private readonly UiccFiles _files;
    private readonly FilePin _pin;
    private readonly CardAccess _way;
    private readonly int _chunkSize;
    private readonly WholeFileReader _reader;
    private readonly List<CardFile> _read = [];

    /// <summary>Creates the walk, over a way that is open.</summary>
    public CardWalk(CardSession session, FilePin pin, IReadProgress? progress, Action stopIfCancelled)
    {
        _files = new UiccFiles(session.Access);
        _pin = pin;
        _way = session.Way;
        _chunkSize = session.Profile.ChunkSize;
        _reader = new WholeFileReader(_files, _chunkSize, progress, stopIfCancelled);
    }

    /// <summary>Reads the files.</summary>
    /// <param name="everything">Whether also those that don't lead to EF LwM2M_Bootstrap.</param>
    public CardContents Read(bool everything)
    {
        CardContents contents = new(
            _reader.ReadInRoot("EF.ICCID", EfIccid, EfIccidShort, IccidLength),
            _reader.ReadInRoot("EF.DIR", EfDirectory, EfDirectoryShort, 0));
        EfDir applications = new(_files);
        bool isListed = IsListed(applications);
        byte[]? identifier = Select(applications, isListed);
        if (identifier is null)
            return contents;

        // The PIN that the user gave is for what a device reads: no other file's is tried with it.
        byte[] odfPath = applications.OdfPath ?? _objectDirectory;
        _files.Pin = _pin;
        CardPath? bootstrapPath = Find(odfPath);
        CardFile? bootstrap = bootstrapPath is null ? null : Read(WholeFileReader.BootstrapName, bootstrapPath.Octets);
        _files.Pin = null;

        List<(int Tag, byte[] Path)> directories = Pkcs15Entries.OfObjectDirectory(Read("EF(ODF)", odfPath).Content);
        foreach ((int tag, byte[] path) in directories)
        {
            if (tag == Pkcs15Entries.DataObjects)
                Read("EF(DODF)", path);
        }

        if (everything)
            ReadOthers(contents.ApplicationDirectory, directories);
        return contents with
        {
            Identifier = identifier,
            DirectoryPath = applications.Path ?? (_way == CardAccess.Crsm ? _usualDirectory : null),
            Files = _read,
            BootstrapPath = bootstrapPath,
            Bootstrap = bootstrap,
        };
    }

    private static bool IsListed(EfDir applications)
    {
        try
        {
            return applications.Find(Pkcs15);
        }
        catch (CardException)
        {
            return false;
        }
        catch (ModemException e) when (WholeFileReader.IsRefusal(e))
        {
            return false;
        }
    }

    private byte[]? Select(EfDir applications, bool isListed)
    {
        byte[] identifier = isListed ? applications.Identifier : Pkcs15;
        if (_files.Access.SelectApplication(identifier, applications.Path))
            return identifier;
        return identifier.Length != Pkcs15.Length && _files.Access.SelectApplication(Pkcs15, applications.Path) ? Pkcs15 : null;
    }

    private CardPath? Find(byte[] odfPath)
    {
        try
        {
            return new Pkcs15Directory(new CardFileReader(_files, _chunkSize), _bootstrapObject).Find(odfPath);
        }
        catch (Exception e) when (e is ContentException or CardException)
        {
            // The device's verdict says so.
            return null;
        }
    }

    private void ReadOthers(CardFile applicationDirectory, List<(int Tag, byte[] Path)> directories)
    {
        // EF(TokenInfo) has a file ID of its own; whether the card has it, nobody says.
        if (!Read("EF(TokenInfo)", _tokenInfo).IsThere)
            _read.RemoveAll(f => f.Name == "EF(TokenInfo)");

        List<byte[]> paths = [];
        int length = applicationDirectory.RecordLength;
        for (int start = 0; length > 0 && start < applicationDirectory.Content.Length; start += length)
        {
            byte[] record = applicationDirectory.Content[start..(start + length)];
            if (record.AsSpan().IndexOf(Pkcs15) >= 0)
                paths.AddRange(Pkcs15Entries.OfApplication(record));
        }

        foreach ((_, byte[] path) in directories)
            paths.AddRange(Pkcs15Entries.OfDirectory(Read("EF", path).Content));
        foreach (byte[] path in paths)
            Read("EF", path);
    }

    private CardFile Read(string name, byte[] path)
    {
        CardFile wanted = new(name, path);
        if (_read.Find(f => f.Place == wanted.Place) is { } known)
            return known;
        if (_read.Count == MostFiles)
            return wanted;
        CardFile file = _reader.Read(name, path);
        _read.Add(file);
        return file;
    }
}
