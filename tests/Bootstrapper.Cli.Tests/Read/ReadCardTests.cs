using Bootstrapper.Simulator;

namespace Bootstrapper.Cli.Tests.Read;

/// <summary><c>simboot read --card</c>: a card image that ends as the card does.</summary>
[TestClass]
public sealed class ReadCardTests
{
    private const string Application = "A000000063504B43532D3135";

    private static IEnumerable<object[]> Cards => CardGallery.All.Select(card => new object[] { card.Name });

    [TestMethod]
    [DynamicData(nameof(Cards))]
    public void Card_OfTheGallery_ReplaysAsItself(string name) => AssertReplays(CardGallery.Find(name));

    [TestMethod]
    [DynamicData(nameof(Cards))]
    public void Card_OfTheGalleryWithItsPin_ReplaysAsItselfWithout(string name)
    {
        GalleryCard kind = CardGallery.Find(name);
        if (kind.Pin is not null)
            AssertReplays(kind, kind.PinReference == 0x01 ? "--pin" : "--file-pin", kind.Pin);
    }

    [TestMethod]
    [DynamicData(nameof(Cards))]
    public void Card_OfTheGalleryByPath_ReplaysAsItself(string name) => AssertReplays(CardGallery.Find(name), "--access", "crsm");

    [TestMethod]
    public void Card_WithFilesThatLeadNowhere_HasThemAll()
    {
        // EF.ODF: trusted certificates in 4404, whose file is in 4405; PINs in 4403. EF.DODF: another object in 6433.
        CardImage card = ExampleCard.Create();
        CardDirectory application = card.Application(ExampleCard.Pkcs15Aid)!;
        Add(application, 0x5031, "A506300404024404" + "A806300404024403" + "A706300404026430");
        Add(application, 0x4404, "30" + "10" + "3000" + "3000" + "A10A" + "3008" + "30060404" + "7FFF4405");
        Add(application, 0x4405, "C0FFEE");
        Add(application, 0x4403, "FFFF");
        Add(application, 0x5032, "3003020100");
        Add(application, 0x6430, "A116300030020C00A10E300C0604672B0902300404026433" + Entry);
        Add(application, 0x6433, "0102030405");
        using ReadRun run = new(new(card));

        Assert.AreEqual(ExitCode.Done, run.Run("--card", "-o", "{card}"), run.Error);

        Assert.AreEqual("", run.Error);
        CardImage saved = CardImage.Load(run.At("card"));
        foreach (ElementaryFile file in application.Files)
        {
            string path = $"{Application}/{file.FileId:X4}";
            CollectionAssert.AreEqual(file.Content.ToArray(), saved.File(path)?.Content.ToArray(), path);
        }

        Assert.HasCount(application.Files.Count, saved.Applications.Single().Files);
    }

    [TestMethod]
    public void Card_ExampleSim_HasItsRootFilesAsTheyAre()
    {
        using ReadRun run = new(new(ExampleCard.Create()));

        run.Run("--card", "-o", "{card}");

        CardImage saved = CardImage.Load(run.At("card"));
        foreach (string path in new[] { "3F00/2F00", "3F00/2FE2" })
        {
            ElementaryFile expected = ExampleCard.Create().File(path)!;
            ElementaryFile actual = saved.File(path)!;
            CollectionAssert.AreEqual(expected.Content.ToArray(), actual.Content.ToArray(), path);
            Assert.AreEqual(expected.RecordLength, actual.RecordLength, path);
            Assert.AreEqual(expected.ShortFileId, actual.ShortFileId, path);
        }

        Assert.AreEqual((ushort)0x5015, saved.Applications.Single().FileId);
    }

    [TestMethod]
    public void Card_FilesThatNobodyMayRead_AreNamedAndStayUnreadable()
    {
        CardImage card = ExampleCard.Create();
        CardDirectory application = card.Application(ExampleCard.Pkcs15Aid)!;
        Add(application, 0x5031, "A506300404024404" + "A406300404024402" + "A706300404026430");
        application.Add(ElementaryFile.Transparent(
            0x4404, new byte[20], access: new AccessRule(AccessCondition.Never, AccessCondition.Never)));
        using ReadRun run = new(new(card));

        Assert.AreEqual(ExitCode.Done, run.Run("--card", "-o", "{card}"));

        Assert.AreEqual(
            $"simboot: not read: EF (4404): READ BINARY EF: status word 6982{Environment.NewLine}"
                + $"simboot: not read: EF (4402): not on the card, or not to be reached over this way{Environment.NewLine}",
            run.Error);
        ElementaryFile saved = CardImage.Load(run.At("card")).File($"{Application}/4404")!;
        Assert.AreEqual(AccessCondition.Never, saved.Access.Read);
        Assert.AreEqual(20, saved.Content.Length);
    }

