using BenchmarkDotNet.Attributes;
using Bootstrapper.Benchmarks.Samples;
using Bootstrapper.Lwm2m;

namespace Bootstrapper.Benchmarks.Suites;

/// <summary>Loading whole configurations: decoding, keeping, judging.</summary>
public class LoadBenchmarks : FileBenchmarks
{
    private readonly ConfigurationLoader _loader = new(SampleFile.Large.Instances);
    private ByteArraySource _source = null!;

    private protected override void SetUp(SampleFile file) => _source = new(file.Content);

    /// <summary>Loads it.</summary>
    [Benchmark(Description = "load the configuration")]
    public LoadResult Load()
    {
        _source.Rewind();
        return _loader.Load(_source);
    }
}
