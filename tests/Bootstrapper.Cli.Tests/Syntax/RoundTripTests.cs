using Bootstrapper.Cli.Syntax;
using CsCheck;

namespace Bootstrapper.Cli.Tests.Syntax;

/// <summary>What is printed is read again, however it is laid out.</summary>
[TestClass]
public sealed class RoundTripTests
{
    private const string Seed = "0000LwM2M001"; // one and the same inputs every time

    [TestMethod]
    public void Read_PrintedDictionary_IsTheTree() => Trees.OfDictionaries.Sample(
        tree => AssertSame(tree, Reading.Dictionary(DictionaryPrinter.Print(tree))), seed: Seed, iter: 3000, threads: 1);

    [TestMethod]
    public void Read_PrintedTemplate_IsTheTree() => Trees.OfTemplates.Sample(
        tree => AssertSame(tree, Reading.Dictionary(DictionaryPrinter.Print(tree), isTemplate: true)),
        seed: Seed,
        iter: 1000,
        threads: 1);

    [TestMethod]
    public void Read_PrintedJson_IsTheTree() => Trees.OfJson.Sample(
        tree => AssertSame(tree, Reading.Json(JsonPrinter.Print(tree))), seed: Seed, iter: 3000, threads: 1);

    [TestMethod]
    public void Read_DictionaryInAnyLayout_IsTheTree() => Gen.Select(Trees.OfDictionaries, Gen.Int).Sample(
        (tree, seed) => AssertSame(tree, Reading.Dictionary(DictionaryLayout.Write(tree, new Random(seed)))),
        seed: Seed,
        iter: 3000,
        threads: 1);

    [TestMethod]
    public void Read_JsonInAnyLayout_IsTheTree() => Gen.Select(Trees.OfJson, Gen.Int).Sample(
        (tree, seed) => AssertSame(tree, Reading.Json(JsonLayout.Write(tree, new Random(seed)))),
        seed: Seed,
        iter: 3000,
        threads: 1);

    // A configuration printed in one format and read in the other differs in nothing but that keys are strings in JSON.
    [TestMethod]
    public void Print_JsonOfATree_HasTheSameValues() => Trees.OfJson.Where(tree => !TreeText.Of(tree).Contains("file ")).Sample(
        tree => AssertSame(tree, Reading.Dictionary(DictionaryPrinter.Print(tree))), seed: Seed, iter: 1000, threads: 1);

    private static void AssertSame(Node expected, Node actual) => Assert.AreEqual(TreeText.Of(expected), TreeText.Of(actual));
}
