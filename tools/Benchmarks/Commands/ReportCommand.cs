using Bootstrapper.Benchmarks.Budgets;
using Bootstrapper.Benchmarks.Output;
using Bootstrapper.Benchmarks.Samples;
using Bootstrapper.Benchmarks.Wire;

namespace Bootstrapper.Benchmarks.Commands;

/// <summary>Writes the documents: every budget beside its measured value, and the chart of times.</summary>
internal static class ReportCommand
{
    /// <summary>The document of the budgets.</summary>
    public const string BudgetsFile = "budgets.md";

    private const string ChartFile = "wire.svg";
    private const int ChunkSize = 240;

    /// <summary>Writes them.</summary>
    /// <returns>1 if a budget is over.</returns>
    public static int Run(DirectoryInfo folder, MeasuredElsewhere elsewhere)
    {
        LineSpeeds speeds = LineSpeeds.Default;
        Budget[] budgets = [.. BudgetsCommand.Measure(elsewhere)];
        folder.Create();
        File.WriteAllText(Path.Combine(folder.FullName, ChartFile), WireChart.Draw(speeds));
        using StreamWriter writer = File.CreateText(Path.Combine(folder.FullName, BudgetsFile));
        writer.NewLine = "\n";
        Write(writer, budgets, speeds);
        return budgets.Any(budget => budget.Verdict == BudgetVerdict.Over) ? 1 : 0;
    }

    private static void Write(TextWriter writer, Budget[] budgets, LineSpeeds speeds)
    {
        writer.WriteLine("# Budgets");
        writer.WriteLine();
        writer.WriteLine("Written by `dotnet run -c Release --project tools/Benchmarks -- report`.");
        writer.WriteLine();
        BudgetsCommand.Table(budgets).Write(writer);
        writer.WriteLine();
        writer.WriteLine("## Time against file size");
        writer.WriteLine();
        writer.WriteLine($"![Time against file size for each way to the card]({ChartFile})");
        writer.WriteLine();
        writer.WriteLine(Figure.Of(
            $"From the first AT to the last, echo off; line at {speeds.Baud} baud, card at {speeds.Card} bit/s (T=0)."));
        writer.WriteLine("Neither modem nor card takes time of its own here.");
        foreach (SampleFile file in SampleFile.All)
        {
            writer.WriteLine();
            writer.WriteLine(Figure.Of($"### {file.Name}: {file.Length} bytes, {file.HexLength} as hex"));
            writer.WriteLine();
            WireTables.OfWays(file, speeds, ChunkSize).Write(writer);
        }

        writer.WriteLine();
        writer.WriteLine("### By step, over a logical channel in 240-byte chunks");
        writer.WriteLine();
        WireTables.OfSteps().Write(writer);
    }
}
