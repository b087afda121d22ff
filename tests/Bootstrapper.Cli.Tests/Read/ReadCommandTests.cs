using Bootstrapper.Simulator;

namespace Bootstrapper.Cli.Tests.Read;

/// <summary>What <c>simboot read</c> prints, writes and ends with.</summary>
[TestClass]
public sealed class ReadCommandTests
{
    private const string Key = "3378406D706C3350354B3533637233744B3379";

    [TestMethod]
    public void Read_ExampleSim_TellsTheStepsAndSavesTheContent()
    {
        using ReadRun run = new(new(ExampleCard.Create()));

        Assert.AreEqual(ExitCode.Done, run.Run("-o", "{sim.bin}"), run.Error);

        Assert.StartsWith(
            $"""
            ICCID               8988000000000000016
            way                 AT+CSIM, a logical channel, modem profile Default
            EF.DIR              4 records of 48 bytes, 2 applications
            PKCS#15             A000000063504B43532D3135 at 3F005015
            EF(ODF)             5031, 128 bytes, names 6430
            EF(DODF)            6430, 128 bytes, names 6432
            EF LwM2M_Bootstrap  6432, 256 bytes, content 126 bytes, CRC-32 CACEC06C
            saved               {run.At("sim.bin")}, 126 bytes

            EF LwM2M_Bootstrap: 126 bytes, content 126, no padding, CRC-32 CACEC06C
            """.ReplaceLineEndings(),
            run.Output);
        Assert.EndsWith("accepted", run.Output.TrimEnd());
        CollectionAssert.AreEqual(ExampleCard.BootstrapFile(), File.ReadAllBytes(run.At("sim.bin")));
        Assert.AreEqual("", run.Error);
    }

    [TestMethod]
    public void Read_NoOutputWanted_WritesNoFile()
    {
        using ReadRun run = new(new(ExampleCard.Create()));

        Assert.AreEqual(ExitCode.Done, run.Run());

        Assert.IsEmpty(Directory.GetFileSystemEntries(run.Folder));
    }

