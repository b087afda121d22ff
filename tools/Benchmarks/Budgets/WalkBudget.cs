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

    // All files in each, so that what the machine does for a while is in one of them.
    private const int Series = 3;

    private static readonly SampleFile[] _others = [SampleFile.AppendixF, SampleFile.Medium, SampleFile.ShortEntries];

    /// <summary>Measures it.</summary>
    public static Budget Measure()
    {
        // The longest first: by what it does then, the runtime decides how it compiles.
        SampleFile[] files = [SampleFile.Large, SampleFile.Example, .. _others];
        WalkTimes[] times = [.. files.Select(WalkTimes.Measure)];
        for (int i = 1; i < Series; i++)
            times = [.. files.Select((file, index) => WalkTimes.Measure(file).OrLess(times[index]))];
        WalkTimes large = times[0];
        WalkTimes example = times[1];
        WalkTimes[] others = times[2..];
        long allocated = SampleFile.All.Concat(_others).Sum(file => Allocations.Of(Walk(file)));
        double mostPerEntry = Math.Max(
            WalkTimes.PerEntryOf(MostForTheExample, SampleFile.Example),
            WalkTimes.PerEntryOf(MostForALongFile, SampleFile.Large));
        bool holds = allocated == 0 && example.Tlv <= MostForTheExample && large.Tlv <= MostForALongFile
            && others.All(other => other.PerEntry <= mostPerEntry);
        return new(
            "walking the TLVs, on .NET, as a ratio to reading each byte once",
            "0 bytes allocated; 1.6 for the example, 1.5 for 32 KB; "
                + Figure.Of($"for an entry of any other file no more than theirs, {mostPerEntry:F1} bytes' time"),
            Figure.Of($"{allocated} bytes; {example.Tlv:F2}, {large.Tlv:F2} ")
                + Figure.Of($"({example.Whole:F2}, {large.Whole:F2} with opening the file); ")
                + string.Join(", ", _others.Zip(others, (file, other) => Figure.Of($"{file.Name} {other.PerEntry:F1}"))),
            "1: each byte read once",
            Budget.Judge(holds));
    }

    private static Action Walk(SampleFile file)
    {
        Walks walks = new(file);
        return () => walks.WalkFile();
    }
}
