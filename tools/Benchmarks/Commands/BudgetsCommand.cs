using Bootstrapper.Benchmarks.Budgets;
using Bootstrapper.Benchmarks.Output;

namespace Bootstrapper.Benchmarks.Commands;

/// <summary>Prints every budget of the design beside what was measured.</summary>
internal static class BudgetsCommand
{
    /// <summary>Measures and prints.</summary>
    /// <returns>1 if one is over.</returns>
    public static int Run(TextWriter output, MeasuredElsewhere elsewhere)
    {
        Budget[] budgets = [.. Measure(elsewhere)];
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
    public static IEnumerable<Budget> Measure(MeasuredElsewhere elsewhere) => [.. Counts(elsewhere), WalkBudget.Measure()];

    /// <summary>Measures those that are the same on every machine: counts, not times.</summary>
    public static IEnumerable<Budget> Counts(MeasuredElsewhere elsewhere)
    {
        yield return WireBudgets.Bytes();
        yield return WireBudgets.Commands();
        yield return WireBudgets.Check();
        yield return MemoryBudgets.OneMoreRead();
        yield return MemoryBudgets.Peak(elsewhere.Device);
        yield return MemoryBudgets.Loading();
        yield return FlashBudget.Measure(elsewhere.Pe);
        yield return ProcessorBudget.Measure(elsewhere.Device);
    }
}
