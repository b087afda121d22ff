using Bootstrapper.Simulator;

namespace Bootstrapper.Cli.Tracing;

/// <summary>Tells content that may be shown by its structure, which is to be that of the file it is said to be from.</summary>
/// <remarks>
/// The file selected alone would not do: an answer that comes late is taken for that of the command after it. What has the
/// structure only in part, since it goes on in the next answer, is not told.
/// </remarks>
internal static class HarmlessContent
{
    private const int IccidLength = 10;
    private const byte IccidStart = 0x98;
    private const int MinAidLength = 5;
    private const int MaxAidLength = 16;
    private const int FileIdLength = 2;
    private const int MaxPathLength = 16;

    private const byte Sequence = 0x30;
    private const byte OctetString = 0x04;
    private const byte Integer = 0x02;
    private const byte Identifier = 0x06;
    private const byte Context0 = 0x80;
    private const byte FirstObjects = 0xA0;
    private const byte DataObjects = 0xA7;
    private const byte LastObjects = 0xA8;

    // 2.23.43.9.1 (LwM2M TS, Appendix G.3.3).
    private static ReadOnlySpan<byte> BootstrapIdentifier => [0x67, 0x2B, 0x09, 0x01];

    /// <summary>Gets what content is, in a few words; null where it is not to be shown.</summary>
    /// <param name="kind">The file.</param>
    /// <param name="offset">Where in the file it starts; null for a record.</param>
    /// <param name="content">The bytes.</param>
    public static string? Describe(FileKind kind, int? offset, ReadOnlySpan<byte> content)
    {
        if (kind is not (FileKind.Unknown or FileKind.Bootstrap) && IsFiller(content))
            return "nothing but filler";

        return (kind, offset) switch
        {
            (FileKind.Iccid, 0) when IsIccid(content) => $"EF.ICCID: {Bcd.Decode(content)}",
            (FileKind.ApplicationDirectory, null) when IsApplicationEntry(content) => "a record of EF.DIR",
            (FileKind.AccessRules, null) when IsAccessRule(content) => "a record of EF.ARR",
            (FileKind.ObjectDirectory, 0) when IsObjectDirectory(content) => "EF.ODF",
            (FileKind.DataObjectDirectory, 0) when IsDataObjectDirectory(content) => "EF.DODF",
            _ => null,
        };
    }

    /// <summary>Gets whether all bytes are FF, or all 00.</summary>
    public static bool IsFiller(ReadOnlySpan<byte> bytes) =>
        !bytes.ContainsAnyExcept((byte)0xFF) || !bytes.ContainsAnyExcept((byte)0x00);

    /// <summary>Gets the file IDs of the data object directory files that EF.ODF names.</summary>
    public static IReadOnlyList<ushort> DataObjectDirectories(ReadOnlySpan<byte> objectDirectory)
    {
        List<ushort> fileIds = [];
        BerValue entries = new(objectDirectory);
        while (entries.Read())
        {
            if (entries.Tag == DataObjects)
                fileIds.Add(FileIdAtTheEnd(entries.Value));
        }

        return fileIds;
    }

    /// <summary>Gets the file IDs of the LwM2M bootstrap data that EF.DODF names.</summary>
    public static IReadOnlyList<ushort> BootstrapFiles(ReadOnlySpan<byte> dataObjectDirectory)
    {
        List<ushort> fileIds = [];
        BerValue entries = new(dataObjectDirectory);
        while (entries.Read())
        {
            ReadOnlySpan<byte> path = PathOfDataObject(entries.Tag, entries.Value);
            if (!path.IsEmpty && entries.Value.IndexOf(BootstrapIdentifier) >= 0)
                fileIds.Add(FileIdAtTheEnd(path));
        }

        return fileIds;
    }

    private static bool IsIccid(ReadOnlySpan<byte> content) => content.Length == IccidLength && content[0] == IccidStart;

