using System.Globalization;

namespace Bootstrapper.Cli.Definitions;

/// <summary>The objects and resources that have names and types; read once, from objects.txt.</summary>
internal sealed class ObjectDefinitions
{
    private readonly Dictionary<int, ObjectDefinition> _byId = [];
    private readonly Dictionary<string, ObjectDefinition> _byName = [];

    private ObjectDefinitions(IEnumerable<ObjectDefinition> objects)
    {
        foreach (ObjectDefinition definition in objects)
        {
            _byId.Add(definition.Id, definition);
            _byName.Add(definition.Name, definition);
        }
    }

    /// <summary>Gets the definitions that the tool brings along.</summary>
    public static ObjectDefinitions Default { get; } = Load();

    /// <summary>Gets all of them, in the order of their IDs.</summary>
    public IEnumerable<ObjectDefinition> All => _byId.Values.OrderBy(o => o.Id);

    /// <summary>Finds an object by its ID.</summary>
    public ObjectDefinition? Find(int objectId) => _byId.GetValueOrDefault(objectId);

    /// <summary>Finds an object by its name.</summary>
    public ObjectDefinition? Find(string name) => _byName.GetValueOrDefault(name);

    private static ObjectDefinitions Load()
    {
        using Stream stream = typeof(ObjectDefinitions).Assembly.GetManifestResourceStream("objects.txt")!;
        using StreamReader reader = new(stream);
        List<ObjectDefinition> objects = [];
        List<ResourceDefinition> resources = [];
        while (reader.ReadLine() is { } line)
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0 || words[0] == "#")
                continue;
            if (words[0] == "object")
            {
                resources = [];
                objects.Add(new ObjectDefinition(Number(words[1]), words[2], resources));
            }
            else
            {
                resources.Add(new ResourceDefinition(
                    Number(words[0]), words[1], Enum.Parse<ResourceKind>(words[2]), words.Contains("multiple"), words.Contains("secret")));
            }
        }

        return new ObjectDefinitions(objects);
    }

    private static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);
}
