using Bootstrapper.Benchmarks.Budgets;

namespace Bootstrapper.Benchmarks.Tests;

[TestClass]
public sealed class FlashBudgetTests
{
    private const int Limit = 40 * 1024;

    [TestMethod]
    [DataRow(Limit, "Holds")]
    [DataRow(Limit + 1, "Over")]
    public void Measure_File_IsJudgedByItsLength(int length, string verdict)
    {
        FileInfo file = new(Path.GetTempFileName());
        try
        {
            File.WriteAllBytes(file.FullName, new byte[length]);

            Budget budget = FlashBudget.Measure(file);

            Assert.AreEqual(verdict, budget.Verdict.ToString());
            Assert.EndsWith($"({length} bytes)", budget.Measured);
        }
        finally
        {
            file.Delete();
        }
    }

    [TestMethod]
    public void Measure_NoFile_IsJudgedByTheSources()
    {
        Budget budget = FlashBudget.Measure(null);

        Assert.AreNotEqual(BudgetVerdict.NotMeasured, budget.Verdict);
        Assert.Contains("worked out from the sources", budget.Measured);
    }
}
