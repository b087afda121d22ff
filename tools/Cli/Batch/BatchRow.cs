namespace Bootstrapper.Cli.Batch;

/// <summary>A row on its way to an image.</summary>
/// <param name="Cells">The row as it stands in the file.</param>
/// <param name="Name">The name that its file shall have, null if it gets none.</param>
/// <param name="Error">Why it gets none.</param>
internal sealed record BatchRow(CsvRow Cells, string? Name, string? Error);