    // 61 { 4F AID, 50 label, 51 path, 73 ... }
    private static bool IsApplicationEntry(ReadOnlySpan<byte> record)
    {
        BerValue entry = new(record);
        if (!entry.Read(0x61) || !IsFiller(entry.Rest))
            return false;
        BerValue parts = new(entry.Value);
        if (!parts.Read(0x4F) || parts.Value.Length is < MinAidLength or > MaxAidLength)
            return false;
        while (parts.Read())
        {
            if (parts.Tag is not (0x50 or 0x51 or 0x52 or 0x53 or 0x73))
                return false;
        }

        return parts.Rest.IsEmpty;
    }

    // Access modes 80..8F, each with its condition: always, never, a key, or several combined.
    private static bool IsAccessRule(ReadOnlySpan<byte> record)
    {
        BerValue parts = new(record);
        if (!parts.Read() || parts.Tag is < 0x80 or > 0x8F)
            return false;
        while (parts.Rest is [not (0xFF or 0x00), ..] && parts.Read())
        {
            if (parts.Tag is not ((>= 0x80 and <= 0x90) or 0x97 or 0x9E or 0xA0 or 0xA4 or 0xA7 or 0xAF or 0xB4 or 0xB6 or 0xB8))
                return false;
        }

        return IsFiller(parts.Rest);
    }

    // Entries A0..A8 { path }. An object that stands in the place of a path is not for a trace.
    private static bool IsObjectDirectory(ReadOnlySpan<byte> content)
    {
        BerValue entries = new(content);
        while (entries.Rest is [not (0xFF or 0x00), ..])
        {
            if (!entries.Read() || entries.Tag is < FirstObjects or > LastObjects || !IsPath(entries.Value))
                return false;
        }

        return IsFiller(entries.Rest);
    }

    private static bool IsDataObjectDirectory(ReadOnlySpan<byte> content)
    {
        BerValue entries = new(content);
        while (entries.Rest is [not (0xFF or 0x00), ..])
        {
            if (!entries.Read() || PathOfDataObject(entries.Tag, entries.Value).IsEmpty)
                return false;
        }

        return IsFiller(entries.Rest);
    }

    // An entry 30, A0 or A1 { 30 common, 30 class, A1 { type } }, the type one that only points at a file; else nothing.
    private static ReadOnlySpan<byte> PathOfDataObject(byte tag, ReadOnlySpan<byte> entry)
    {
        if (tag is not (Sequence or 0xA0 or 0xA1))
            return default;
        BerValue parts = new(entry);
        if (!parts.Read(Sequence) || !parts.Read(Sequence) || !parts.Read(0xA1) || !parts.Rest.IsEmpty)
            return default;
        ReadOnlySpan<byte> path = tag == Sequence ? parts.Value : BehindIdentifier(parts.Value);
        return IsPath(path) ? path : default;
    }

    // 30 { 06 identifier, path }
    private static ReadOnlySpan<byte> BehindIdentifier(ReadOnlySpan<byte> bytes)
    {
        BerValue parts = new(bytes);
        if (!parts.Read(Sequence) || !parts.Rest.IsEmpty)
            return default;
        parts = new(parts.Value);
        return parts.Read(Identifier) ? parts.Rest : default;
    }

    // 30 { 04 path, 02 index, 80 length }
    private static bool IsPath(ReadOnlySpan<byte> bytes)
    {
        BerValue parts = new(bytes);
        if (!parts.Read(Sequence) || !parts.Rest.IsEmpty)
            return false;
        parts = new(parts.Value);
        if (!parts.Read(OctetString) || parts.Value.Length > MaxPathLength || parts.Value.Length < FileIdLength)
            return false;
        while (parts.Read())
        {
            if (parts.Tag is not (Integer or Context0) || parts.Value.Length > 4)
                return false;
        }

        return parts.Rest.IsEmpty;
    }

    // Of content whose structure was found right.
    private static ushort FileIdAtTheEnd(ReadOnlySpan<byte> bytes)
    {
        BerValue path = new(bytes);
        path.Read(Sequence);
        path = new(path.Value);
        path.Read(OctetString);
        return (ushort)((path.Value[^2] << 8) | path.Value[^1]);
    }
}
