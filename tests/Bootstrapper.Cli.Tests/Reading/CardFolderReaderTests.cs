using Bootstrapper.Cli.Reading;
using Bootstrapper.Simulator;

namespace Bootstrapper.Cli.Tests.Reading;

/// <summary>EF LwM2M_Bootstrap of card image folders.</summary>
[TestClass]
public sealed class CardFolderReaderTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("simboot").FullName;

    private static IEnumerable<object[]> Cards => CardGallery.All
        .Where(card => card.Outcome == CardOutcome.Provisioned || card.OutcomeWithPin == CardOutcome.Provisioned)
        .Select(card => new object[] { card.Name });

    [TestCleanup]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    [DynamicData(nameof(Cards))]
    public void Read_CardThatProvisions_IsItsFileWithWhatPadsIt(string name)
    {
        CardImage image = CardGallery.Find(name).CreateImage();
        image.Save(_folder);

        byte[] file = CardFolderReader.Read(_folder);

        byte[] content = name == "file of 32 KB" ? BootstrapContent.Large() : ExampleCard.BootstrapFile();
        CollectionAssert.AreEqual(content, file[..content.Length]);
        byte padding = name == "file padded with 00" ? (byte)0x00 : (byte)0xFF;
        Assert.IsTrue(file[content.Length..].All(b => b == padding));
        if (name == "ordinary")
            Assert.HasCount(256, file);
        if (name == "part of a file")
            Assert.HasCount(126, file);
    }

    [TestMethod]
    [DataRow("local PIN with one try left")]
    [DataRow("local PIN blocked")]
    [DataRow("SIM PIN blocked")]
    public void Read_PinThatADeviceMustNotTry_IsNoObstacle(string name)
    {
        CardGallery.Find(name).CreateImage().Save(_folder);

        CollectionAssert.AreEqual(ExampleCard.BootstrapFile(), CardFolderReader.Read(_folder)[..126]);
    }

    [TestMethod]
    [DataRow("truncated file", 30)]
    [DataRow("blank file", 256)]
    [DataRow("empty file", 256)]
    [DataRow("contradictory file", 256)]
    [DataRow("file smaller than it says", 256)]
    public void Read_FileThatNoDeviceTakes_IsAllOfIt(string name, int length)
    {
        CardImage image = CardGallery.Find(name).CreateImage();
        image.Save(_folder);

        byte[] file = CardFolderReader.Read(_folder);

        Assert.HasCount(length, file);
        CollectionAssert.AreEqual(image.File("A000000063504B43532D3135/6432")!.Content.ToArray(), file);
    }

    [TestMethod]
    [DataRow("no PKCS#15 application", ExitCode.Nothing, "the card has no PKCS#15 application")]
    [DataRow("no EF LwM2M_Bootstrap", ExitCode.Nothing, "the card's PKCS#15 application has no EF LwM2M_Bootstrap")]
    [DataRow("EF.DODF cut off", ExitCode.Content, "malformed content: offset 0: EF(DODF): an entry overruns the file")]
    [DataRow("file for a secure channel", ExitCode.Card, "the card hands EF LwM2M_Bootstrap out on a secure channel only")]
    [DataRow("file of records", ExitCode.Card, "card: READ BINARY EF LwM2M_Bootstrap: status word 6981")]
    public void Read_CardWithoutTheFile_SaysWhy(string name, ExitCode code, string reason)
    {
        CardGallery.Find(name).CreateImage().Save(_folder);

        CommandException e = Assert.ThrowsExactly<CommandException>(() => CardFolderReader.Read(_folder));

        Assert.AreEqual(code, e.Code);
        Assert.AreEqual($"{_folder}: {reason}", e.Message);
    }

    [TestMethod]
    public void Read_FolderThatIsNoCardImage_SaysSo() =>
        Assert.ThrowsExactly<CardImageException>(() => CardFolderReader.Read(_folder));
}
