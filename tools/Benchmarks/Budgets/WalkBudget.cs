using Bootstrapper.Benchmarks.Memory;
using Bootstrapper.Benchmarks.Output;
using Bootstrapper.Benchmarks.Samples;
using Bootstrapper.Benchmarks.Suites;

namespace Bootstrapper.Benchmarks.Budgets;

/// <summary>What walking over the TLV entries takes, as a ratio to reading each byte of the same file once.</summary>
internal static class WalkBudget
{
    private const double MostForTheExample = 1.6;
    private const double MostForALongFile = 1.5;

    /// <summary>Measures it.</summary>
    public static Budget Measure()
    {
        long allocated = SampleFile.All.Sum(file => Allocations.Of(Action(new Walks(file))));
        WalkTimes example = WalkTimes.Measure(SampleFile.Example);
        WalkTimes[] others = [WalkTimes.Measure(SampleFile.AppendixF), WalkTimes.Measure(SampleFile.Medium)];
        WalkTimes large = WalkTimes.Measure(SampleFile.Large);
        double mostPerEntry = Math.Max(example.PerEntry, large.PerEntry);
        bool holds = allocated == 0 && example.Entries <= MostForTheExample && large.Whole <= MostForALongFile;
        return new(
            "walking the TLVs, on .NET, as a ratio to reading each byte once",
            "0 bytes allocated; 1.6 for the example, 1.5 for 32 KB; per entry no worse for any other file",
            Figure.Of($"{allocated} bytes; {example.Entries:F2} ({example.Whole:F2} with opening), {large.Whole:F2}; ")
                + Figure.Of($"per entry {example.PerEntry:F1}, {large.PerEntry:F1} byte reads, ")
                + Figure.Of($"others {string.Join(", ", others.Select(times => Figure.Of($"{times.PerEntry:F1}")))} ({mostPerEntry:F1})"),
            Budget.Judge(holds),
            IsSame: false);
    }

    private static Action Action(Walks walks) => () => walks.WalkFile();
}
