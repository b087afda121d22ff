using BenchmarkDotNet.Attributes;
using Bootstrapper.Benchmarks.Samples;

namespace Bootstrapper.Benchmarks.Suites;

/// <summary>Walking over the TLV entries of a file, against reading each of its bytes once.</summary>
public class TlvBenchmarks
{
    private Walks _walks = new(SampleFile.Example);

    /// <summary>Gets the names of the files.</summary>
    public static IEnumerable<string> Files => SampleFile.All.Select(file => file.Name);

    /// <summary>Gets or sets the file's name.</summary>
    [ParamsSource(nameof(Files))]
    public string File { get; set; } = SampleFile.Example.Name;

    /// <summary>Chooses the file.</summary>
    [GlobalSetup]
    public void SetUp() => _walks = new(SampleFile.Named(File));

    /// <summary>Reads each byte once.</summary>
    [Benchmark(Baseline = true)]
    public int ReadEachByte() => _walks.ReadEachByte();

    /// <summary>Opens the file and walks over it.</summary>
    [Benchmark]
    public int WalkFile() => _walks.WalkFile();

    /// <summary>Walks over the entries alone.</summary>
    [Benchmark]
    public int WalkEntries() => _walks.WalkEntries();
}