    [TestMethod]
    public void Card_PinGiven_IsNotTriedOnOtherFiles()
    {
        // The bootstrap file needs PIN 2, a file beside it the local PIN 1: what the user gave is PIN 2's.
        CardImage card = CardGallery.Find("global PIN on the file").CreateImage();
        card.Add(new CardPin(0x81, "9999"));
        CardDirectory application = card.Application(ExampleCard.Pkcs15Aid)!;
        Add(application, 0x5031, "A506300404024404" + "A706300404026430");
        application.Add(ElementaryFile.Transparent(
            0x4404, new byte[20], access: new AccessRule(AccessCondition.Key(0x81), AccessCondition.Never)));
        using ReadRun run = new(new(card));

        Assert.AreEqual(ExitCode.Done, run.Run("--card", "-o", "{card}", "--file-pin", "5678"));

        Assert.AreEqual(3, card.Pin(0x81)!.TriesLeft);
        Assert.Contains("EF (4404)", run.Error);
    }

    [TestMethod]
    public void Card_WrongPinGiven_CostsOneTry()
    {
        CardImage card = CardGallery.Find("local PIN on the file").CreateImage();
        using ReadRun run = new(new(card));

        Assert.AreEqual(ExitCode.Card, run.Run("--card", "-o", "{card}", "--file-pin", "0000"));

        Assert.AreEqual(2, card.Pin(0x81)!.TriesLeft);
    }

    [TestMethod]
    public void Card_PinOfTheCard_IsNotInTheImage()
    {
        using ReadRun run = new(CardGallery.Find("local PIN on the file").Create());

        Assert.AreEqual(ExitCode.Done, run.Run("--card", "-o", "{card}", "--file-pin", "5678"));

        Assert.IsEmpty(CardImage.Load(run.At("card")).Pins);
        Assert.DoesNotContain("5678", File.ReadAllText(run.At("card/card.json")));
    }

    [TestMethod]
    public void Card_FolderWithSomethingInIt_EndsAsUsageBeforeTheCardIsAsked()
    {
        using ReadRun run = new(new(ExampleCard.Create()));
        File.WriteAllText(run.At("note.txt"), "mine");

        Assert.AreEqual(ExitCode.Usage, run.Run("--card", "-o", "{.}"));

        run.AssertOneLine("simboot: ");
        Assert.AreEqual(0, run.Link.CommandCount);
        CollectionAssert.AreEqual(new[] { run.At("note.txt") }, Directory.GetFileSystemEntries(run.Folder));
    }

    [TestMethod]
    public void Card_EmptyFolder_IsFilledForItsOwnerOnly()
    {
        using ReadRun run = new(new(ExampleCard.Create()));
        Directory.CreateDirectory(run.At("card"));

        Assert.AreEqual(ExitCode.Done, run.Run("--card", "-o", "{card}"), run.Error);

        CollectionAssert.AreEqual(new[] { run.At("card") }, Directory.GetFileSystemEntries(run.Folder));
        if (!OperatingSystem.IsWindows())
        {
            string file = run.At($"card/{Application}/6432.bin");
            Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [TestMethod]
    public void Card_CardPulledAtAnyCommand_LeavesNoFolder()
    {
        for (int i = 0; ; i++)
        {
            using ReadRun run = new(new(ExampleCard.Create()));
            run.Link.BeforeCommand(i, () => run.Modem.Card = null);
            ExitCode code = run.Run("--card", "-o", "{card}");
            if (run.Link.CommandCount <= i)
            {
                Assert.IsGreaterThan(20, i, "there were commands to pull it at");
                return;
            }

            // Put back in the end, there is nothing more to read.
            if (code == ExitCode.Done)
                continue;
            Assert.AreEqual(ExitCode.Nothing, code, $"command {i}: {run.Error}");
            run.AssertOneLine("simboot: ");
            Assert.IsEmpty(Directory.GetFileSystemEntries(run.Folder), $"command {i}");
        }
    }

    private const string Entry = "A125300030110C0F4C774D324D20426F6F747374726170A10E300C0604672B0901300404026432";

    private static void Add(CardDirectory application, ushort fileId, string content) =>
        application.Add(ElementaryFile.Transparent(fileId, Convert.FromHexString(content)));

    private static void AssertReplays(GalleryCard kind, params string[] arguments)
    {
        using ReadRun run = new(kind.Create());
        ExitCode code = run.Run([.. arguments, "--card", "-o", "{card}"]);
        if (!Directory.Exists(run.At("card")))
        {
            // Where the SIM itself wants a PIN, or the way does not get to the application, there is nothing to save.
            Assert.Contains(code, (ExitCode[])[ExitCode.Card, ExitCode.Modem], run.Error);
            return;
        }

        using ReadRun again = new(kind.Create());
        Assert.AreEqual(code, again.Run([.. arguments, "-o", "{sim.bin}"]), again.Error);
        using ReadRun replay = new(new(CardImage.Load(run.At("card"))));
        string[] way = [.. arguments.SkipWhile(a => a != "--access")];
        Assert.AreEqual(code, replay.Run([.. way, "-o", "{sim.bin}"]), $"{replay.Error} was {again.Error}");

        // A PIN that is blocked comes back as one that is not there: its value is not known.
        if (kind.Outcome is not (CardOutcome.PinRequired or CardOutcome.PinBlocked))
            Assert.AreEqual(again.Error, replay.Error);
        Assert.AreEqual(File.Exists(again.At("sim.bin")), File.Exists(replay.At("sim.bin")));
        if (File.Exists(again.At("sim.bin")))
            CollectionAssert.AreEqual(File.ReadAllBytes(again.At("sim.bin")), File.ReadAllBytes(replay.At("sim.bin")));
    }
}
