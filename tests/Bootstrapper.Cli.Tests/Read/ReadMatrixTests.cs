using Bootstrapper.Host.Tests.Matrix;
using Bootstrapper.Simulator;

namespace Bootstrapper.Cli.Tests.Read;

/// <summary>Reading over every way of every family of modems: the bytes that the card has, and nothing left behind.</summary>
[TestClass]
public sealed class ReadMatrixTests
{
    private static readonly string[] _cards =
    [
        "ordinary", "file padded with 00", "file of 32 KB", "first EF.DODF without the object", "EF.DODF of several objects",
        "part of a file", "file by a path from the MF", "file two levels down",
        "file outside the application", "application at 7F50", "wrong object identifier", "opaque object",
        "bytes and a warning past the end", "logical channels from 4 on",
    ];

    private static IEnumerable<object[]> Families => ModemFamilies.All.Select(family => new object[] { family.Name });

    [TestMethod]
    [DynamicData(nameof(Families))]
    public void Output_EveryWayAndManyCards_IsWhatTheCardHas(string name)
    {
        SimulatedModemFamily family = ModemFamilies.Get(name);
        foreach (string way in Ways(family))
        {
            foreach (string card in _cards)
            {
                GalleryCard kind = CardGallery.Find(card);
                using ReadRun run = new(kind.Create(), family.Behavior);
                AssertLeavesNothing(run, way, () =>
                    Assert.AreEqual(ExitCode.Done, run.Run("-o", "{sim.bin}", "--access", way), $"{way}, {card}: {run.Error}"));

                byte[] expected = card == "file of 32 KB" ? BootstrapContent.Large() : ExampleCard.BootstrapFile();
                CollectionAssert.AreEqual(expected, File.ReadAllBytes(run.At("sim.bin")), $"{way}, {card}");
            }
        }
    }

    [TestMethod]
    [DynamicData(nameof(Families))]
    public void Card_EveryWay_IsACardThatProvisions(string name)
    {
        SimulatedModemFamily family = ModemFamilies.Get(name);
        foreach (string way in Ways(family))
        {
            using ReadRun run = new(new(ExampleCard.Create()), family.Behavior);
            AssertLeavesNothing(run, way, () =>
                Assert.AreEqual(ExitCode.Done, run.Run("--card", "-o", "{card}", "--access", way), $"{way}: {run.Error}"));

            using ReadRun replay = new(new(CardImage.Load(run.At("card"))), family.Behavior);
            Assert.AreEqual(ExitCode.Done, replay.Run("-o", "{sim.bin}", "--access", way), $"{way}: {replay.Error}");
            CollectionAssert.AreEqual(ExampleCard.BootstrapFile(), File.ReadAllBytes(replay.At("sim.bin")), way);
        }
    }

    [TestMethod]
    [DataRow("ATE0", "AT+CMEE=2")]
    [DataRow("ATE1", "AT+CMEE=1")]
    [DataRow("ATE1", "ATV0")]
    public void Read_SettingsOfAnotherProgram_AreBack(string first, string second)
    {
        using ReadRun run = new(new(ExampleCard.Create()));
        MatrixModem.Prepare(run.Modem, run.Clock, first, second);
        string before = MatrixModem.Settings(run.Modem, run.Clock);

        Assert.AreEqual(ExitCode.Done, run.Run(), run.Error);

        Assert.AreEqual(before, MatrixModem.Settings(run.Modem, run.Clock));
    }

    [TestMethod]
    public void Read_ModemThatHasToBeLockedOut_IsLockedOutForEveryApdu()
    {
        using ReadRun run = new(new(ExampleCard.Create()), ModemFamilies.Get("Telit ME310G1").Behavior);

        Assert.AreEqual(ExitCode.Done, run.Run("--access", "csim"), run.Error);

        bool isLocked = false;
        int apdus = 0;
        foreach (string command in run.Link.Commands.Where(c => c.StartsWith("AT+CSIM=", StringComparison.Ordinal)))
        {
            if (command is "AT+CSIM=1\r" or "AT+CSIM=0\r")
            {
                isLocked = command is "AT+CSIM=1\r";
                continue;
            }

            Assert.IsTrue(isLocked, command);
            apdus++;
        }

        Assert.IsGreaterThan(20, apdus);
        Assert.IsFalse(isLocked, "in the end the modem is let in again");
    }

    private static void AssertLeavesNothing(ReadRun run, string way, Action read)
    {
        MatrixModem.Prepare(run.Modem, run.Clock);
        string settings = MatrixModem.Settings(run.Modem, run.Clock);
        IReadOnlyList<int> channels = run.Modem.Card!.OpenChannels;

        read();

        Assert.AreEqual(settings, MatrixModem.Settings(run.Modem, run.Clock), $"{way}: settings");
        Assert.IsEmpty(run.Modem.Card.OpenChannels.Except(channels), $"{way}: channels");

        // What AT+CRSM selects there is the modem's own affair.
        if (way != "crsm")
            Assert.DoesNotContain(Convert.ToHexString(ExampleCard.Pkcs15Aid), CardFacts.Selected(run.Modem.Card), way);
    }

    private static IEnumerable<string> Ways(SimulatedModemFamily family)
    {
        if (family.Ways.HasFlag(CardWays.CsimChannel))
            yield return "csim";
        if (family.Ways.HasFlag(CardWays.Sessions))
            yield return "cgla";
        if (family.Ways.HasFlag(CardWays.CrsmPath))
            yield return "crsm";
        if (family.Ways.HasFlag(CardWays.CsimBasic))
            yield return "basic";
    }
}
