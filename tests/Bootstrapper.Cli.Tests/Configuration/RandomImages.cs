using System.Text;
using Bootstrapper.Cli.Configuration;
using Bootstrapper.Cli.Definitions;
using CsCheck;

namespace Bootstrapper.Cli.Tests.Configuration;

/// <summary>Images that a configuration can describe: known and unknown objects, values of their resources' types.</summary>
internal static class RandomImages
{
    private static readonly Gen<int> _anyId = Gen.Frequency((3, Gen.Int[0, 9]), (1, Gen.Int[250, 260]), (1, Gen.Int[0, 65534]));

    private static readonly Gen<Value> _integer = Gen.Frequency(
        (2, Gen.Int[-200, 70000].Select(n => (long)n)), (1, Gen.Long), (1, Gen.OneOf(long.MinValue, long.MaxValue, 0, -1)))
        .Select(n => (Value)new IntegerValue(n));

    private static readonly Gen<Value> _unsigned = Gen.Frequency(
        (2, Gen.Int[0, 70000].Select(n => (ulong)n)), (1, Gen.ULong), (1, Gen.OneOf(ulong.MinValue, ulong.MaxValue)))
        .Select(n => (Value)new UnsignedValue(n));

    private static readonly Gen<Value> _float = Gen.Frequency(
        (2, Gen.Double.Where(double.IsFinite)),
        (1, Gen.Float.Where(float.IsFinite).Select(n => (double)n)),
        (1, Gen.OneOf(0.0, -0.0, 1.0, -5.0, 1e22, 1e-7, double.Epsilon, double.MaxValue, double.MinValue)))
        .Select(n => (Value)new FloatValue(n));

    private static readonly Gen<Value> _boolean = Gen.Bool.Select(b => (Value)new BooleanValue(b));

    private static readonly Gen<string> _character = Gen.Frequency(
        (6, Gen.Int[0x20, 0x7E]),
        (2, Gen.OneOf<int>('\'', '"', '\\', '\n', '\r', '\t', '{', '}', '$', '#', 1, 0x1F, 0x7F, 0x85, 0xA0, 0x2028, 0xFEFF)),
        (1, Gen.Int[1, 0x10FFFF]))
        .Where(Rune.IsValid).Select(c => new Rune(c).ToString());

    private static readonly Gen<Value> _text = _character.Array[0, 20].Select(c => (Value)new StringValue(string.Concat(c)));

    private static readonly Gen<Value> _opaque = Gen.Frequency((4, Gen.Byte.Array[0, 20]), (1, Gen.Byte.Array[200, 300]))
        .Select(b => (Value)new OpaqueValue(b));

    private static readonly Gen<Value> _link = Gen.Select(
        Gen.Int[0, 65535], Gen.Int[0, 65535], (o, i) => (Value)new ObjectLinkValue(o, i));

    // What a literal alone can mean.
    private static readonly Gen<Value> _literal = Gen.OneOf(_integer, _float, _boolean, _text, _opaque);

    private static readonly Gen<ObjectVersion?> _version = Gen.Frequency(
        (3, Gen.Const((ObjectVersion?)null)),
        (1, Gen.Select(Gen.Int[1, 255], Gen.Int[0, 255], (major, minor) => (ObjectVersion?)new ObjectVersion(major, minor))));

    private static readonly Gen<BootstrapImage> _image =
        Gen.Frequency((4, Gen.OneOf([.. ObjectDefinitions.Default.All.Select(o => o.Id)])), (1, _anyId))
        .Array[0, 4].SelectMany(Records).Select(records => new BootstrapImage(records));

    /// <summary>Makes some, the same ones every time.</summary>
    public static IEnumerable<BootstrapImage> Take(int count)
    {
        // Sample() takes a seed for the first one only.
        PCG random = new(1, 20170915);
        for (int i = 0; i < count; i++)
            yield return _image.Generate(random, null, out _);
    }

    private static Gen<ObjectRecord[]> Records(int[] ids) => Sequence([.. ids.Distinct().Select(Record)]);

    private static Gen<ObjectRecord> Record(int objectId) => Gen.Select(
        _version,
        _anyId.Array[0, 3].SelectMany(ids => Sequence([.. ids.Distinct().Select(id => Instance(objectId, id))])),
        (version, instances) => new ObjectRecord(objectId, version, instances));

    private static Gen<InstanceEntry> Instance(int objectId, int instanceId)
    {
        IReadOnlyCollection<ResourceDefinition> known = ObjectDefinitions.Default.Find(objectId)?.Resources ?? [];
        Gen<int> id = known.Count == 0 ? _anyId : Gen.Frequency((6, Gen.OneOf([.. known.Select(r => r.Id)])), (1, _anyId));
        return id.Array[0, 6]
            .SelectMany(ids => Sequence([.. ids.Distinct().Select(i => (i, ObjectDefinitions.Default.Find(objectId, i)))
                .Where(r => r.Item2?.Kind != ResourceKind.None).Select(r => Resource(r.i, r.Item2))]))
            .Select(resources => new InstanceEntry(instanceId, resources));
    }

    private static Gen<ResourceEntry> Resource(int id, ResourceDefinition? definition)
    {
        Gen<Value> value = ValueOf(definition?.Kind);
        Gen<ResourceEntry> single = value.Select(v => (ResourceEntry)new SingleResource(id, v));
        Gen<ResourceEntry> multiple = _anyId.Array[0, 4]
            .SelectMany(ids => Sequence([.. ids.Distinct().Select(i => value.Select(v => new ResourceInstanceEntry(i, v)))]))
            .Select(instances => (ResourceEntry)new MultipleResource(id, instances));
        return definition == null ? Gen.OneOf(single, multiple) : definition.IsMultiple ? multiple : single;
    }

    private static Gen<Value> ValueOf(ResourceKind? kind) => kind switch
    {
        ResourceKind.Integer or ResourceKind.Time => _integer,
        ResourceKind.Unsigned => _unsigned,
        ResourceKind.Float => _float,
        ResourceKind.Boolean => _boolean,
        ResourceKind.String or ResourceKind.Corelnk => _text,
        ResourceKind.Opaque => _opaque,
        ResourceKind.Objlnk => _link,
        _ => _literal,
    };

    private static Gen<T[]> Sequence<T>(Gen<T>[] items) => items.Aggregate(
        Gen.Const(Array.Empty<T>()), (all, next) => Gen.Select(all, next, (before, item) => (T[])[.. before, item]));
}
