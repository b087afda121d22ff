using Bootstrapper.Benchmarks.Samples;
using Bootstrapper.Benchmarks.Suites;

namespace Bootstrapper.Benchmarks.Tests;

[TestClass]
public sealed class GenerateBenchmarksTests
{
    private static IEnumerable<object[]> Files => FileBenchmarks.Files.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Files))]
    public void Generate_File_IsMadeAgain(string name)
    {
        GenerateBenchmarks benchmarks = new() { File = name };
        benchmarks.SetUp();

        CollectionAssert.AreEqual(SampleFile.Named(name).Content, benchmarks.Generate());
    }
}
