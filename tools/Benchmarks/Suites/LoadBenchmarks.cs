using BenchmarkDotNet.Attributes;
using Bootstrapper.Benchmarks.Samples;
using Bootstrapper.Lwm2m;

namespace Bootstrapper.Benchmarks.Suites;

/// <summary>Loading whole configurations: decoding, keeping, judging.</summary>
public class LoadBenchmarks
{
    private readonly ConfigurationLoader _loader = new(SampleFile.Large.Instances);
    private ByteArraySource _source = new([]);

    /// <summary>Gets the names of the files.</summary>
    public static IEnumerable<string> Files => SampleFile.All.Select(file => file.Name);

    /// <summary>Gets or sets the file's name.</summary>
    [ParamsSource(nameof(Files))]
    public string File { get; set; } = SampleFile.Example.Name;

    /// <summary>Chooses the file.</summary>
    [GlobalSetup]
    public void SetUp() => _source = new(SampleFile.Named(File).Content);

    /// <summary>Loads it.</summary>
    [Benchmark]
    public LoadResult Load()
    {
        _source.Rewind();
        return _loader.Load(_source);
    }
}
