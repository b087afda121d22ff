using Bootstrapper.Benchmarks.Budgets;
using Bootstrapper.Benchmarks.Output;

namespace Bootstrapper.Benchmarks.Commands;

/// <summary>Prints every budget of the design beside what was measured.</summary>
internal static class BudgetsCommand
{
    /// <summary>Measures and prints.</summary>
    /// <returns>1 if one is over.</returns>
    public static int Run(TextWriter output, FileInfo? pe)
    {
        Budget[] budgets = [.. Measure(pe)];
        Table(budgets).Write(output);
        return budgets.Any(budget => budget.Verdict == BudgetVerdict.Over) ? 1 : 0;
    }

    /// <summary>Makes the table of them.</summary>
    public static MarkdownTable Table(IEnumerable<Budget> budgets)
    {
        MarkdownTable table = new("what", "budget", "measured", "");
        foreach (Budget budget in budgets)
            table.Add(budget.What, budget.Limit, budget.Measured, budget.VerdictText);
        return table;
    }

    /// <summary>Measures all of them, in the design's order.</summary>
    public static IEnumerable<Budget> Measure(FileInfo? pe) => [.. Counts(pe), WalkBudget.Measure()];

    /// <summary>Measures those that are the same on every machine: counts, not times.</summary>
    public static IEnumerable<Budget> Counts(FileInfo? pe)
    {
        yield return WireBudgets.Bytes();
        yield return WireBudgets.Commands();
        yield return WireBudgets.Check();
        yield return MemoryBudgets.OneMoreRead();
        yield return MemoryBudgets.Peak();
        yield return MemoryBudgets.Loading();
        yield return FlashBudget.Measure(pe);
        yield return new(
            "processor time for a whole 32 KB read on the device",
            "a tenth of the line's time at 115200 baud",
            "",
            BudgetVerdict.NotMeasured);
    }
}
