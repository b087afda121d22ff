namespace Bootstrapper.Cli.Definitions;

/// <summary>An object that has a name.</summary>
/// <param name="Id">The Object ID.</param>
/// <param name="Name">The name after <c>OID.</c></param>
/// <param name="Resources">Its resources, in the order of their IDs.</param>
internal sealed record ObjectDefinition(int Id, string Name, IReadOnlyList<ResourceDefinition> Resources)
{
    /// <summary>Finds a resource by its ID.</summary>
    public ResourceDefinition? Find(int resourceId) => Resources.FirstOrDefault(r => r.Id == resourceId);

    /// <summary>Finds a resource by its name.</summary>
    public ResourceDefinition? Find(string name) => Resources.FirstOrDefault(r => r.Name == name);
}
