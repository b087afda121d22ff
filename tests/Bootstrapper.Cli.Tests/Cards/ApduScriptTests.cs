using Bootstrapper.Cli.Cards;
using Bootstrapper.Cli.Tests.Card;
using Bootstrapper.Cli.Tests.Tracing;
using Bootstrapper.Simulator;

namespace Bootstrapper.Cli.Tests.Cards;

[TestClass]
public sealed class ApduScriptTests
{
    private const string VerifyAdm1 = "0020000A083838383838383838";
    private const int DirectoryRecordLength = 48;
    private const byte Filler = 0xFF;

    private static readonly byte[] _image = ExampleCard.BootstrapFile();

    private static IEnumerable<object[]> Sizes => [[126], [239], [240], [241], [480], [32767], [32768]];

    [TestMethod]
    public void Of_ExampleImage_IsTheseCommands()
    {
        Assert.AreEqual(
            $"""
            # Writes LwM2M bootstrap data to a card whose files exist. It holds the keys that the data holds.
            # Updating needs the issuer's rights: verify the card's ADM key before the first command.
            # EF.DIR (3F00/2F00) needs a record with these bytes, filled up with FF:
            # 61144F0CA000000063504B43532D313551043F005015
            # SELECT the PKCS#15 application
            00A4040C0CA000000063504B43532D3135
            # SELECT EF.ODF, 8 bytes from 0 on
            00A4000C025031
            00D6000008A706300404026430
            # SELECT EF.DODF, 39 bytes from 0 on
            00A4000C026430
            00D6000027A125300030110C0F4C774D324D20426F6F747374726170A10E300C0604672B0901300404026432
            # SELECT EF LwM2M_Bootstrap, 126 bytes from 0 on
            00A4000C026432
            00D600007E{Convert.ToHexString(_image)}

            """.ReplaceLineEndings("\n"),
            ApduScript.Of(new BootstrapCard(_image)));
    }

    [TestMethod]
    [DynamicData(nameof(Sizes))]
    public void Of_ImageOfASize_WritesTheCard(int size)
    {
        byte[] content = size < 256 ? Padded(_image, size) : BootstrapContent.Large(size);
        BootstrapCard card = new(content) { Label = "LwM2M", IsPrivate = true };

        SimulatedCard played = Play(ApduScript.Of(card), content.Length);

        AssertSameFiles(card.CreateImage(), played.Image);
        AssertIsProvisioned(played);
    }

    [TestMethod]
    public void Of_FileWithPadding_OverwritesWhatWasThere()
    {
        BootstrapCard card = new(_image) { FileSize = 600 };

        SimulatedCard played = Play(ApduScript.Of(card), 600, was: 0xA5);

        CollectionAssert.AreEqual(Padded(_image, 600), BootstrapFileOf(played.Image).Content.ToArray());
        AssertIsProvisioned(played);
    }

    // The rest of the file is others'.
    [TestMethod]
    public void Of_PartOfAFile_WritesThatPart()
    {
        BootstrapCard card = new(_image) { PathIndex = 700, FileSize = 1000 };

        SimulatedCard played = Play(ApduScript.Of(card), 1000, was: 0xA5);

        byte[] expected = new byte[1000];
        Array.Fill(expected, (byte)0xA5);
        _image.CopyTo(expected, 700);
        CollectionAssert.AreEqual(expected, BootstrapFileOf(played.Image).Content.ToArray());
        AssertIsProvisioned(played);
    }

    [TestMethod]
    public void Of_AnyImage_HasShortCommandsAndComments()
    {
        string script = ApduScript.Of(new BootstrapCard(BootstrapContent.Large()));

        string[] lines = script.Split('\n');
        Assert.AreEqual("", lines[^1]);
        foreach (string line in lines[..^1])
        {
            bool isCommand = line.Length <= 2 * (5 + ApduScript.BlockSize) && line.All(char.IsAsciiHexDigitUpper);
            Assert.IsTrue(isCommand || line.StartsWith("# ", StringComparison.Ordinal), line);
        }
    }

    [TestMethod]
    public void Card_ApduScript_GoesToStandardOutputOrAFile()
    {
        using ToolRun tool = new();
        string file = tool.Write("bootstrap.bin", _image);
        string expected = ApduScript.Of(new BootstrapCard(_image) { Label = "LwM2M Bootstrap" });

        Assert.AreEqual(ExitCode.Done, tool.Run("card", file, "--apdu-script"));
        Assert.AreEqual(expected, tool.Output);

        Assert.AreEqual(ExitCode.Done, tool.Run("card", file, "--apdu-script", "-o", tool.PathOf("sim.apdu")));
        Assert.AreEqual("", tool.Output + tool.Error);
        Assert.AreEqual(expected, File.ReadAllText(tool.PathOf("sim.apdu")));
    }

    // A card as its issuer has it before: the files are there, with the right sizes.
    private static SimulatedCard Play(string script, int fileSize, byte was = Filler)
    {
        string[] lines = script.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string record = lines[Array.FindIndex(lines, l => l.Contains("EF.DIR", StringComparison.Ordinal)) + 1][2..];
        CardImage image = new();
        image.MasterFile.Add(ElementaryFile.LinearFixed(
            ExampleCard.ApplicationDirectoryFileId,
            DirectoryRecordLength,
            Padded(Convert.FromHexString(record), DirectoryRecordLength),
            shortFileId: 0x1E));
        image.MasterFile.Add(ElementaryFile.Transparent(ExampleCard.IccidFileId, Bcd.Encode(ExampleCard.Iccid), 0x02));
        image.Add(new CardPin(0x0A, ExampleCard.Adm1)).Add(CardDirectory.Application(ExampleCard.Pkcs15Aid, 0x5015)
            .Add(ElementaryFile.Transparent(ExampleCard.ObjectDirectoryFileId, Padded([], 128)))
            .Add(ElementaryFile.Transparent(ExampleCard.DataObjectDirectoryFileId, Padded([], 128)))
            .Add(ElementaryFile.Transparent(ExampleCard.BootstrapFileId, Enumerable.Repeat(was, fileSize).ToArray())));
        SimulatedCard card = new(image);
        Assert.AreEqual("9000", Send(card, VerifyAdm1));
        foreach (string line in lines.Where(l => l[0] != '#'))
            Assert.AreEqual("9000", Send(card, line), line);
        return card;
    }

    private static string Send(SimulatedCard card, string command) =>
        Convert.ToHexString(card.Transmit(Convert.FromHexString(command)));

    private static byte[] Padded(byte[] content, int size)
    {
        byte[] file = new byte[size];
        Array.Fill(file, Filler);
        content.CopyTo(file, 0);
        return file;
    }

    private static ElementaryFile BootstrapFileOf(CardImage image) =>
        image.Application(ExampleCard.Pkcs15Aid)!.File(ExampleCard.BootstrapFileId)!;

    private static void AssertSameFiles(CardImage expected, CardImage actual)
    {
        foreach (ElementaryFile file in expected.Application(ExampleCard.Pkcs15Aid)!.Files)
        {
            CollectionAssert.AreEqual(
                file.Content.ToArray(),
                actual.Application(ExampleCard.Pkcs15Aid)!.File(file.FileId)!.Content.ToArray(),
                $"{file.FileId:X4}");
        }
    }

    private static void AssertIsProvisioned(SimulatedCard card)
    {
        card.Reset();
        Dialogue.Of(new(), card, new(), null, out BootstrapOutcome? outcome);
        Assert.AreEqual(BootstrapOutcome.Provisioned, outcome);
    }
}
