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

    [TestMethod]
    public void Document_Budgets_AreAllThere()
    {
        foreach (Budget budget in BudgetsCommand.Counts(pe: null))
            Assert.Contains(Squeezed($"| {budget.What} | {budget.Limit} | "), string.Join('\n', _document), Renew);
    }

    [TestMethod]
    public void Document_BudgetsThatAreCounts_AreThoseMeasured()
    {
        foreach (Budget budget in BudgetsCommand.Counts(pe: null).Where(budget => budget.Verdict != BudgetVerdict.NotMeasured))
        {
            Assert.Contains(
                Squeezed($"| {budget.What} | {budget.Limit} | {budget.Measured} | {budget.VerdictText} |"), _document, Renew);
        }
    }

    [TestMethod]
    public void Document_WireTables_AreThoseMeasured()
    {
        StringWriter tables = new();
        foreach (SampleFile file in SampleFile.All)
            WireTables.OfWays(file, LineSpeeds.Default, 240).Write(tables);
        WireTables.OfSteps().Write(tables);

        foreach (string row in tables.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(row => row.Contains(' ')))
            Assert.Contains(Squeezed(row), _document, Renew);
    }

    // Columns are as wide as their widest cell.
    private static string Squeezed(string line) => string.Join('|', line.Split('|').Select(cell => cell.Trim().TrimStart('-')));
}
