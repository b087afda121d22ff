namespace Bootstrapper.Cli.Configuration;

/// <summary>What an EF LwM2M_Bootstrap holds, record by record in its order (LwM2M TS Appendix G.3.3).</summary>
internal sealed record BootstrapImage(IReadOnlyList<ObjectRecord> Objects);

/// <summary>The record of one object.</summary>
/// <param name="ObjectId">The Object ID, 0..65534.</param>
/// <param name="Version">The explicit version, null for the implicit one.</param>
/// <param name="Instances">The Object Instances in their order.</param>
internal sealed record ObjectRecord(int ObjectId, ObjectVersion? Version, IReadOnlyList<InstanceEntry> Instances);

/// <summary>An Object Instance.</summary>
internal sealed record InstanceEntry(int InstanceId, IReadOnlyList<ResourceEntry> Resources);

/// <summary>A resource with one value, or a multiple resource with its instances.</summary>
internal abstract record ResourceEntry(int ResourceId);

/// <summary>A resource with one value.</summary>
internal sealed record SingleResource(int ResourceId, Value Value) : ResourceEntry(ResourceId);

/// <summary>A multiple resource; it may have no instance.</summary>
internal sealed record MultipleResource(int ResourceId, IReadOnlyList<ResourceInstanceEntry> Instances)
    : ResourceEntry(ResourceId);

/// <summary>A Resource Instance.</summary>
internal sealed record ResourceInstanceEntry(int ResourceInstanceId, Value Value);

/// <summary>The explicit version of an object: major 1..255, minor 0..255.</summary>
internal readonly record struct ObjectVersion(int Major, int Minor)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Major}.{Minor}";
}
