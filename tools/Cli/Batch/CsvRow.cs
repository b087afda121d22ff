namespace Bootstrapper.Cli.Batch;

/// <summary>A row of a CSV file: the cells of the columns that were asked for, or what is wrong with it.</summary>
/// <param name="Line">The line of the file in which the row begins, from 1.</param>
/// <param name="Cells">The cells in the order in which their columns were asked for, as they stand in the file, unquoted.</param>
/// <param name="Error">Why it can't be used, null if it can; it has no cells then.</param>
internal sealed record CsvRow(int Line, byte[][] Cells, string? Error = null)
{
    /// <summary>Gets the number of bytes in the cells.</summary>
    public int Size => Cells.Sum(c => c.Length);
}
