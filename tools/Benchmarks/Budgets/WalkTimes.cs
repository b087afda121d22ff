using Bootstrapper.Benchmarks.Samples;
using Bootstrapper.Benchmarks.Suites;

namespace Bootstrapper.Benchmarks.Budgets;

/// <summary>The times of walking over one file, in those of reading each byte of it once.</summary>
/// <param name="Tlv">All entries of all its records, beginning with each record included.</param>
/// <param name="Whole">The same, and opening the file and its records.</param>
/// <param name="PerEntry">One entry, in the time of reading a byte.</param>
internal sealed record WalkTimes(double Tlv, double Whole, double PerEntry)
{
    /// <summary>Measures a file.</summary>
    public static WalkTimes Measure(SampleFile file)
    {
        Walks walks = new(file);
        double[] times = FairTimer.Measure(walks.ReadEachByte, walks.WalkEntries, walks.WalkFile);
        return new(times[0], times[1], PerEntryOf(times[0], file));
    }

    /// <summary>Gets the smaller of each time: what else the machine does only adds to it.</summary>
    public WalkTimes OrLess(WalkTimes other) =>
        new(Math.Min(Tlv, other.Tlv), Math.Min(Whole, other.Whole), Math.Min(PerEntry, other.PerEntry));

    /// <summary>Gets what a time of a whole file is for each of its entries, in the time of reading a byte.</summary>
    public static double PerEntryOf(double tlv, SampleFile file) => tlv * file.Length / new Walks(file).WalkEntries();
}
