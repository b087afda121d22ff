namespace Bootstrapper.Simulator;

/// <summary>A directory of the card: the MF, a DF in it, or an application's ADF.</summary>
public sealed class CardDirectory
{
    /// <summary>The file ID of the MF.</summary>
    public const ushort MasterFileId = 0x3F00;

    /// <summary>The fewest bytes of an AID: the registered provider's identifier (ISO 7816-4).</summary>
    public const int MinAidLength = 5;

    /// <summary>The most bytes of an AID.</summary>
    public const int MaxAidLength = 16;

    private readonly List<ElementaryFile> _files = [];
    private readonly List<CardDirectory> _directories = [];

    private CardDirectory(ushort? fileId, ReadOnlyMemory<byte> aid)
    {
        FileId = fileId;
        Aid = aid;
    }

    /// <summary>Gets the file ID; null for an ADF that no path reaches.</summary>
    public ushort? FileId { get; }

    /// <summary>Gets the application identifier; empty for a directory that is no application.</summary>
    public ReadOnlyMemory<byte> Aid { get; }

    /// <summary>Gets whether the directory is an ADF.</summary>
    public bool IsApplication => !Aid.IsEmpty;

    /// <summary>Gets the directory above; null for the MF, and for an ADF until a card has it.</summary>
    public CardDirectory? Parent { get; private set; }

    /// <summary>Gets the files in this directory.</summary>
    public IReadOnlyList<ElementaryFile> Files => _files;

    /// <summary>Gets the directories in this directory; of the MF's, those without an AID.</summary>
    public IReadOnlyList<CardDirectory> Directories => _directories;

    /// <summary>Makes an application.</summary>
    /// <param name="aid">The application identifier, 5..16 bytes.</param>
    /// <param name="fileId">The file ID that reaches it from the MF, where it has one.</param>
    public static CardDirectory Application(ReadOnlySpan<byte> aid, ushort? fileId = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(aid.Length, MinAidLength, nameof(aid));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(aid.Length, MaxAidLength, nameof(aid));
        return new(fileId, aid.ToArray());
    }

    /// <summary>Makes a directory that is no application.</summary>
    public static CardDirectory Dedicated(ushort fileId) => new(fileId, default);

    /// <summary>Adds a file; one with the same file ID is replaced, as by the issuer's update over the air.</summary>
    public CardDirectory Add(ElementaryFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        _files.RemoveAll(f => f.FileId == file.FileId);
        _files.Add(file);
        return this;
    }

    /// <summary>Adds a directory.</summary>
    public CardDirectory Add(CardDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        directory.PlaceUnder(this);
        _directories.Add(directory);
        return this;
    }

    /// <summary>Removes a file.</summary>
    public bool Remove(ushort fileId) => _files.RemoveAll(f => f.FileId == fileId) > 0;

    /// <summary>Finds a file in this directory by its file ID.</summary>
    public ElementaryFile? File(ushort fileId) => _files.Find(f => f.FileId == fileId);

    /// <summary>Finds a file in this directory by its short file identifier.</summary>
    public ElementaryFile? FileByShortId(int shortFileId) => _files.Find(f => f.ShortFileId == shortFileId);

    /// <summary>Finds a directory in this directory by its file ID.</summary>
    public CardDirectory? Directory(ushort fileId) => _directories.Find(d => d.FileId == fileId);

    /// <summary>Gets this directory's name in messages: its AID or its file ID.</summary>
    public override string ToString() => IsApplication ? Convert.ToHexString(Aid.Span) : $"{FileId:X4}";

    internal void PlaceUnder(CardDirectory parent) => Parent = parent;

    /// <summary>Gets the files of this directory and of those below.</summary>
    internal IEnumerable<ElementaryFile> AllFiles() => _files.Concat(_directories.SelectMany(d => d.AllFiles()));
}
