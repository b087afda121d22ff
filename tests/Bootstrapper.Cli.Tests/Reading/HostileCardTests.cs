using Bootstrapper.Cli.Tests.Read;
using Bootstrapper.Simulator;
using CsCheck;

namespace Bootstrapper.Cli.Tests.Reading;

/// <summary>Cards whose directory files say anything at all.</summary>
[TestClass]
public sealed class HostileCardTests
{
    private static readonly string[] _directories =
        ["3F00/2F00", "A000000063504B43532D3135/5031", "A000000063504B43532D3135/6430"];

    private static readonly Gen<(int Card, int File, int Offset, byte Value)[]> _mutations = Gen
        .Select(Gen.Int[0, CardGallery.All.Count - 1], Gen.Int[0, _directories.Length - 1], Gen.Int[0, 63], Gen.Byte)
        .Array[1, 6];

    [TestMethod]
    public void Card_MutatedDirectories_EndsInALineAndWhatIsSavedIsACard()
    {
        _mutations.Sample(
            mutations =>
            {
                CardImage card = CardGallery.All[mutations[0].Card].CreateImage();
                foreach ((_, int file, int offset, byte value) in mutations)
                {
                    if (card.File(_directories[file]) is { } directory && offset < directory.Content.Length)
                        directory.Content.Span[offset] = value;
                }

                using ReadRun run = new(new(card));
                ExitCode code = run.Run("--card", "-o", "{card}");

                Assert.AreNotEqual(ExitCode.Usage, code, run.Error);
                foreach (string line in run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                    Assert.StartsWith("simboot: ", line);
                if (Directory.Exists(run.At("card")))
                    CardImage.Load(run.At("card"));
            },
            iter: 300,
            threads: 1);
    }

    [TestMethod]
    [DataRow("A706300404026432", DisplayName = "EF.ODF names the bootstrap file as a directory")]
    [DataRow("A706300404025031", DisplayName = "EF.ODF names itself")]
    [DataRow("A70830060404643200" + "01", DisplayName = "a directory in what is a file")]
    [DataRow("A70A30080406" + "3F002F006432", DisplayName = "a directory in EF.DIR")]
    [DataRow("A708300604043F002F06", DisplayName = "EF.ARR")]
    [DataRow("A706300404027FFF", DisplayName = "the application itself")]
    [DataRow("A706300404023F00", DisplayName = "the MF")]
    public void Card_OddPaths_AreSavedAsACard(string objectDirectory)
    {
        CardImage card = ExampleCard.Create();
        card.Application(ExampleCard.Pkcs15Aid)!.Add(
            ElementaryFile.Transparent(0x5031, Convert.FromHexString(objectDirectory + "A706300404026430")));
        using ReadRun run = new(new(card));

        ExitCode code = run.Run("--card", "-o", "{card}");

        using ReadRun replay = new(new(CardImage.Load(run.At("card"))));
        Assert.AreEqual(code, replay.Run(), run.Error + replay.Error);
    }
}
