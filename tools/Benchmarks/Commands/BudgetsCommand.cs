using Bootstrapper.Benchmarks.Budgets;

namespace Bootstrapper.Benchmarks.Commands;

/// <summary>Prints every budget of the design beside what was measured.</summary>
internal static class BudgetsCommand
{
    /// <summary>Measures and prints.</summary>
    /// <returns>1 if one is over.</returns>
    public static int Run(TextWriter output, MeasuredElsewhere elsewhere)
    {
        Budget[] budgets = [.. Measure(elsewhere)];
        foreach (Budget budget in budgets)
        {
            output.WriteLine(budget.What);
            output.WriteLine($"  budget     {budget.Limit}");
            output.WriteLine($"  measured   {budget.Measured}");
            if (budget.Otherwise.Length > 0)
                output.WriteLine($"  otherwise  {budget.Otherwise}");
            output.WriteLine($"  {budget.VerdictText}");
            output.WriteLine();
        }

        return ExitCode(budgets);
    }

    /// <summary>Gets what the program ends with: 1 if a budget is over.</summary>
    public static int ExitCode(IEnumerable<Budget> budgets) =>
        budgets.Any(budget => budget.Verdict == BudgetVerdict.Over) ? 1 : 0;

    /// <summary>Measures all of them, in the design's order.</summary>
    public static IEnumerable<Budget> Measure(MeasuredElsewhere elsewhere) =>
    [
        .. Counts(elsewhere.Device),
        FlashBudget.Measure(elsewhere.Pe),
        ProcessorBudget.Measure(elsewhere.Device),
        WalkBudget.Measure(),
    ];

    /// <summary>Measures those that only change with what they limit: neither with the machine nor with each line of code.</summary>
    /// <param name="device">What was measured where the runtime is; null where it is not at hand.</param>
    public static IEnumerable<Budget> Counts(DeviceFigures? device) =>
    [
        WireBudgets.Bytes(),
        WireBudgets.Commands(),
        WireBudgets.Check(),
        MemoryBudgets.OneMoreRead(),
        MemoryBudgets.Peak(device),
        MemoryBudgets.Loading(),
    ];
}
