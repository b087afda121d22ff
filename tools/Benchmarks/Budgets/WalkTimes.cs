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
        double[] seconds = FairTimer.Measure(walks.ReadEachByte, walks.WalkFile, walks.WalkEntries, walks.WalkFirstEntries);

        // What a further entry takes: all of them, less the first of each record with all that comes before it.
        int entries = walks.WalkFile();
        double perEntry = (seconds[2] - seconds[3]) / (entries - walks.WalkFirstEntries());
        double reference = seconds[0];
        return new(seconds[1] / reference, perEntry * entries / reference, perEntry * file.Length / reference);
    }
}
