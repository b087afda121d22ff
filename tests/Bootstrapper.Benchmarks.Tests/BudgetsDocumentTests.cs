using Bootstrapper.Benchmarks.Budgets;
using Bootstrapper.Benchmarks.Commands;
using Bootstrapper.Benchmarks.Samples;
using Bootstrapper.Benchmarks.Wire;

namespace Bootstrapper.Benchmarks.Tests;

/// <summary>docs/budgets.md is what the benchmarks write: as far as it is the same on every machine.</summary>
[TestClass]
public sealed class BudgetsDocumentTests
{
    private const string Renew = "renew it: dotnet run -c Release --project tools/Benchmarks -- report";

    private static readonly string[] _document =
    [
        .. File.ReadLines(Repository.At("docs", ReportCommand.BudgetsFile)).Select(Squeezed),
    ];

    // Figures of a device may stand behind those that are measured here.
    [TestMethod]
    public void Document_Budgets_AreThoseMeasured()
    {
        Budget[] budgets = [.. BudgetsCommand.Counts(new(null, null))];
        Assert.HasCount(8, budgets, "all but the one of times");
        foreach (Budget budget in budgets)
        {
            string row = Squeezed($"| {budget.What} | {budget.Limit} | {budget.Measured}");
            Assert.IsTrue(_document.Any(line => line.StartsWith(row, StringComparison.Ordinal)), $"{row}: {Renew}");
        }
    }

    [TestMethod]
    public void Document_Verdicts_AreThoseMeasured()
    {
        foreach (Budget budget in BudgetsCommand.Counts(new(null, null)).Where(b => b.Verdict != BudgetVerdict.NotMeasured))
        {
            string row = _document.Single(line => line.StartsWith(Squeezed($"| {budget.What} |"), StringComparison.Ordinal));
            Assert.EndsWith($"|{budget.VerdictText}|", row);
        }
    }

    [TestMethod]
    public void Document_WireTables_AreThoseMeasured()
    {
        StringWriter tables = new();
        foreach (SampleFile file in SampleFile.All)
            WireTables.OfWays(file, LineSpeeds.Default, 240).Write(tables);
        WireTables.OfSteps().Write(tables);

        foreach (string row in tables.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Assert.Contains(Squeezed(row), _document, Renew);
    }

    // Columns are as wide as their widest cell.
    private static string Squeezed(string line) => string.Join('|', line.Split('|').Select(cell => cell.Trim().TrimStart('-')));
}
