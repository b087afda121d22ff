using System.Text;
using BenchmarkDotNet.Attributes;
using Bootstrapper.Benchmarks.Device;
using Bootstrapper.Benchmarks.Samples;
using Bootstrapper.Cli.Generation;
using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Benchmarks.Suites;

/// <summary>Making images: what a batch does for each card.</summary>
public class GenerateBenchmarks
{
    private readonly byte[] _text = Encoding.UTF8.GetBytes(EmbeddedFile.Read("AppendixF.json"));
    private readonly Generator _generator = new(".");
    private readonly Node _root;

    /// <summary>Reads the configuration.</summary>
    public GenerateBenchmarks()
    {
        _root = ConfigurationText.Read(_text);
    }

    /// <summary>Reads the text of a configuration.</summary>
    [Benchmark]
    public object ReadConfiguration() => ConfigurationText.Read(_text);

    /// <summary>Gets or sets the number of accounts that are written: as many as 4 KB and 32 KB hold.</summary>
    [Params(29, 234)]
    public int Accounts { get; set; }

    /// <summary>Makes the image of it, and judges it.</summary>
    [Benchmark]
    public byte[] Generate() => _generator.Generate(_root);

    /// <summary>Writes the TLV of accounts with the library's writer.</summary>
    [Benchmark]
    public byte[] WriteTlv() => AccountFile.Make(Accounts);
}