    [TestMethod]
    public void Output_FileThatIsThere_IsReplacedAndItsOwnersOnly()
    {
        using ReadRun run = new(new(ExampleCard.Create()));
        File.WriteAllText(run.At("sim.bin"), "an older one");

        Assert.AreEqual(ExitCode.Done, run.Run("-o", "{sim.bin}"), run.Error);

        CollectionAssert.AreEqual(ExampleCard.BootstrapFile(), File.ReadAllBytes(run.At("sim.bin")));
        if (!OperatingSystem.IsWindows())
            Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(run.At("sim.bin")));
    }

    [TestMethod]
    public void Output_FolderThatIsNotThere_EndsAsUsageBehindTheSummary()
    {
        using ReadRun run = new(new(ExampleCard.Create()));

        Assert.AreEqual(ExitCode.Usage, run.Run("-o", "{none/sim.bin}"));

        Assert.Contains("EF LwM2M_Bootstrap  6432", run.Output);
        run.AssertOneLine($"simboot: {run.At("none/sim.bin")}: can't be written");
    }

    [TestMethod]
    [DataRow("truncated file", 30)]
    [DataRow("file larger than it says", 256)]
    [DataRow("file smaller than it says", 256)]
    [DataRow("blank file", 256)]
    public void Output_FileWhosePaddingNothingTells_IsAllOfIt(string card, int length)
    {
        GalleryCard kind = CardGallery.Find(card);
        using ReadRun run = new(kind.Create());

        run.Run("-o", "{sim.bin}");

        byte[] file = kind.CreateImage().File("A000000063504B43532D3135/6432")!.Content.ToArray();
        Assert.HasCount(length, file);
        CollectionAssert.AreEqual(file, File.ReadAllBytes(run.At("sim.bin")));
    }

    [TestMethod]
    [DataRow("no PKCS#15 application", ExitCode.Nothing, "the card has no PKCS#15 application")]
    [DataRow("no EF LwM2M_Bootstrap", ExitCode.Nothing, "the card's PKCS#15 application has no EF LwM2M_Bootstrap")]
    [DataRow("blank file", ExitCode.Nothing, "EF LwM2M_Bootstrap was never written (all FF)")]
    [DataRow("empty file", ExitCode.Nothing, "EF LwM2M_Bootstrap holds no account")]
    [DataRow("local PIN on the file", ExitCode.Card,
        "the card wants a PIN (--pin: the SIM's, --file-pin: the file's): PIN 81 guards EF LwM2M_Bootstrap, and none is given")]
    [DataRow("SIM PIN", ExitCode.Card,
        "the card wants a PIN (--pin: the SIM's, --file-pin: the file's): the SIM wants its PIN, and none is given that was not "
            + "refused before")]
    [DataRow("SIM PIN blocked", ExitCode.Card, "a PIN of the card is blocked")]
    [DataRow("file for a secure channel", ExitCode.Card, "the card hands EF LwM2M_Bootstrap out on a secure channel only")]
    [DataRow("file of records", ExitCode.Card, "card: READ BINARY EF LwM2M_Bootstrap: status word 6981")]
    [DataRow("truncated file", ExitCode.Content, "malformed content: offset 30: the file is truncated")]
    [DataRow("EF.ODF cut off", ExitCode.Content, "malformed content: offset 0: EF(ODF): an entry overruns the file")]
    [DataRow("contradictory file", ExitCode.Content,
        "EF LwM2M_Bootstrap is inconsistent: /0/1/10: no Server instance has this ID (and 1 more)")]
    public void Read_CardThatDoesNotProvision_EndsWithItsCodeAndOneLine(string card, ExitCode code, string line)
    {
        using ReadRun run = new(CardGallery.Find(card).Create());

        Assert.AreEqual(code, run.Run());

        Assert.AreEqual($"simboot: {line}{Environment.NewLine}", run.Error);
    }

    [TestMethod]
    public void Read_NoCard_EndsAsNothingWithOneLine()
    {
        using ReadRun run = new(null);

        Assert.AreEqual(ExitCode.Nothing, run.Run("-o", "{sim.bin}"));

        Assert.AreEqual($"simboot: no SIM card in the modem{Environment.NewLine}", run.Error);
        Assert.AreEqual("", run.Output);
        Assert.IsEmpty(Directory.GetFileSystemEntries(run.Folder));
    }

    [TestMethod]
    public void Read_SilentModem_EndsAsModemAndSaysWhatToLookAt()
    {
        using ReadRun run = new(new(ExampleCard.Create()));
        run.Link.IsSilent = true;

        Assert.AreEqual(ExitCode.Modem, run.Run("--baud", "9600"));

        run.AssertOneLine("simboot: modem: no answer to AT: is COM1 the modem's AT port, has it power, is --baud 9600 right?");
        Assert.AreEqual(9600, run.Baud);
    }

    [TestMethod]
    public void Port_NotThere_EndsAsModemAndListsThePortsThereAre()
    {
        using ReadRun run = new(null) { Port = "COM9" };

        Assert.AreEqual(ExitCode.Modem, run.Run());

        Assert.AreEqual($"simboot: COM9: no such port: there are COM1, COM2{Environment.NewLine}", run.Error);
    }

    [TestMethod]
    public void Port_NotThereAndNoOther_SaysSo()
    {
        using ReadRun run = new(null) { Port = "COM9", PortNames = [] };

        Assert.AreEqual(ExitCode.Modem, run.Run());

        Assert.AreEqual($"simboot: COM9: no such port: there is none{Environment.NewLine}", run.Error);
    }

    [TestMethod]
    public void Port_InUse_EndsAsModemAndSaysWhatToLookAt()
    {
        UnauthorizedAccessException trouble = new("Access to the port 'COM1' is denied.");
        using ReadRun run = new(null) { OpeningTrouble = trouble };

        Assert.AreEqual(ExitCode.Modem, run.Run());

        run.AssertOneLine(
            "simboot: COM1: can't be opened: Access to the port 'COM1' is denied: does another program use it, are you in its "
                + "group (mostly dialout)?");
    }

    [TestMethod]
    public void Port_PulledInMidRun_EndsAsModemWithOneLine()
    {
        for (int i = 0; i < ReadRun.CommandsOfARun; i++)
        {
            using ReadRun run = new(new(ExampleCard.Create()));
            run.Link.BeforeCommand(i, () => throw new IOException("the port is gone"));

            Assert.AreEqual(ExitCode.Modem, run.Run("-o", "{sim.bin}"));

            run.AssertOneLine("simboot: COM1: the port is gone: was the modem unplugged?");
            Assert.IsEmpty(Directory.GetFileSystemEntries(run.Folder));
        }
    }

    [TestMethod]
    public void Baud_NotGiven_IsThatOfMostModems()
    {
        using ReadRun run = new(new(ExampleCard.Create()));

        run.Run();

        Assert.AreEqual(115200, run.Baud);
        Assert.IsTrue(run.IsPortClosed, "the port is closed");
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("--port=")]
    [DataRow("--port COM1 --baud fast")]
    [DataRow("--port COM1 --baud 0")]
    [DataRow("--port COM1 --access nonsense")]
    [DataRow("--port COM1 --profile nonsense")]
    [DataRow("--port COM1 --pin 123")]
    [DataRow("--port COM1 --pin 12345678x")]
    [DataRow("--port COM1 --file-pin 123456789")]
    [DataRow("--port COM1 --card")]
    [DataRow("--port COM1 -o=")]
    [DataRow("--port COM1 nonsense")]
    public void CommandLine_ThatMakesNoSense_EndsAsUsageWithOneLine(string arguments)
    {
        using ReadRun run = new(new(ExampleCard.Create()));

        Assert.AreEqual(ExitCode.Usage, run.RunLine(["read", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]));

        run.AssertOneLine("simboot: ");
        Assert.AreEqual(0, run.Link.CommandCount, "nothing was asked of the modem");
    }

    [TestMethod]
    public void Help_Asked_NamesEveryOptionAndHasAnExample()
    {
        using ReadRun run = new(null);

        Assert.AreEqual(ExitCode.Done, run.RunLine("read", "--help"));

        string[] options =
        [
            "--port", "--baud", "--output", "--card", "--access", "--profile", "--pin", "--file-pin", "--trace", "--show-secrets",
        ];
        foreach (string option in options)
            Assert.Contains(option, run.Output);
        Assert.Contains("simboot read --port", run.Output);
    }

    [TestMethod]
    public void Profile_Given_IsTakenWithoutAskingTheModem()
    {
        using ReadRun run = new(new(ExampleCard.Create()));

        Assert.AreEqual(ExitCode.Done, run.Run("--profile", "Fibocom FM350"), run.Error);

        Assert.Contains("modem profile Fibocom FM350", run.Output);
        Assert.DoesNotContain("AT+CGMM", string.Join(' ', run.Link.Commands));
    }

    [TestMethod]
    public void Trace_Given_ShowsTheDialogueWithoutKeyAndPin()
    {
        using ReadRun run = new(CardGallery.Find("SIM PIN").Create());

        Assert.AreEqual(ExitCode.Done, run.Run("--trace", "--pin", ExampleCard.Pin1, "-o", "{sim.bin}"));

        Assert.Contains("> AT+CSIM=", run.Error);
        Assert.Contains("OK", run.Error);
        Assert.DoesNotContain(Key[..12], run.Error + run.Output);
        Assert.DoesNotContain(ExampleCard.Pin1, run.Error.Replace("\"0020000100\"", "", StringComparison.Ordinal));
        CollectionAssert.AreEqual(ExampleCard.BootstrapFile(), File.ReadAllBytes(run.At("sim.bin")));
    }

    [TestMethod]
    public void Trace_ShowSecrets_HasTheKey()
    {
        using ReadRun run = new(new(ExampleCard.Create()));

        Assert.AreEqual(ExitCode.Done, run.Run("--trace", "--show-secrets"));

        Assert.Contains(Key, run.Error);
    }

    [TestMethod]
    public void Read_TextFromTheModem_DoesNotSteerTheTerminal()
    {
        GalleryCard kind = CardGallery.Find("ordinary");
        using ReadRun run = new(kind.Create(), new ModemBehavior { Model = "\e[31mred" });

        run.Run("--trace");

        Assert.DoesNotContain("\e", run.Output + run.Error);
    }
}
