using System.Buffers.Binary;
using Bootstrapper.Lwm2m;

namespace Bootstrapper.Cli.Configuration;

/// <summary>Writes an image as EF LwM2M_Bootstrap (LwM2M TS Appendix G.3.3), every value in its shortest form.</summary>
internal static class ImageWriter
{
    /// <summary>
    /// The most bytes of a file on a card: as far as the offset of READ BINARY reaches (TS 102 221 11.1.3). It keeps the records,
    /// and their number, within the two bytes that those have.
    /// </summary>
    public const int LongestFile = 32 * 1024;

    private const int FileHeader = 4;

    /// <summary>Writes the whole file, without padding.</summary>
    /// <exception cref="CommandException">It is longer than the file on a card can be.</exception>
    public static byte[] Write(BootstrapImage image)
    {
        using MemoryStream file = new(256);
        file.SetLength(FileHeader);
        file.Position = FileHeader;
        TlvWriter tlv = new();
        foreach (ObjectRecord record in image.Objects)
        {
            tlv.Reset();
            foreach (InstanceEntry instance in record.Instances)
                Write(tlv, instance);
            WriteRecord(file, record, tlv);
        }

        if (file.Length > LongestFile)
            throw TooLong(image, file.Length);

        byte[] bytes = file.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)image.Objects.Count);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2), (ushort)(bytes.Length - FileHeader));
        return bytes;
    }

    /// <summary>Gets the bytes of a value alone.</summary>
    public static byte[] Encode(Value value)
    {
        TlvWriter tlv = new();
        Write(tlv, 0, value);
        byte[] bytes = tlv.ToArray();

        // Type, identifier, and a length field whose size the type says.
        return bytes[(2 + ((bytes[0] >> 3) & 3))..];
    }

    private static void WriteRecord(MemoryStream file, ObjectRecord record, TlvWriter tlv)
    {
        Write16(file, record.ObjectId);
        file.WriteByte((byte)(record.Version?.Major ?? 0));
        if (record.Version is { } version)
            file.WriteByte((byte)version.Minor);
        Write16(file, tlv.Length);
        file.Write(tlv.ToArray());
    }

    private static void Write16(MemoryStream file, int number)
    {
        file.WriteByte((byte)(number >> 8));
        file.WriteByte((byte)number);
    }

    private static void Write(TlvWriter tlv, InstanceEntry instance)
    {
        tlv.BeginObjectInstance(instance.InstanceId);
        foreach (ResourceEntry resource in instance.Resources)
        {
            switch (resource)
            {
                case SingleResource single:
                    Write(tlv, single.ResourceId, single.Value);
                    break;
                case MultipleResource multiple:
                    tlv.BeginMultipleResource(multiple.ResourceId);
                    foreach (ResourceInstanceEntry value in multiple.Instances)
                        Write(tlv, value.ResourceInstanceId, value.Value);
                    tlv.End();
                    break;
            }
        }

        tlv.End();
    }

    private static void Write(TlvWriter tlv, int id, Value value)
    {
        switch (value)
        {
            case IntegerValue v:
                tlv.WriteInteger(id, v.Value);
                break;
            case UnsignedValue v:
                tlv.WriteUnsigned(id, v.Value);
                break;
            case FloatValue v:
                tlv.WriteFloat(id, v.Value);
                break;
            case BooleanValue v:
                tlv.WriteBoolean(id, v.Value);
                break;
            case StringValue v:
                tlv.WriteString(id, v.Value);
                break;
            case OpaqueValue v:
                tlv.WriteOpaque(id, v.Value);
                break;
            case ObjectLinkValue v:
                tlv.WriteObjectLink(id, v.ObjectId, v.InstanceId);
                break;
        }
    }

    private static CommandException TooLong(BootstrapImage image, long length)
    {
        // The value to blame is most likely the longest one.
        ValuePath longest = default;
        int most = -1;
        foreach (ObjectRecord record in image.Objects)
        {
            foreach (InstanceEntry instance in record.Instances)
            {
                foreach (ResourceEntry resource in instance.Resources)
                {
                    int size = Size(resource);
                    if (size > most)
                        (longest, most) = (new ValuePath(record.ObjectId, instance.InstanceId, resource.ResourceId), size);
                }
            }
        }

        string largest = most < 0 ? "" : $"; the most of it, {most} bytes, is {longest}";
        return new CommandException(
            ExitCode.Usage, $"the image would have {length} bytes, and a card's file {LongestFile} at the most{largest}");
    }

    private static int Size(ResourceEntry resource) => resource switch
    {
        SingleResource single => Encode(single.Value).Length,
        MultipleResource multiple => multiple.Instances.Sum(i => Encode(i.Value).Length),
        _ => 0,
    };
}
