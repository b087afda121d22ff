using Bootstrapper.Benchmarks.Budgets;

namespace Bootstrapper.Benchmarks.Tests;

[TestClass]
public sealed class WalkTimesTests
{
    [TestMethod]
    public void OrLess_EachSeriesDisturbedSomewhere_HasWhatWasNot()
    {
        WalkTimes first = new(2.4, 1.2, 17.9);
        WalkTimes second = new(1.5, 1.6, 16.0);

        Assert.AreEqual(new WalkTimes(1.5, 1.2, 16.0), first.OrLess(second));
        Assert.AreEqual(new WalkTimes(1.5, 1.2, 16.0), second.OrLess(first));
    }
}
