using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Batch;

/// <summary>A place for a cell.</summary>
/// <param name="Column">The index of the column among those that the template uses.</param>
/// <param name="Name">The name of the column.</param>
/// <param name="Form">What the cell holds.</param>
internal sealed record Placeholder(int Column, string Name, PlaceholderForm Form);
