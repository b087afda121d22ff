namespace Bootstrapper.Benchmarks.Output;

/// <summary>A table that reads as well on a terminal as in a document.</summary>
/// <param name="headings">The columns' headings; one that starts with <c>&gt;</c> has its column to the right.</param>
internal sealed class MarkdownTable(params string[] headings)
{
    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row.</summary>
    public void Add(params string[] cells)
    {
        if (cells.Length != headings.Length)
            throw new ArgumentException("a cell for each column", nameof(cells));
        _rows.Add(cells);
    }

    /// <summary>Writes the table with cells as wide as they are: for cells that are long.</summary>
    public void WriteNarrow(TextWriter writer)
    {
        WriteRow(writer, headings);
        WriteRow(writer, [.. headings.Select(_ => "---")]);
        foreach (string[] row in _rows)
            WriteRow(writer, row);
    }

    /// <summary>Writes the table with columns as wide as their widest cell.</summary>
    public void Write(TextWriter writer)
    {
        string[] titles = [.. headings.Select(heading => heading.TrimStart('>'))];
        bool[] isRight = [.. headings.Select(heading => heading.StartsWith('>'))];
        int[] widths =
        [
            .. titles.Select((title, i) => _rows.Select(row => row[i].Length).Append(Math.Max(title.Length, 3)).Max()),
        ];
        WriteRow(writer, Padded(titles));
        WriteRow(writer, widths.Select((width, i) => isRight[i] ? new string('-', width - 1) + ":" : new string('-', width)));
        foreach (string[] row in _rows)
            WriteRow(writer, Padded(row));

        IEnumerable<string> Padded(string[] cells) => cells.Select(
            (cell, i) => isRight[i] ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]));
    }

    private static void WriteRow(TextWriter writer, IEnumerable<string> cells) =>
        writer.WriteLine("| " + string.Join(" | ", cells) + " |");
}
