using Bootstrapper.Benchmarks.Budgets;
using Bootstrapper.Benchmarks.Output;
using Bootstrapper.Benchmarks.Wire;

namespace Bootstrapper.Benchmarks.Commands;

/// <summary>
/// Writes into the repository: the README's table of budgets, the chart of times, and the tables of what goes over the line.
/// </summary>
internal static class ReportCommand
{
    private const int ChunkSize = 240;
    private const string TableBegin = "<!-- budgets: written by tools/Benchmarks -->\n";
    private const string TableEnd = "<!-- budgets end -->\n";

    /// <summary>Gets the document that has the table of budgets.</summary>
    public static string Readme { get; } = Repository.At("README.md");

    /// <summary>Gets the document that has the tables of the line.</summary>
    public static string WireDocument { get; } = Repository.At("docs", "wire.md");

    private static string Chart { get; } = Repository.At("docs", "wire.svg");

    /// <summary>Writes them.</summary>
    /// <returns>1 if a budget is over.</returns>
    public static int Run(MeasuredElsewhere elsewhere)
    {
        Budget[] budgets = [.. BudgetsCommand.Measure(elsewhere)];
        File.WriteAllText(Readme, WithTable(File.ReadAllText(Readme), TableOf(budgets)));
        File.WriteAllText(Chart, WireChart.Draw(LineSpeeds.Default));
        using StreamWriter writer = File.CreateText(WireDocument);
        writer.NewLine = "\n";
        WriteWire(writer);
        return BudgetsCommand.ExitCode(budgets);
    }

    /// <summary>Makes the table of the budgets.</summary>
    public static string TableOf(IEnumerable<Budget> budgets)
    {
        MarkdownTable table = new("What", "Budget", "Measured", "Otherwise", "");
        foreach (Budget budget in budgets)
            table.Add(budget.What, budget.Limit, budget.Measured, budget.Otherwise, budget.VerdictText);
        StringWriter text = new() { NewLine = "\n" };
        table.WriteNarrow(text);
        return text.ToString();
    }

    /// <summary>Puts a table in the place of the one that a document has.</summary>
    /// <exception cref="InvalidDataException">It has no place for one.</exception>
    public static string WithTable(string document, string table)
    {
        int begin = document.IndexOf(TableBegin, StringComparison.Ordinal) + TableBegin.Length;
        int end = document.IndexOf(TableEnd, StringComparison.Ordinal);
        if (begin < TableBegin.Length || end < begin)
            throw new InvalidDataException($"no place for the table: {TableBegin.Trim()} ... {TableEnd.Trim()}");
        return document[..begin] + table + document[end..];
    }

    /// <summary>Writes the tables of what goes over the line.</summary>
    public static void WriteWire(TextWriter writer)
    {
        writer.WriteLine("# What goes over the line");
        writer.WriteLine();
        writer.WriteLine("Written by `dotnet run -c Release --project tools/Benchmarks -- report`.");
        writer.WriteLine();
        writer.WriteLine($"![Time against file size for each way to the card]({Path.GetFileName(Chart)})");
        writer.WriteLine();
        WireCommand.Write(writer, LineSpeeds.Default, ChunkSize);
    }
}
