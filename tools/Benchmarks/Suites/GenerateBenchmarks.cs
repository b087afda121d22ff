using System.Text;
using BenchmarkDotNet.Attributes;
using Bootstrapper.Benchmarks.Samples;
using Bootstrapper.Cli.Configuration;
using Bootstrapper.Cli.Generation;
using Bootstrapper.Cli.Inspection;
using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Benchmarks.Suites;

/// <summary>Making images: what <c>simboot generate</c> does with a configuration that gives the file.</summary>
public class GenerateBenchmarks : FileBenchmarks
{
    // Not judged: a device takes no more than 16 instances unless its application says so.
    private readonly Generator _generator = new(".", validates: false);
    private byte[] _text = null!;
    private Node _root = null!;

    private protected override void SetUp(SampleFile file)
    {
        _text = Encoding.UTF8.GetBytes(JsonPrinter.Print(
            ImageDescriber.Describe(ImageReader.Read(file.Content).Image, showSecrets: true)));
        _root = ConfigurationText.Read(_text);
    }

    /// <summary>Reads the text of the configuration.</summary>
    [Benchmark(Description = "read the configuration's text")]
    public object ReadConfiguration() => ConfigurationText.Read(_text);

    /// <summary>Makes the image of it.</summary>
    [Benchmark(Description = "generate the image")]
    public byte[] Generate() => _generator.Generate(_root);
}
