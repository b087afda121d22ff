using Bootstrapper.Cli.Configuration;
using Bootstrapper.Cli.Definitions;
using Bootstrapper.Lwm2m;

namespace Bootstrapper.Cli.Inspection;

/// <summary>Decodes values by the definition of their resource.</summary>
internal static class ValueDecoder
{
    /// <summary>Decodes the reader's current value; as bytes where there is no definition, or they don't keep to it.</summary>
    public static Value Decode(TlvReader tlv, ValuePath path)
    {
        try
        {
            switch (ObjectDefinitions.Default.Find(path.ObjectId, path.ResourceId)?.Kind)
            {
                case ResourceKind.String or ResourceKind.Corelnk:
                    return new StringValue(tlv.GetString());
                case ResourceKind.Integer or ResourceKind.Time:
                    return new IntegerValue(Identifiers.Contains(path) ? ReadIdentifier(tlv) : tlv.GetInteger());
                case ResourceKind.Unsigned:
                    return new UnsignedValue(tlv.GetUnsigned());
                case ResourceKind.Float:
                    return new FloatValue(tlv.GetFloat());
                case ResourceKind.Boolean:
                    return new BooleanValue(tlv.GetBoolean());
                case ResourceKind.Objlnk:
                    ObjectLink link = tlv.GetObjectLink();
                    return new ObjectLinkValue(link.ObjectId, link.InstanceId);
                default:
                    return new OpaqueValue(tlv.GetOpaque());
            }
        }
        catch (ContentException)
        {
            return new OpaqueValue(tlv.GetOpaque());
        }
    }

    // A device takes an ID of two bytes as unsigned, so FFFF is 65535. 8000..FF7F remain the Integers that they are to the
    // letter, and that generate writes so; their text says both.
    private static long ReadIdentifier(TlvReader tlv)
    {
        long number = tlv.GetInteger();
        return tlv.Length == 2 && number is >= sbyte.MinValue and < 0 ? tlv.GetIdentifier() : number;
    }
}
