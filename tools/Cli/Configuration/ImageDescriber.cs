using Bootstrapper.Cli.Definitions;
using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Configuration;

/// <summary>
/// Describes an image as a configuration in canonical form: names where there are some, multiple resources as lists of pairs,
/// explicit versions as <c>(OID.Server, '1.1')</c>. Binding that gives an image of the same bytes.
/// </summary>
/// <remarks>
/// A value that is not of its resource's type, or that no literal stands for, is described as its bytes. Nodes have no place.
/// </remarks>
internal static class ImageDescriber
{
    /// <summary>Describes an image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="showSecrets">Whether keys, and what no definition explains, are shown as they are.</param>
    public static Node Describe(BootstrapImage image, bool showSecrets) =>
        Dictionary(image.Objects, o => ObjectKey(o), o => Describe(o, showSecrets));

    private static Node ObjectKey(ObjectRecord record)
    {
        Node id = Key(record.ObjectId, ObjectDefinitions.Default.NameOf(record.ObjectId));
        return record.Version is { } version ? new ListNode(default, [id, new StringNode(default, version.ToString())]) : id;
    }

    private static DictionaryNode Describe(ObjectRecord record, bool showSecrets) => Dictionary(
        record.Instances,
        i => Key(i.InstanceId),
        i => Dictionary(
            i.Resources,
            r => Key(r.ResourceId, ObjectDefinitions.Default.NameOf(record.ObjectId, r.ResourceId)),
            r => Describe(r, ObjectDefinitions.Default.Find(record.ObjectId, r.ResourceId), showSecrets)));

    private static Node Describe(ResourceEntry resource, ResourceDefinition? definition, bool showSecrets) => resource switch
    {
        SingleResource single => Describe(single.Value, definition, showSecrets),
        MultipleResource multiple => new ListNode(default, [.. multiple.Instances.Select(i =>
            new ListNode(default, [Key(i.ResourceInstanceId), Describe(i.Value, definition, showSecrets)]))]),
        _ => throw new ArgumentOutOfRangeException(nameof(resource)),
    };

    private static Node Describe(Value value, ResourceDefinition? definition, bool showSecrets)
    {
        if (!showSecrets && definition is null or { IsSecret: true })
            return new MaskedNode(default, ImageWriter.Encode(value).Length);

        return (value, definition?.Kind) switch
        {
            (IntegerValue v, null or ResourceKind.Integer or ResourceKind.Time) => new IntegerNode(default, v.Value),
            (UnsignedValue v, ResourceKind.Unsigned) => new IntegerNode(default, v.Value),
            (FloatValue v, null or ResourceKind.Float) when double.IsFinite(v.Value) => new FloatNode(default, v.Value),
            (BooleanValue v, null or ResourceKind.Boolean) => new BooleanNode(default, v.Value),
            (StringValue v, null or ResourceKind.String or ResourceKind.Corelnk) => new StringNode(default, v.Value),
            (ObjectLinkValue v, ResourceKind.Objlnk) => new StringNode(default, $"{v.ObjectId}:{v.InstanceId}"),
            _ => new BytesNode(default, ImageWriter.Encode(value)),
        };
    }

    private static Node Key(int id, string? name = null) =>
        name == null ? new IntegerNode(default, id) : new NameNode(default, name);

    private static DictionaryNode Dictionary<T>(IEnumerable<T> items, Func<T, Node> key, Func<T, Node> value) =>
        new(default, [.. items.Select(item => new KeyValuePair<Node, Node>(key(item), value(item)))]);
}
