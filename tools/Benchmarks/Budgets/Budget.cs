namespace Bootstrapper.Benchmarks.Budgets;

/// <summary>One budget of the design beside what was measured.</summary>
/// <param name="What">What is limited.</param>
/// <param name="Limit">The limit, in words.</param>
/// <param name="Measured">The figure, in words.</param>
/// <param name="Otherwise">What it is where one does without the library, in words; empty where there is nothing like it.</param>
/// <param name="Verdict">Whether it holds.</param>
internal sealed record Budget(string What, string Limit, string Measured, string Otherwise, BudgetVerdict Verdict)
{
    /// <summary>Gets the verdict in words.</summary>
    public string VerdictText => Verdict switch
    {
        BudgetVerdict.Holds => "holds",
        BudgetVerdict.Over => "over",
        _ => "not measured here",
    };

    /// <summary>Judges a figure.</summary>
    public static BudgetVerdict Judge(bool holds) => holds ? BudgetVerdict.Holds : BudgetVerdict.Over;
}
