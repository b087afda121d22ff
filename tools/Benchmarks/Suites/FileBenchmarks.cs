using BenchmarkDotNet.Attributes;
using Bootstrapper.Benchmarks.Samples;

namespace Bootstrapper.Benchmarks.Suites;

/// <summary>Benchmarks for each of the bootstrap files.</summary>
public abstract class FileBenchmarks
{
    /// <summary>Gets the names of the files.</summary>
    public static IEnumerable<string> Files => SampleFile.All.Select(file => file.Name);

    /// <summary>Gets or sets the file's name.</summary>
    [ParamsSource(nameof(Files))]
    public string File { get; set; } = SampleFile.Example.Name;

    /// <summary>Prepares the file.</summary>
    [GlobalSetup]
    public void SetUp() => SetUp(SampleFile.Named(File));

    private protected abstract void SetUp(SampleFile file);
}
