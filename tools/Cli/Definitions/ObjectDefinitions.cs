using System.Globalization;

namespace Bootstrapper.Cli.Definitions;

/// <summary>The objects and resources that have names and types; read once, from objects.txt.</summary>
internal sealed class ObjectDefinitions
{
    /// <summary>What comes before the name of an object in a configuration.</summary>
    public const string ObjectPrefix = "OID.";

    /// <summary>What comes before the names of an object and of its resource.</summary>
    public const string ResourcePrefix = "RID.";

    private readonly SortedDictionary<int, ObjectDefinition> _byId = [];
    private readonly Dictionary<string, ObjectDefinition> _byName = [];

    private ObjectDefinitions()
    {
    }

    /// <summary>Gets the definitions that the tool brings along.</summary>
    public static ObjectDefinitions Default { get; } = Load();

    /// <summary>Gets all of them, in the order of their IDs.</summary>
    public IReadOnlyCollection<ObjectDefinition> All => _byId.Values;

    /// <summary>Finds an object by its ID.</summary>
    public ObjectDefinition? Find(int objectId) => _byId.GetValueOrDefault(objectId);

    /// <summary>Finds an object by its name.</summary>
    public ObjectDefinition? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Finds a resource by the IDs of its object and its own.</summary>
    public ResourceDefinition? Find(int objectId, int resourceId) => Find(objectId)?.Find(resourceId);

    /// <summary>Gets the constant of an object, such as <c>OID.Server</c>, null where it has no name.</summary>
    public string? NameOf(int objectId) => Find(objectId) is { } found ? ObjectPrefix + found.Name : null;

    /// <summary>Gets the constant of a resource, such as <c>RID.Server.Lifetime</c>, null where it has no name.</summary>
    public string? NameOf(int objectId, int resourceId) => Find(objectId) is { } found && found.Find(resourceId) is { } resource
        ? $"{ResourcePrefix}{found.Name}.{resource.Name}"
        : null;

    private static ObjectDefinitions Load()
    {
        using Stream stream = typeof(ObjectDefinitions).Assembly.GetManifestResourceStream("objects.txt")!;
        using StreamReader reader = new(stream);
        ObjectDefinitions definitions = new();
        ObjectDefinition? current = null;
        while (reader.ReadLine() is { } line)
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0 || words[0] == "#")
                continue;
            if (words[0] == "object")
            {
                current = new ObjectDefinition(Number(words[1]), words[2]);
                definitions._byId.Add(current.Id, current);
                definitions._byName.Add(current.Name, current);
            }
            else
            {
                current!.Add(new ResourceDefinition(
                    Number(words[0]),
                    words[1],
                    Enum.Parse<ResourceKind>(words[2]),
                    words.Contains("multiple"),
                    words.Contains("secret")));
            }
        }

        return definitions;
    }

    private static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);
}
