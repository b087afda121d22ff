using Bootstrapper.Cli.Configuration;
using Bootstrapper.Cli.Definitions;
using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Batch;

/// <summary>
/// A configuration with places for the cells of a row. Cells take the place of literals, after the text has been parsed: what
/// stands in a cell can't be syntax. Thread-safe once it is made.
/// </summary>
internal sealed class Template
{
    private readonly ObjectDefinitions _definitions = ObjectDefinitions.Default;
    private readonly KeyReader _keys = new(ObjectDefinitions.Default);
    private readonly TemplateValues _values;
    private readonly Node _root;
    private readonly Filler? _fill;

    /// <summary>Finds the places of a configuration.</summary>
    /// <param name="root">The configuration.</param>
    /// <param name="columns">The columns that there are.</param>
    /// <exception cref="ConfigurationException">A place has no column, or nothing can be filled in there.</exception>
    public Template(Node root, TemplateColumns columns)
    {
        _values = new TemplateValues(columns);
        _root = root;
        _fill = Map(root, (key, value) => (RequireLiteral(key, "an Object ID"), OfObject(key, value)));
    }

    /// <summary>Makes the configuration of one row. What has no place in it is shared by all.</summary>
    /// <exception cref="RowException">A cell is not what its place needs.</exception>
    public Node Fill(CsvRow row) => _fill == null ? _root : _fill(row);

    private Filler? OfObject(Node key, Node value)
    {
        // What is no dictionary of instances, such as "$schema", is the binder's affair.
        if (value is not DictionaryNode)
            return RequireLiteral(value, "an object");

        int objectId = _keys.ReadObject(key).ObjectId;
        return Map(value, (instance, resources) => (_values.OfKey(instance), OfInstance(objectId, resources)));
    }

    private Filler? OfInstance(int objectId, Node value) => value is DictionaryNode
        ? Map(value, (key, resource) => (
            RequireLiteral(key, "a Resource ID"), OfResource(resource, objectId, key)))
        : RequireLiteral(value, "an instance");

    private Filler? OfResource(Node value, int objectId, Node key)
    {
        ResourceDefinition? definition = _definitions.Find(objectId, _keys.ReadResource(key, objectId));
        return value switch
        {
            DictionaryNode => Map(value, (id, item) => (_values.OfKey(id), _values.OfValue(item, definition))),
            ListNode list => Map(list, item => item is ListNode { Items: [Node id, Node single] } pair
                ? Map(pair, part => ReferenceEquals(part, id) ? _values.OfKey(id) : _values.OfValue(single, definition))
                : RequireLiteral(item, "a pair")),
            _ => _values.OfValue(value, definition),
        };
    }

    private static Filler? Map(Node node, Func<Node, Node, (Filler? Key, Filler? Value)> places)
    {
        if (node is not DictionaryNode dictionary)
            return RequireLiteral(node, "a configuration");

        (Filler? Key, Filler? Value)[] fillers = [.. dictionary.Entries.Select(e => places(e.Key, e.Value))];
        if (fillers.All(f => f is (null, null)))
            return null;

        return row =>
        {
            KeyValuePair<Node, Node>[] entries = [.. dictionary.Entries];
            for (int i = 0; i < entries.Length; i++)
            {
                (Filler? key, Filler? value) = fillers[i];
                entries[i] = new(key == null ? entries[i].Key : key(row), value == null ? entries[i].Value : value(row));
            }

            return dictionary with { Entries = entries };
        };
    }

    private static Filler? Map(ListNode list, Func<Node, Filler?> place)
    {
        Filler?[] fillers = [.. list.Items.Select(place)];
        if (fillers.All(f => f == null))
            return null;

        return row => list with { Items = [.. list.Items.Select((item, i) => fillers[i] is { } fill ? fill(row) : item)] };
    }

    private static Filler? RequireLiteral(Node node, string what)
    {
        bool isPlace = node is PlaceholderNode || node is StringNode text && TemplateText.IsCandidate(text.Value);
        return isPlace ? throw new ConfigurationException(node.Position, $"{what} can't be filled from a column") : null;
    }
}
