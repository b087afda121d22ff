using BenchmarkDotNet.Attributes;
using Bootstrapper.Benchmarks.Samples;

namespace Bootstrapper.Benchmarks.Suites;

/// <summary>Walking over the TLV entries of a file, against reading each of its bytes once.</summary>
public class TlvBenchmarks : FileBenchmarks
{
    private Walks _walks = null!;

    private protected override void SetUp(SampleFile file) => _walks = new(file);

    /// <summary>Reads each byte once.</summary>
    [Benchmark(Baseline = true, Description = "read each byte once")]
    public int ReadEachByte() => _walks.ReadEachByte();

    /// <summary>Walks over the entries alone.</summary>
    [Benchmark(Description = "walk the TLVs")]
    public int WalkEntries() => _walks.WalkEntries();

    /// <summary>Opens the file and walks over it.</summary>
    [Benchmark(Description = "open the file, walk the TLVs")]
    public int WalkFile() => _walks.WalkFile();
}
