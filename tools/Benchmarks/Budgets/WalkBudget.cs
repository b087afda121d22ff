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

    private static readonly SampleFile[] _others = [SampleFile.AppendixF, SampleFile.Medium, SampleFile.ShortEntries];

    /// <summary>Measures it.</summary>
    public static Budget Measure()
    {
        // The longest first: by what it does then, the runtime decides how it compiles.
        WalkTimes large = WalkTimes.Measure(SampleFile.Large);
        WalkTimes example = WalkTimes.Measure(SampleFile.Example);
        double[] others = [.. _others.Select(file => WalkTimes.Measure(file).PerEntry)];
        long allocated = SampleFile.All.Concat(_others).Sum(file => Allocations.Of(Walk(file)));
        double mostPerEntry = Math.Max(
            AllowedPerEntry(MostForTheExample, SampleFile.Example), AllowedPerEntry(MostForALongFile, SampleFile.Large));
        bool holds = allocated == 0 && example.Entries <= MostForTheExample && large.Entries <= MostForALongFile
            && others.Max() <= mostPerEntry;
        return new(
            "walking the TLVs, on .NET, as a ratio to reading each byte once",
            "0 bytes allocated; 1.6 for the example, 1.5 for 32 KB; "
                + Figure.Of($"any other file {mostPerEntry:F1} per entry, as they"),
            Figure.Of($"{allocated} bytes; {example.Entries:F2} ({example.Whole:F2} with opening the file); ")
                + Figure.Of($"{large.Entries:F2} ({large.Whole:F2}); ")
                + string.Join(", ", others.Select(perEntry => Figure.Of($"{perEntry:F1}"))),
            Budget.Judge(holds));
    }

    // A budget for a file is one for each of its entries: so many times reading a byte.
    private static double AllowedPerEntry(double ratio, SampleFile file) => ratio * file.Length / new Walks(file).WalkFile();

    private static Action Walk(SampleFile file)
    {
        Walks walks = new(file);
        return () => walks.WalkFile();
    }
}
