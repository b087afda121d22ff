using Bootstrapper.Lwm2m;

namespace Bootstrapper.Host.Tests.Lwm2m;

/// <summary>What there is to say about a TLV entry, its value aside.</summary>
internal readonly record struct Entry(
    TlvKind Kind, int Identifier, int Offset, int ValueOffset, int Length, int InstanceId, int ResourceId)
{
    public static Entry Of(TlvReader reader) => new(
        reader.Kind, reader.Identifier, reader.Offset, reader.ValueOffset, reader.Length, reader.InstanceId, reader.ResourceId);
}
