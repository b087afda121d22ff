using Bootstrapper.Benchmarks.Samples;
using Bootstrapper.Benchmarks.Suites;

namespace Bootstrapper.Benchmarks.Budgets;

/// <summary>The times of walking over one file, in those of reading each byte of it once.</summary>
/// <param name="Whole">Opening the file, and all entries of all its records.</param>
/// <param name="Entries">The entries alone.</param>
/// <param name="PerEntry">One entry, in the time of reading a byte.</param>
internal sealed record WalkTimes(double Whole, double Entries, double PerEntry)
{
    /// <summary>Measures a file.</summary>
    public static WalkTimes Measure(SampleFile file)
    {
        Walks walks = new(file);
        int entries = walks.WalkFile();
        double whole = RatioTimer.Measure(walks.WalkFile, walks.ReadEachByte);

        // What a further entry takes: all of them, less the first of each record with all that comes before it.
        double further = RatioTimer.Measure(walks.WalkEntries, walks.ReadEachByte)
            - RatioTimer.Measure(walks.WalkFirstEntries, walks.ReadEachByte);
        double perEntry = further / (entries - walks.WalkFirstEntries());
        return new(whole, perEntry * entries, perEntry * file.Length);
    }
}
