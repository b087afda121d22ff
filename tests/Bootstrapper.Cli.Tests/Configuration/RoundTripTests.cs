using System.Text;
using System.Text.Json;
using Bootstrapper.Cli.Configuration;
using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Tests.Configuration;

[TestClass]
public class RoundTripTests
{
    [TestMethod]
    public void DescribeAndBind_RandomImage_IsTheIdentity() => Sample(root => root);

    [TestMethod]
    public void DescribeAndBind_ThroughTheDictionarySyntax_IsTheIdentity() =>
        Sample(root => Read(DictionaryPrinter.Print(root)));

    [TestMethod]
    public void DescribeAndBind_ThroughJson_IsTheIdentity() => Sample(root => Read(JsonPrinter.Print(root)));

    // What the tool itself prints is what its schema describes.
    [TestMethod]
    public void Describe_RandomImageInJson_KeepsTheSchema()
    {
        foreach (BootstrapImage image in RandomImages.Take(100))
        {
            string json = JsonPrinter.Print(ImageDescriber.Describe(image, showSecrets: true));
            Assert.IsTrue(SchemaTests.Published.Evaluate(JsonDocument.Parse(json).RootElement).IsValid, json);
        }
    }

    [TestMethod]
    public void Describe_ExplicitVersion_IsPrintedInTheKey()
    {
        Node root = ImageDescriber.Describe(new BootstrapImage([new(1, new(1, 1), []), new(9999, new(2, 0), [])]), true);

        Assert.AreEqual("{\n    (OID.Server, '1.1'): {},\n    (9999, '2.0'): {},\n}\n", DictionaryPrinter.Print(root));
        Assert.AreEqual("{\n  \"OID.Server;ver=1.1\": {},\n  \"9999;ver=2.0\": {}\n}\n", JsonPrinter.Print(root));
    }

    [TestMethod]
    public void Describe_Masked_CantBeReadAgain()
    {
        BootstrapImage image = new([new(0, null, [new(0, [new SingleResource(5, new OpaqueValue([1, 2, 3]))])])]);
        Node masked = ImageDescriber.Describe(image, showSecrets: false);

        Assert.ThrowsExactly<ConfigurationException>(() => Read(DictionaryPrinter.Print(masked)));
        Assert.ThrowsExactly<ConfigurationException>(() => Read(JsonPrinter.Print(masked)));
    }

    private static void Sample(Func<Node, Node> print)
    {
        foreach (BootstrapImage image in RandomImages.Take(2000))
        {
            Node root = print(ImageDescriber.Describe(image, showSecrets: true));
            CollectionAssert.AreEqual(
                ImageWriter.Write(image),
                ImageWriter.Write(new ConfigurationBinder(".").Bind(root)),
                DictionaryPrinter.Print(root));
        }
    }

    private static Node Read(string text) => ConfigurationText.Read(Encoding.UTF8.GetBytes(text));
}
