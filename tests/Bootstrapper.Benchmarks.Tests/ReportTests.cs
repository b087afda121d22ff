using Bootstrapper.Benchmarks.Budgets;
using Bootstrapper.Benchmarks.Commands;

namespace Bootstrapper.Benchmarks.Tests;

/// <summary>The documents are what the benchmarks write: as far as it is the same on every machine.</summary>
[TestClass]
public sealed class ReportTests
{
    // Without the two files, the figures from elsewhere would go.
    private const string Renew =
        "renew it: dotnet run -c Release --project tools/Benchmarks -- report --pe FILE --device FILE (README, Budgets)";

    // What, budget, measured, otherwise, verdict. Figures of a device may stand behind those that are measured here.
    [TestMethod]
    public void Readme_Budgets_AreThoseMeasured()
    {
        const int Others = 3; // the size of the .pe, and two that are times
        Budget[] budgets = [.. BudgetsCommand.Counts(null)];
        string[][] rows = [.. RowsOf(File.ReadAllText(ReportCommand.Readme))];
        Assert.HasCount(budgets.Length + Others, rows);
        foreach ((Budget budget, string[] row) in budgets.Zip(rows))
        {
            Assert.AreEqual(budget.What, row[0], Renew);
            Assert.AreEqual(budget.Limit, row[1], Renew);
            Assert.StartsWith(budget.Measured, row[2], Renew);
            Assert.AreEqual(budget.Otherwise, row[3], Renew);
            Assert.AreEqual(budget.VerdictText, row[4], Renew);
        }
    }

    [TestMethod]
    public void WireDocument_IsTheOneWritten()
    {
        StringWriter written = new() { NewLine = "\n" };

        ReportCommand.WriteWire(written);

        Assert.AreEqual(written.ToString(), File.ReadAllText(ReportCommand.WireDocument).ReplaceLineEndings("\n"), Renew);
    }

    [TestMethod]
    public void WithTable_Document_KeepsTheRest()
    {
        const string Begin = "<!-- budgets: written by tools/Benchmarks -->\n";
        const string End = "<!-- budgets end -->\n";

        Assert.AreEqual($"a\n{Begin}new\n{End}b\n", ReportCommand.WithTable($"a\n{Begin}old\n{End}b\n", "new\n"));
        Assert.ThrowsExactly<InvalidDataException>(() => ReportCommand.WithTable($"a\n{End}b\n", "new\n"));
        Assert.ThrowsExactly<InvalidDataException>(() => ReportCommand.WithTable($"a\n{Begin}b\n", "new\n"));
    }

    [TestMethod]
    public void TableOf_Budget_IsARow() => Assert.AreEqual(
        "| What | Budget | Measured | Otherwise |  |\n| --- | --- | --- | --- | --- |\n| a | 1 | 2 | 3 | over |\n",
        ReportCommand.TableOf([new("a", "1", "2", "3", BudgetVerdict.Over)]));

    [TestMethod]
    [DataRow("Holds", "Holds", 0)]
    [DataRow("Holds", "Over", 1)]
    [DataRow("Holds", "NotMeasured", 0)]
    public void ExitCode_OneOver_IsOne(string first, string second, int code) => Assert.AreEqual(
        code,
        BudgetsCommand.ExitCode(new[] { first, second }.Select(name => new Budget("", "", "", "", Enum.Parse<BudgetVerdict>(name)))));

    private static IEnumerable<string[]> RowsOf(string readme)
    {
        string table = readme.ReplaceLineEndings("\n").Split("<!-- budgets: ")[1].Split("<!-- budgets end")[0];
        return table.Split('\n', StringSplitOptions.RemoveEmptyEntries)[3..].Select(line => line[2..^2].Split(" | "));
    }
}
