using Bootstrapper.Benchmarks.Output;

namespace Bootstrapper.Benchmarks.Budgets;

/// <summary>What the library takes of the flash.</summary>
internal static class FlashBudget
{
    private const int Kilobyte = 1024;
    private const int Limit = 40 * Kilobyte;

    /// <summary>Measures the library's file for the device.</summary>
    /// <param name="file">The .pe file that the device build made; null where there is none.</param>
    public static Budget Measure(FileInfo? file)
    {
        const string What = "the library's .pe on flash";
        const string Words = "40 KB";
        if (file == null)
            return new(What, Words, "", BudgetVerdict.NotMeasured);
        return new(
            What,
            Words,
            Figure.Of($"{(double)file.Length / Kilobyte:F1} KB ({file.Length} bytes)"),
            Budget.Judge(file.Length <= Limit));
    }
}
