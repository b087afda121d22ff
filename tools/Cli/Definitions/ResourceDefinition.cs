namespace Bootstrapper.Cli.Definitions;

/// <summary>A resource of an object, as far as its value is concerned.</summary>
/// <param name="Id">The Resource ID.</param>
/// <param name="Name">The name after <c>RID.Object.</c></param>
/// <param name="Kind">The data type.</param>
/// <param name="IsMultiple">Whether it has Resource Instances.</param>
/// <param name="IsSecret">Whether its value is a key.</param>
internal sealed record ResourceDefinition(int Id, string Name, ResourceKind Kind, bool IsMultiple, bool IsSecret);
