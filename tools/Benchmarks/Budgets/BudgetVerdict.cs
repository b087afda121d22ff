namespace Bootstrapper.Benchmarks.Budgets;

/// <summary>Whether a budget holds.</summary>
internal enum BudgetVerdict
{
    /// <summary>It needs what is not at hand, and was left out.</summary>
    NotMeasured,

    /// <summary>It holds.</summary>
    Holds,

    /// <summary>It is exceeded.</summary>
    Over,
}
