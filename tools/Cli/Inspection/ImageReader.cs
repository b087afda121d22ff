using Bootstrapper.Cli.Configuration;
using Bootstrapper.Lwm2m;

namespace Bootstrapper.Cli.Inspection;

/// <summary>
/// Reads any bytes as EF LwM2M_Bootstrap (LwM2M TS Appendix G.3.3), with the device's own reader: what is damaged, up to the
/// break.
/// </summary>
internal sealed class ImageReader
{
    private const int FileHeader = 4;

    private readonly ReadOnlyMemory<byte> _file;
    private readonly BootstrapFileReader _reader = new();
    private readonly List<ObjectRecord> _objects = [];
    private readonly Annotator _annotator;

    private ImageReader(ReadOnlyMemory<byte> file)
    {
        _file = file;
        _annotator = new Annotator(file);
    }

    private int PayloadOffset => _reader.Offset + (_reader.HasVersion ? 6 : 5);

    /// <summary>Reads a file.</summary>
    public static ImageReading Read(ReadOnlyMemory<byte> file) => new ImageReader(file).Read();

    private ImageReading Read()
    {
        byte[] bytes = _file.ToArray();
        bool isBlank = false;
        int contentLength = FileHeader;
        if (bytes.Length >= FileHeader)
        {
            isBlank = !_reader.Open(new ByteArraySource(bytes));
            contentLength += _reader.Size;
            _annotator.AddFileHeader(_reader.ObjectCount, _reader.Size, isBlank);
            if (!isBlank)
                ReadContent(contentLength);
        }

        _annotator.AddRest(contentLength);
        return new ImageReading
        {
            File = _file,
            IsBlank = isBlank,
            Break = FindBreak(bytes),
            Image = new BootstrapImage(_objects),
            Annotations = _annotator.Annotations,
            ContentLength = contentLength,
        };
    }

    private static ContentException? FindBreak(byte[] file)
    {
        try
        {
            BootstrapFileReader reader = new();
            bool more = reader.Open(new ByteArraySource(file));
            while (more)
                more = reader.ReadObject();
            return null;
        }
        catch (ContentException e)
        {
            return e;
        }
    }

    /// <summary>
    /// Reads what there is of the content. A file that is cut off is filled up with zeros, as the reader would not give out
    /// the last whole entries otherwise; none of those zeros is taken for content.
    /// </summary>
    private void ReadContent(int length)
    {
        byte[] content = new byte[length];
        _file[..Math.Min(length, _file.Length)].CopyTo(content);
        try
        {
            _reader.Open(new ByteArraySource(content));
            bool more = true;
            while (more && _reader.ReadObject() && PayloadOffset <= _file.Length)
                more = ReadRecord();
        }
        catch (ContentException)
        {
            // What was read before is what this is about.
        }
    }

    /// <summary>Reads the current record.</summary>
    /// <returns>Whether the file has all of it.</returns>
    private bool ReadRecord()
    {
        int objectId = _reader.ObjectId;
        ObjectVersion? version = _reader.HasVersion ? new ObjectVersion(_reader.MajorVersion, _reader.MinorVersion) : null;
        List<InstanceEntry> instances = [];
        List<ResourceEntry> resources = [];
        List<ResourceInstanceEntry> values = [];
        _objects.Add(new ObjectRecord(objectId, version, instances));
        _annotator.AddRecord(objectId, version, _reader.Length);

        TlvReader tlv = _reader.Tlv;
        while (tlv.Read())
        {
            if (tlv.ValueOffset > _file.Length)
                return false;

            int instanceId = tlv.InstanceId;
            int resourceId = tlv.ResourceId;
            ValuePath path = new(objectId, instanceId, resourceId, tlv.Kind == TlvKind.ResourceInstance ? tlv.Identifier : -1);
            _annotator.AddHeader(tlv, path);
            switch (tlv.Kind)
            {
                case TlvKind.ObjectInstance:
                    resources = [];
                    instances.Add(new InstanceEntry(instanceId, resources));
                    break;
                case TlvKind.MultipleResource:
                    values = [];
                    resources.Add(new MultipleResource(resourceId, values));
                    break;
                case var kind:
                    if (tlv.ValueOffset + tlv.Length > _file.Length)
                    {
                        _annotator.AddPartOfValue(tlv, path);
                        return false;
                    }

                    Value value = ValueDecoder.Decode(tlv, path);
                    _annotator.AddValue(tlv, path, value);
                    if (kind == TlvKind.Resource)
                        resources.Add(new SingleResource(resourceId, value));
                    else
                        values.Add(new ResourceInstanceEntry(tlv.Identifier, value));
                    break;
            }
        }

        return true;
    }
}
