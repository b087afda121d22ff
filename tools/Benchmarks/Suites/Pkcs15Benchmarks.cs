using BenchmarkDotNet.Attributes;
using Bootstrapper.Card;
using Bootstrapper.Simulator;

namespace Bootstrapper.Benchmarks.Suites;

/// <summary>Finding the application in EF.DIR, and the bootstrap file through EF.ODF and EF.DODF.</summary>
public class Pkcs15Benchmarks
{
    private const int ChunkSize = 240;

    private readonly byte[] _identifier = ExampleCard.Pkcs15Aid.ToArray();
    private readonly EfDir _applications;
    private readonly Pkcs15Directory _directory;

    /// <summary>Prepares the card.</summary>
    public Pkcs15Benchmarks()
    {
        ImageFiles files = new(ExampleCard.Create());
        _applications = new(files);
        _directory = new(new CardFileReader(files, ChunkSize), [0x67, 0x2B, 0x09, 0x01]);
    }

    /// <summary>Finds the application.</summary>
    [Benchmark(Description = "find the application in EF.DIR")]
    public bool FindApplication() => _applications.Find(_identifier);

    /// <summary>Finds the file.</summary>
    [Benchmark(Description = "find the file through EF.ODF, EF.DODF")]
    public CardPath FindFile() => _directory.Find(null);
}
