namespace Bootstrapper.Simulator;

/// <summary>An elementary file: transparent, or linear fixed with records of one length.</summary>
public sealed class ElementaryFile
{
    /// <summary>The most bytes a file can have: what tag 80 of its FCP can say in two bytes.</summary>
    public const int MaxSize = 0xFFFF;

    /// <summary>The most bytes a record can have: what P3 can ask for.</summary>
    public const int MaxRecordLength = 0xFF;

    /// <summary>The most records a file can have: what P1 of READ RECORD can address.</summary>
    public const int MaxRecordCount = 0xFE;

    /// <summary>The highest short file identifier.</summary>
    public const byte MaxShortFileId = 0x1E;

    private ElementaryFile(ushort fileId, int recordLength, Memory<byte> content, byte? shortFileId, AccessRule access)
    {
        if (shortFileId is { } sfi)
        {
            ArgumentOutOfRangeException.ThrowIfZero(sfi, nameof(shortFileId));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(sfi, MaxShortFileId, nameof(shortFileId));
        }

        FileId = fileId;
        RecordLength = recordLength;
        Replace(content);
        ShortFileId = shortFileId;
        Access = access;
    }

    /// <summary>Gets the file ID, unique in its directory.</summary>
    public ushort FileId { get; }

    /// <summary>Gets the short file identifier, 1..30; null for a file that has none.</summary>
    public byte? ShortFileId { get; }

    /// <summary>Gets the conditions of reading and updating.</summary>
    public AccessRule Access { get; }

    /// <summary>Gets or sets whether the file is activated; one that is not can be selected and not be read.</summary>
    public bool IsActivated { get; set; } = true;

    /// <summary>Gets whether the file consists of records.</summary>
    public bool HasRecords => RecordLength > 0;

    /// <summary>Gets the bytes of each record, 0 for a transparent file.</summary>
    public int RecordLength { get; }

    /// <summary>Gets the number of records, 0 for a transparent file.</summary>
    public int RecordCount => HasRecords ? Content.Length / RecordLength : 0;

    /// <summary>Gets the bytes, records one after the other; what is written here the card answers from then on.</summary>
    public Memory<byte> Content { get; private set; }

    /// <summary>Makes a transparent file.</summary>
    /// <param name="fileId">The file ID.</param>
    /// <param name="content">The bytes, at most <see cref="MaxSize"/>; the file keeps this memory.</param>
    /// <param name="shortFileId">The short file identifier, 1..30, or null.</param>
    /// <param name="access">The conditions; <see cref="AccessRule.Default"/> where null.</param>
    public static ElementaryFile Transparent(
        ushort fileId, Memory<byte> content, byte? shortFileId = null, AccessRule? access = null) =>
        new(fileId, 0, content, shortFileId, access ?? AccessRule.Default);

    /// <summary>Makes a linear fixed file.</summary>
    /// <param name="fileId">The file ID.</param>
    /// <param name="recordLength">The bytes of each record, 1..<see cref="MaxRecordLength"/>.</param>
    /// <param name="content">1..<see cref="MaxRecordCount"/> whole records; the file keeps this memory.</param>
    /// <param name="shortFileId">The short file identifier, 1..30, or null.</param>
    /// <param name="access">The conditions; <see cref="AccessRule.Default"/> where null.</param>
    public static ElementaryFile LinearFixed(
        ushort fileId, int recordLength, Memory<byte> content, byte? shortFileId = null, AccessRule? access = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(recordLength, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(recordLength, MaxRecordLength);
        return new(fileId, recordLength, content, shortFileId, access ?? AccessRule.Default);
    }

    /// <summary>Gives the file other bytes, and their size, as the issuer does over the air; channels keep it selected.</summary>
    /// <param name="content">The bytes, at most <see cref="MaxSize"/>, or 1..<see cref="MaxRecordCount"/> whole records; the
    /// file keeps this memory.</param>
    public void Replace(Memory<byte> content)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(content.Length, MaxSize, nameof(content));
        if (HasRecords && (content.Length % RecordLength != 0 || content.Length / RecordLength is < 1 or > MaxRecordCount))
            throw new ArgumentException($"needs 1 to {MaxRecordCount} whole records of {RecordLength} bytes", nameof(content));

        Content = content;
    }

    /// <summary>Gets a record.</summary>
    /// <param name="number">The record number, from 1.</param>
    public Memory<byte> Record(int number) => Content.Slice((number - 1) * RecordLength, RecordLength);
}
