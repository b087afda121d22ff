using Bootstrapper.Cli.Definitions;
using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Configuration;

/// <summary>
/// Gives the literals of a configuration their meaning: keys become IDs, values become what the resource's definition says, or
/// what the literal itself says where there is no definition. Not for several threads at once.
/// </summary>
/// <remarks>What makes no sense is a <see cref="ConfigurationException"/> at its place; a key's value is never in it.</remarks>
/// <param name="folder">The folder that the paths of files are relative to.</param>
/// <param name="versions">Explicit versions by Object ID, which take the place of those in the configuration.</param>
internal sealed class ConfigurationBinder(string folder, IReadOnlyDictionary<int, ObjectVersion>? versions = null)
{
    // Editors want it where they find the schema.
    private const string SchemaKey = "$schema";

    private readonly ObjectDefinitions _definitions = ObjectDefinitions.Default;
    private readonly KeyReader _keys = new(ObjectDefinitions.Default);
    private readonly ValueReader _values = new(folder);

    /// <summary>Gets what is odd about the configuration that was bound last, though an image was made of it.</summary>
    public IReadOnlyList<string> Warnings => _values.Warnings;

    /// <summary>Makes the image that a configuration describes.</summary>
    /// <exception cref="CommandException">A version is given for an object that is not there.</exception>
    public BootstrapImage Bind(Node root)
    {
        _values.Reset();
        List<ObjectRecord> objects = [];
        HashSet<int> ids = [];
        foreach ((Node key, Node value) in Entries(root, "a configuration is a dictionary of objects"))
        {
            if (key is StringNode { Value: SchemaKey } && value is StringNode)
                continue;

            (int id, ObjectVersion? version) = _keys.ReadObject(key);
            ValuePath path = new(id);
            RequireNew(ids, id, key, path);
            if (versions != null && versions.TryGetValue(id, out ObjectVersion given))
                version = given;
            objects.Add(new ObjectRecord(id, version, BindInstances(value, path)));
        }

        if (versions != null)
        {
            foreach ((int id, ObjectVersion version) in versions)
            {
                if (!ids.Contains(id))
                {
                    throw new CommandException(
                        ExitCode.Usage, $"version {version} of {new ValuePath(id)}: the configuration has no such object");
                }
            }
        }

        return new BootstrapImage(objects);
    }

    private List<InstanceEntry> BindInstances(Node node, ValuePath path)
    {
        List<InstanceEntry> instances = [];
        HashSet<int> ids = [];
        foreach ((Node key, Node value) in Entries(node, $"{path}: an object is a dictionary of its instances"))
        {
            int id = KeyReader.ReadNumber(key, "an Object Instance ID");
            ValuePath instance = path with { InstanceId = id };
            RequireNew(ids, id, key, instance);
            instances.Add(new InstanceEntry(id, BindResources(value, instance)));
        }

        return instances;
    }

    private List<ResourceEntry> BindResources(Node node, ValuePath path)
    {
        List<ResourceEntry> resources = [];
        HashSet<int> ids = [];
        foreach ((Node key, Node value) in Entries(node, $"{path}: an instance is a dictionary of its resources"))
        {
            int id = _keys.ReadResource(key, path.ObjectId);
            ValuePath resource = path with { ResourceId = id };
            RequireNew(ids, id, key, resource);
            resources.Add(BindResource(value, resource, _definitions.Find(path.ObjectId, id)));
        }

        return resources;
    }

    private ResourceEntry BindResource(Node node, ValuePath path, ResourceDefinition? definition)
    {
        if (definition?.Kind == ResourceKind.None)
            throw new ConfigurationException(node.Position, $"{path}: it is executable and has no value");

        bool isContainer = node is ListNode or DictionaryNode;
        if (definition != null && definition.IsMultiple != isContainer)
        {
            throw new ConfigurationException(node.Position, definition.IsMultiple
                ? $"{path}: it is a multiple resource: write [(0, value)]"
                : $"{path}: it has one value, not several");
        }

        return isContainer
            ? new MultipleResource(path.ResourceId, BindValues(node, path, definition))
            : new SingleResource(path.ResourceId, _values.Read(node, path, definition));
    }

    private List<ResourceInstanceEntry> BindValues(Node node, ValuePath path, ResourceDefinition? definition)
    {
        List<ResourceInstanceEntry> values = [];
        HashSet<int> ids = [];
        foreach ((Node key, Node value) in Pairs(node, path))
        {
            int id = KeyReader.ReadNumber(key, "a Resource Instance ID");
            ValuePath instance = path with { ResourceInstanceId = id };
            RequireNew(ids, id, key, instance);
            values.Add(new ResourceInstanceEntry(id, _values.Read(value, instance, definition)));
        }

        return values;
    }

    /// <summary>Gets the Resource Instances, written as a list of pairs or as a dictionary.</summary>
    private static IEnumerable<KeyValuePair<Node, Node>> Pairs(Node node, ValuePath path)
    {
        if (node is DictionaryNode dictionary)
            return dictionary.Entries;

        List<KeyValuePair<Node, Node>> pairs = [];
        foreach (Node item in ((ListNode)node).Items)
        {
            // A value without its ID is not numbered in passing: the ID may mean something, as a Short Server ID does in an ACL.
            if (item is not ListNode { Items: [Node key, Node value] })
            {
                throw new ConfigurationException(
                    item.Position, $"{path}: a multiple resource is a list of pairs: write [(0, value), (1, value)]");
            }

            pairs.Add(new KeyValuePair<Node, Node>(key, value));
        }

        return pairs;
    }

    private static IReadOnlyList<KeyValuePair<Node, Node>> Entries(Node node, string otherwise) =>
        node is DictionaryNode dictionary ? dictionary.Entries : throw new ConfigurationException(node.Position, otherwise);

    private static void RequireNew(HashSet<int> ids, int id, Node key, ValuePath path)
    {
        if (!ids.Add(id))
            throw new ConfigurationException(key.Position, $"{path} stands here a second time");
    }
}
