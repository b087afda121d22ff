using Bootstrapper.Benchmarks.Budgets;
using Bootstrapper.Benchmarks.Memory;
using Bootstrapper.Benchmarks.Samples;

namespace Bootstrapper.Benchmarks.Tests;

/// <summary>What must not grow unnoticed.</summary>
[TestClass]
public sealed class MemoryTests
{
    // The budget, 6 KB, and what of it there is before the first run.
    private const int LimitOfPeak = 6144;
    private const int LimitOfMadeOnce = 4596;

    [TestMethod]
    public void Reading_SteadyState_AllocatesNothing()
    {
        Budget budget = MemoryBudgets.OneMoreRead();

        Assert.AreEqual(BudgetVerdict.Holds, budget.Verdict, budget.Measured);
        Assert.AreEqual("0", budget.Measured);
    }

    [TestMethod]
    public void Peak_Example_IsWithinItsLimit()
    {
        MemoryRun run = new MemoryRun(SampleFile.Example).Run();

        Assert.IsLessThanOrEqualTo(LimitOfPeak, run.Peak.Size, run.PeakPlace);
        Assert.IsLessThanOrEqualTo(LimitOfMadeOnce, run.MadeOnce.Size);
        Assert.IsGreaterThan(run.MadeOnce.Size, run.Peak.Size, "a run keeps something");
    }

    [TestMethod]
    public void Peak_SameRun_HoldsTheResult()
    {
        MemoryRun run = new MemoryRun(SampleFile.Example).Run();

        Assert.IsTrue(run.Peak.Objects.Contains(run.Result!.Configuration.SecurityInstances[0].SecretKey));
        Assert.AreEqual(run.Peak.Size, run.Peak.Types.Sum(type => type.Size));
    }

    [TestMethod]
    public void Loading_FurtherAccount_AllocatesNothingBesidesWhatIsKept() =>
        Assert.IsLessThanOrEqualTo(0, MemoryBudgets.BesidesForEachAccount());
}
