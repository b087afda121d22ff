namespace Bootstrapper.Simulator;

/// <summary>What a card holds: its files, its applications and its PINs. <see cref="SimulatedCard"/> brings it to life.</summary>
/// <remarks>
/// On disk an image is a folder: <c>card.json</c>, the folder <c>3F00</c> of the MF, and a folder per application, named by
/// its AID. In them is a file per elementary file, named by its file ID, and a folder per DF:
/// <code>
/// card.json
/// 3F00/2F00.bin
/// A000000063504B43532D3135/6432.bin
/// </code>
/// <c>card.json</c> has what the bytes cannot tell; what is not said is as in a file that is transparent, has no SFI, is
/// activated, and that everybody reads and ADM1 updates:
/// <code>
/// {
///   "pins": [ { "key": "PIN1", "value": "1234", "tries": 3, "triesLeft": 2, "enabled": true } ],
///   "applications": { "A000000063504B43532D3135": { "fileId": "5015" } },
///   "files": { "3F00/2F00": { "recordLength": 48, "sfi": "1E", "read": "PIN1", "update": "never", "activated": true } }
/// }
/// </code>
/// EF.ARR (3F00/2F06) is not part of an image: the card makes it from the files' access conditions.
/// </remarks>
public sealed class CardImage
{
    private readonly List<CardDirectory> _applications = [];
    private readonly List<CardPin> _pins = [];

    /// <summary>Gets the MF.</summary>
    public CardDirectory MasterFile { get; } = CardDirectory.Dedicated(CardDirectory.MasterFileId);

    /// <summary>Gets the applications, in the order in which a partial AID finds them.</summary>
    public IReadOnlyList<CardDirectory> Applications => _applications;

    /// <summary>Gets the PINs and administrative keys.</summary>
    public IReadOnlyList<CardPin> Pins => _pins;

    /// <summary>Reads an image from its folder.</summary>
    /// <exception cref="CardImageException">Something is missing or wrong there.</exception>
    public static CardImage Load(string folder) => CardImageReader.Read(folder);

    /// <summary>Writes the image to a folder that does not exist yet or is empty.</summary>
    /// <exception cref="CardImageException">The folder has something in it, or cannot be written.</exception>
    public void Save(string folder) => CardImageWriter.Write(this, folder);

    /// <summary>Adds an application.</summary>
    public CardImage Add(CardDirectory application)
    {
        ArgumentNullException.ThrowIfNull(application);
        if (!application.IsApplication)
            throw new ArgumentException("is no application", nameof(application));

        application.PlaceUnder(MasterFile);
        _applications.Add(application);
        return this;
    }

    /// <summary>Adds a PIN; one with the same reference is replaced.</summary>
    public CardImage Add(CardPin pin)
    {
        ArgumentNullException.ThrowIfNull(pin);
        _pins.RemoveAll(p => p.Reference == pin.Reference);
        _pins.Add(pin);
        return this;
    }

    /// <summary>Removes an application.</summary>
    public bool Remove(CardDirectory application) => _applications.Remove(application);

    /// <summary>Finds the first application whose AID starts with the bytes given.</summary>
    public CardDirectory? Application(ReadOnlySpan<byte> aid)
    {
        foreach (CardDirectory application in _applications)
        {
            if (application.Aid.Span.StartsWith(aid))
                return application;
        }

        return null;
    }

    /// <summary>Finds a PIN by its key reference.</summary>
    public CardPin? Pin(byte reference) => _pins.Find(p => p.Reference == reference);

    /// <summary>Finds a file by its path in the image's folder: <c>3F00/2F00</c>, <c>A000000063504B43532D3135/6432</c>.</summary>
    public ElementaryFile? File(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string[] names = path.Split('/');
        CardDirectory? directory = _applications.Prepend(MasterFile).FirstOrDefault(d => d.ToString() == names[0]);
        foreach (string name in names.Skip(1).SkipLast(1))
            directory = directory?.Directories.FirstOrDefault(d => d.ToString() == name);

        return directory?.Files.FirstOrDefault(f => $"{f.FileId:X4}" == names[^1]);
    }

    /// <summary>Gets every file there is.</summary>
    internal IEnumerable<ElementaryFile> AllFiles() =>
        MasterFile.AllFiles().Concat(_applications.SelectMany(a => a.AllFiles()));
}
