using Bootstrapper.Cli.Configuration;
using Bootstrapper.Cli.Definitions;
using Bootstrapper.Lwm2m;

namespace Bootstrapper.Cli.Inspection;

/// <summary>Gives every byte of a file its meaning, from the first to the last.</summary>
internal sealed class Annotator(ReadOnlyMemory<byte> file)
{
    private const int FileDepth = 0;
    private const int RecordDepth = 1;
    private const int InstanceDepth = 1;
    private const int ResourceDepth = 2;
    private const int ResourceInstanceDepth = 3;

    private readonly List<Annotation> _annotations = [];
    private int _next; // the offset of the first byte without a meaning

    /// <summary>Gets the annotations in the order of their offsets.</summary>
    public IReadOnlyList<Annotation> Annotations => _annotations;

    /// <summary>Adds the file's header.</summary>
    public void AddFileHeader(int objectCount, int size, bool isBlank)
    {
        Add(2, FileDepth, isBlank ? "never written" : $"number of objects: {objectCount}");
        Add(2, FileDepth, isBlank ? "never written" : $"size of their records: {Count(size)}");
    }

    /// <summary>Adds the header of an object's record.</summary>
    public void AddRecord(int objectId, ObjectVersion? version, int payloadLength)
    {
        string name = ObjectDefinitions.Default.Find(objectId) is { } known ? $" {known.Name}" : "";
        ValuePath path = new(objectId);
        Add(2, FileDepth, $"Object {objectId}{name}", path);
        Add(version == null ? 1 : 2, RecordDepth, version == null ? "version: implicit" : $"version: {version}", path);
        Add(2, RecordDepth, $"its instances: {Count(payloadLength)}", path);
    }

    /// <summary>Adds the header of the current TLV entry.</summary>
    public void AddHeader(TlvReader tlv, ValuePath path)
    {
        byte type = file.Span[tlv.Offset];
        string identifier = (type & 0x20) == 0 ? "8-bit ID" : "16-bit ID";
        string length = ((type >> 3) & 3) switch
        {
            0 => "no length field",
            var bytes => $"{8 * bytes}-bit length",
        };
        string name = path.ResourceId >= 0 && path.ResourceInstanceId < 0
            && ObjectDefinitions.Default.Find(path.ObjectId, path.ResourceId) is { } known ? $" {known.Name}" : "";
        string kind = tlv.Kind switch
        {
            TlvKind.ObjectInstance => "Object Instance",
            TlvKind.ResourceInstance => "Resource Instance",
            TlvKind.MultipleResource => "Multiple Resource",
            _ => "Resource",
        };
        Add(
            tlv.ValueOffset - tlv.Offset,
            DepthOf(tlv.Kind),
            $"{kind} {tlv.Identifier}{name}: {Count(tlv.Length)} (type {type:X2}: {identifier}, {length})",
            path);
    }

    /// <summary>Adds the value of the current TLV entry.</summary>
    public void AddValue(TlvReader tlv, ValuePath path, Value value)
    {
        if (tlv.Length == 0)
            return;

        Add(new Annotation(tlv.ValueOffset, tlv.Length, DepthOf(tlv.Kind) + 1, ValueText.TypeOf(value, path))
        {
            IsSecret = ValueText.IsSecret(path),
            Value = value,
            Path = path,
        });
    }

    /// <summary>Adds what the file has of the current TLV entry's value, where it ends.</summary>
    public void AddPartOfValue(TlvReader tlv, ValuePath path)
    {
        int there = file.Length - tlv.ValueOffset;
        if (there == 0)
            return;

        Add(new Annotation(tlv.ValueOffset, there, DepthOf(tlv.Kind) + 1, $"{there} of {Count(tlv.Length)}")
        {
            IsSecret = ValueText.IsSecret(path),
            Path = path,
        });
    }

    /// <summary>Adds what the break leaves unread of the content, and the padding.</summary>
    public void AddRest(int contentLength)
    {
        int end = Math.Min(contentLength, file.Length);
        if (_next < end)
            Add(new Annotation(_next, end - _next, FileDepth, "not read") { IsSecret = true });

        ReadOnlySpan<byte> padding = file.Span[end..];
        if (padding.Length == 0)
            return;

        bool isFiller = padding.IndexOfAnyExcept((byte)0xFF) < 0;
        Add(new Annotation(end, padding.Length, FileDepth, isFiller ? "padding" : "not FF behind the content")
        {
            IsSecret = !isFiller,
        });
    }

    private static int DepthOf(TlvKind kind) => kind switch
    {
        TlvKind.ObjectInstance => InstanceDepth,
        TlvKind.ResourceInstance => ResourceInstanceDepth,
        _ => ResourceDepth,
    };

    private static string Count(int bytes) => ValueText.Count(bytes);

    private void Add(int length, int depth, string meaning, ValuePath? path = null) =>
        Add(new Annotation(_next, length, depth, meaning) { Path = path });

    private void Add(Annotation annotation)
    {
        _annotations.Add(annotation);
        _next = annotation.Offset + annotation.Length;
    }
}
