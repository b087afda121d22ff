using Bootstrapper.Cli.Generation;
using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Batch;

/// <summary>What a batch is to make.</summary>
/// <param name="CsvPath">The CSV file, or <c>-</c> for standard input.</param>
/// <param name="TemplateName">What errors call the template.</param>
/// <param name="Template">The configuration with its placeholders.</param>
/// <param name="Folder">The folder for the images and the manifest, new or empty.</param>
/// <param name="Name">The template for the names of the images, null to number them.</param>
/// <param name="CreateGenerator">Creates a generator; each thread has its own.</param>
internal sealed record BatchRequest(
    string CsvPath, string TemplateName, Node Template, string Folder, string? Name, Func<Generator> CreateGenerator);
