using System.Globalization;
using System.Text.RegularExpressions;
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

        Match measured = Regex.Match(budget.Measured, @"^at most .* \((\d+) bytes\), worked out from the sources$");
        Assert.IsTrue(measured.Success, budget.Measured);
        int bytes = int.Parse(measured.Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.AreEqual(bytes <= Limit ? BudgetVerdict.Holds : BudgetVerdict.Over, budget.Verdict);
    }
}
