using System.Text;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Simulator;

/// <summary>What is said of a <c>card.json</c> that is wrong.</summary>
[TestClass]
public sealed class CardJsonTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bootstrapper").FullName;

    private string JsonPath => Path.Combine(_folder, "card.json");

    [TestCleanup]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    [DataRow("", "line 1, column 1: is no JSON")]
    [DataRow("{", "line 1, column 2: is no JSON")]
    [DataRow("{\n  \"pins\": [}\n}", "line 2, column 12: is no JSON")]
    [DataRow("null", "is no object in braces")]
    [DataRow("[]", "is no object in braces")]
    [DataRow("""{"pin":[]}""", "'pin' is unknown, known are pins, applications, files")]
    [DataRow("""{"files":{},"files":{}}""", "'files' is there twice")]
    [DataRow("""{"files":[]}""", "files: is no object in braces")]
    [DataRow("""{"pins":{}}""", "'pins' is no list in brackets")]
    [DataRow("""{"pins":[null]}""", "pins[0]: is no object in braces")]
    [DataRow("""{"pins":[{"key":"PIN1"}]}""", "pins[0]: has no 'value'")]
    [DataRow("""{"pins":[{"key":"PIN1","value":1234}]}""", "pins[0]: 'value' is no text in quotes")]
    [DataRow("""{"pins":[{"key":"PIN1","value":null}]}""", "pins[0]: 'value' is no text in quotes")]
    [DataRow("""{"pins":[{"key":"PIN1","value":"1","tries":"3"}]}""", "pins[0]: 'tries' is no whole number")]
    [DataRow("""{"pins":[{"key":"PIN1","value":"1","tries":2.5}]}""", "pins[0]: 'tries' is no whole number")]
    [DataRow("""{"pins":[{"key":"PIN1","value":"1","tries":3000000000}]}""", "pins[0]: 'tries' is no whole number")]
    [DataRow("""{"pins":[{"key":"PIN1","value":"1","enabled":1}]}""", "pins[0]: 'enabled' is neither true nor false")]
    [DataRow("""{"pins":[{"key":"PIN1","value":"\ud800"}]}""", "has a text that is no Unicode")]
    [DataRow("""{"applications":{"A000000063":null}}""", "A000000063: is no object in braces")]
    [DataRow("""{"applications":{"A000000063":{"fid":"5015"}}}""", "A000000063: 'fid' is unknown, known are fileId")]
    [DataRow("""{"files":{"3F00/2FE2":null}}""", "3F00/2FE2: is no object in braces")]
    [DataRow("""{"files":{"3F00/2FE2":{"recordLength":"10"}}}""", "3F00/2FE2: 'recordLength' is no whole number")]
    [DataRow("""{"files":{"3F00/2FE2":{},"3F00/2FE2":{}}}""", "files: '3F00/2FE2' is there twice")]
    public void Load_WrongDocument_SaysWhatIsWrongInOneLine(string json, string message)
    {
        File.WriteAllText(JsonPath, json);

        CardImageException error = Assert.ThrowsExactly<CardImageException>(() => CardImage.Load(_folder));

        Assert.AreEqual($"{JsonPath}: {message}", error.Message);
    }

    [TestMethod]
    public void Load_CommentsCommasAndByteOrderMark_AreTaken()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "3F00"));
        string json = """
            // A card.
            { "pins": [ { "key": "PIN1", "value": "1234", "enabled": false, }, ], /* no more */ }
            """;
        File.WriteAllText(JsonPath, json, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.IsFalse(CardImage.Load(_folder).Pin(0x01)!.Enabled);
    }

    [TestMethod]
    public void Load_EveryCardOfTheGallery_IsAsItWasSaved()
    {
        foreach (GalleryCard kind in CardGallery.All)
        {
            string folder = Path.Combine(_folder, kind.Name);
            string again = Path.Combine(_folder, kind.Name + " again");
            kind.CreateImage().Save(folder);
            CardImage.Load(folder).Save(again);

            CollectionAssert.AreEqual(Describe(folder), Describe(again), kind.Name);
        }
    }

    private static string[] Describe(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => $"{Path.GetRelativePath(folder, path)} {Convert.ToHexString(File.ReadAllBytes(path))}"),
    ];
}
