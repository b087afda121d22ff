namespace Bootstrapper.Cli.Definitions;

/// <summary>An object that has a name.</summary>
internal sealed class ObjectDefinition
{
    private readonly SortedDictionary<int, ResourceDefinition> _byId = [];
    private readonly Dictionary<string, ResourceDefinition> _byName = [];

    /// <summary>Creates a definition without resources.</summary>
    public ObjectDefinition(int id, string name)
    {
        Id = id;
        Name = name;
    }

    /// <summary>Gets the Object ID.</summary>
    public int Id { get; }

    /// <summary>Gets the name after <c>OID.</c></summary>
    public string Name { get; }

    /// <summary>Gets its resources, in the order of their IDs.</summary>
    public IReadOnlyCollection<ResourceDefinition> Resources => _byId.Values;

    /// <summary>Finds a resource by its ID.</summary>
    public ResourceDefinition? Find(int resourceId) => _byId.GetValueOrDefault(resourceId);

    /// <summary>Finds a resource by its name.</summary>
    public ResourceDefinition? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Adds a resource whose ID and name are new.</summary>
    internal void Add(ResourceDefinition resource)
    {
        _byId.Add(resource.Id, resource);
        _byName.Add(resource.Name, resource);
    }
}
