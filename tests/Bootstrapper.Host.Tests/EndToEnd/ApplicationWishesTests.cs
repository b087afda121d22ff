using System.Text;
using Bootstrapper.Desktop;
using Bootstrapper.Lwm2m;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.EndToEnd;

/// <summary>What an application may want of the flow: PINs, progress, an end to waiting, news, its own AT code.</summary>
[TestClass]
public sealed class ApplicationWishesTests
{
    private const byte FilePinReference = 0x81;

    private readonly ManualClock _clock = new();

    [TestMethod]
    public void Pin_OfALockedSim_IsEnteredAndTheFileRead()
    {
        CardImage image = ExampleCard.Create(pinEnabled: true);

        Assert.AreEqual(BootstrapOutcome.Provisioned, Run(image, new() { Pin = ExampleCard.Pin1 }).Outcome);
        Assert.AreEqual(3, image.Pin(0x01)!.TriesLeft);
    }

    [TestMethod]
    public void Pin_Missing_EndsAsPinRequiredAndCostsNoTry()
    {
        CardImage image = ExampleCard.Create(pinEnabled: true);

        Assert.AreEqual(BootstrapOutcome.PinRequired, Run(image, new()).Outcome);
        Assert.AreEqual(3, image.Pin(0x01)!.TriesLeft);
    }

    [TestMethod]
    public void Pin_Wrong_CostsOneTryHoweverOftenItIsRun()
    {
        CardImage image = ExampleCard.Create(pinEnabled: true);
        SmartCardBootstrap bootstrap = Bootstrap(Modem(image), new() { Pin = "9999" });

        for (int i = 0; i < 5; i++)
            Assert.AreEqual(BootstrapOutcome.PinRequired, bootstrap.Run().Outcome);

        Assert.AreEqual(2, image.Pin(0x01)!.TriesLeft);
    }

    [TestMethod]
    public void Pin_WrongInEveryRestartOfTheDevice_LeavesTheLastTry()
    {
        CardImage image = ExampleCard.Create(pinEnabled: true);

        for (int i = 0; i < 5; i++)
            Assert.AreEqual(BootstrapOutcome.PinRequired, Run(image, new() { Pin = "9999" }).Outcome);

        Assert.AreEqual(1, image.Pin(0x01)!.TriesLeft);
    }

    [TestMethod]
    [DataRow("csim")]
    [DataRow("cgla")]
    public void FilePin_Right_OpensTheFile(string way)
    {
        CardImage image = GuardedByPin();
        BootstrapOptions options = new()
        {
            FilePin = "24680",
            Access = way == "csim" ? CardAccess.CsimChannel : CardAccess.Cgla,
        };

        Assert.AreEqual(BootstrapOutcome.Provisioned, Run(image, options).Outcome);
        Assert.AreEqual(3, image.Pin(FilePinReference)!.TriesLeft);
    }

    [TestMethod]
    public void FilePin_Wrong_CostsOneTryAndIsNeverTheLast()
    {
        CardImage image = GuardedByPin();
        SmartCardBootstrap bootstrap = Bootstrap(Modem(image), new() { FilePin = "11111" });
        Assert.AreEqual(BootstrapOutcome.PinRequired, bootstrap.Run().Outcome);
        Assert.AreEqual(BootstrapOutcome.PinRequired, bootstrap.Run().Outcome);
        Assert.AreEqual(2, image.Pin(FilePinReference)!.TriesLeft);

        for (int i = 0; i < 3; i++)
            Assert.AreEqual(BootstrapOutcome.PinRequired, Run(image, new() { FilePin = "11111" }).Outcome);
        Assert.AreEqual(1, image.Pin(FilePinReference)!.TriesLeft);
    }

    [TestMethod]
    [DataRow("9876", "24680", BootstrapOutcome.PinRequired)]
    [DataRow(ExampleCard.Pin1, "11111", BootstrapOutcome.PinRequired)]
    [DataRow(ExampleCard.Pin1, "24680", BootstrapOutcome.Provisioned)]
    public void Pins_OfTheApplication_AreInNoLogLine(string pin, string filePin, BootstrapOutcome outcome)
    {
        List<string> lines = [];
        CardImage image = GuardedByPin();
        image.Pin(0x01)!.Enabled = true;
        BootstrapOptions options = new() { Pin = pin, FilePin = filePin };
        SmartCardBootstrap bootstrap = new(new SimulatorLink(Modem(image)), _clock, options, new ListLog(lines));
        bootstrap.Modem.UnsolicitedLine += (buffer, offset, length) => lines.Add(Encoding.ASCII.GetString(buffer, offset, length));

        Assert.AreEqual(outcome, bootstrap.Run().Outcome);

        string all = string.Join('\n', lines);
        Assert.DoesNotContain(pin, all);
        Assert.DoesNotContain(filePin, all);
    }

    [TestMethod]
    public void Progress_WholeRun_NamesEachStepInOrderAndCountsTheFile()
    {
        List<(BootstrapStep Step, int Bytes)> told = [];
        byte[] file = TestCards.LargeFile();
        SmartCardBootstrap bootstrap = Bootstrap(Modem(ExampleCard.Create(file)), new());
        bootstrap.Progress = (step, bytes) => told.Add((step, bytes));

        Assert.AreEqual(BootstrapOutcome.Provisioned, bootstrap.Run().Outcome);

        CollectionAssert.AreEqual(Enum.GetValues<BootstrapStep>(), told.Select(t => t.Step).Distinct().ToArray());
        int[] bytes = [.. told.Where(t => t.Step == BootstrapStep.ReadingFile).Select(t => t.Bytes)];
        CollectionAssert.AreEqual(bytes.Order().ToArray(), bytes);
        Assert.AreEqual(file.Length, bytes[^1]);
    }

    [TestMethod]
    [DataRow(BootstrapStep.GettingReady)]
    [DataRow(BootstrapStep.ReachingCard)]
    [DataRow(BootstrapStep.FindingApplication)]
    [DataRow(BootstrapStep.FindingFile)]
    [DataRow(BootstrapStep.ReadingFile)]
    public void Cancel_FromProgress_EndsAsCancelledWithNothingOpen(BootstrapStep at)
    {
        SimulatedModem modem = Modem(ExampleCard.Create(TestCards.LargeFile()));
        SmartCardBootstrap bootstrap = Bootstrap(modem, new());
        bootstrap.Progress = (step, _) =>
        {
            if (step == at)
                bootstrap.Cancel();
        };

        Assert.AreEqual(BootstrapOutcome.Cancelled, bootstrap.Run().Outcome);
        Assert.IsEmpty(modem.Card!.OpenChannels);
    }

    [TestMethod]
    public void Cancel_WhileTheModemIsSilent_EndsTheWait()
    {
        SimulatedModem modem = Modem(ExampleCard.Create());
        modem.Faults = new FaultScript().At("01B00000F0", new SilentFault()).Start();
        SmartCardBootstrap? bootstrap = null;
        CancellingClock clock = new(_clock, () => _clock.Milliseconds > 2000, () => bootstrap!.Cancel());
        bootstrap = new(new SimulatorLink(modem), clock);

        Assert.AreEqual(BootstrapOutcome.Cancelled, bootstrap.Run().Outcome);

        // What still comes of the answer is waited for, before the channel is closed.
        Assert.IsLessThan(8000, _clock.Milliseconds);
        Assert.IsEmpty(modem.Card!.OpenChannels);
    }

    [TestMethod]
    public void TimeLimit_SlowCard_EndsTheRunAndClosesTheChannel()
    {
        SimulatedModem modem = Modem(ExampleCard.Create(TestCards.LargeFile()));
        modem.Faults = new FaultScript().At("CSIM", new SlowFault(TimeSpan.FromSeconds(8)) { Commands = 1000 }).Start();
        SmartCardBootstrap bootstrap = Bootstrap(modem, new() { TimeLimit = 300_000 });

        ModemException e = Assert.ThrowsExactly<ModemException>(() => bootstrap.Run());

        Assert.AreEqual(AtStatus.NoAnswer, e.Status);
        Assert.IsLessThan(400_000, _clock.Milliseconds);
        Assert.IsEmpty(modem.Card!.OpenChannels);
    }

    [TestMethod]
    [DataRow("+QSIMSTAT : 1,0")]
    [DataRow("+QUSIM: 1")]
    [DataRow("#QSS: 0")]
    [DataRow("+CPIN: NOT INSERTED")]
    [DataRow("+CUSATP: \"D009810301010082028281\"")]
    public void CardChanged_AnnouncedBetweenRuns_OccursInPoll(string line)
    {
        SimulatedModem modem = Modem(ExampleCard.Create());
        SmartCardBootstrap bootstrap = Bootstrap(modem, new());
        int count = 0;
        bootstrap.CardChanged += () => count++;
        bootstrap.Run();
        Assert.AreEqual(0, count);

        modem.Emit("+CREG: 1");
        bootstrap.Poll();
        Assert.AreEqual(0, count);
        modem.Emit(line);
        bootstrap.Poll();
        Assert.AreEqual(1, count);
    }

    [TestMethod]
    public void CardChanged_LockOfTelit_IsNoNews()
    {
        SimulatedModem modem = Modem(ExampleCard.Create(), ModemFamilies.Get("Telit ME310G1").Behavior);
        SmartCardBootstrap bootstrap = Bootstrap(modem, new());
        int count = 0;
        bootstrap.CardChanged += () => count++;

        Assert.AreEqual(BootstrapOutcome.Provisioned, bootstrap.Run().Outcome);
        bootstrap.Poll();

        Assert.AreEqual(0, count);
    }

    [TestMethod]
    public void Sequence_AfterASleepAndAnotherCardThatIsMalformed_GoesOnToTheFactory()
    {
        SmartCardBootstrap before = Bootstrap(Modem(ExampleCard.Create()), new());
        byte[] state = before.Run().State;
        CardImage other = ExampleCard.Create(BootstrapContent.Truncated());
        other.MasterFile.File(ExampleCard.IccidFileId)!.Replace(Convert.FromHexString("989900000000000010F6"));
        BootstrapSequence sequence = new(Bootstrap(Modem(other), new()), ExampleCard.BootstrapFile()) { State = state };

        Assert.AreEqual(CardChange.Changed, sequence.Check());
        Assert.IsNull(sequence.State);
        Assert.AreEqual(ConfigurationSource.Factory, sequence.Configuration.FindSecurity(1).Source);
    }

    [TestMethod]
    public void Sequence_AfterASleepAndTheSameCardMalformed_KeepsTheState()
    {
        SmartCardBootstrap before = Bootstrap(Modem(ExampleCard.Create()), new());
        byte[] state = before.Run().State;
        CardImage broken = ExampleCard.Create(BootstrapContent.Truncated());
        BootstrapSequence sequence = new(Bootstrap(Modem(broken), new()), ExampleCard.BootstrapFile()) { State = state };

        Assert.AreEqual(CardChange.Unknown, sequence.Check());
        Assert.IsNotNull(sequence.State);
        Assert.IsNull(sequence.Configuration);
    }

    [TestMethod]
    public void Sequence_AnotherCardThatIsLocked_LosesTheOldOnesAccounts()
    {
        SimulatedModem modem = Modem(ExampleCard.Create(), ModemFamilies.Get("SIMCom SIM7000").Behavior);
        BootstrapSequence sequence = new(Bootstrap(modem, new()), null);
        Assert.IsTrue(sequence.Run());
        CardImage locked = ExampleCard.Create(pinEnabled: true);
        modem.Card = new(locked);
        Assert.AreEqual(CardChange.Unknown, sequence.Check(), "the same card, locked");
        Assert.IsNotNull(sequence.Configuration);

        locked.MasterFile.File(ExampleCard.IccidFileId)!.Replace(Convert.FromHexString("989900000000000010F6"));
        modem.Card = new(locked);

        Assert.AreEqual(CardChange.Changed, sequence.Check());
        Assert.AreEqual(BootstrapOutcome.PinRequired, sequence.CardResult.Outcome);
        Assert.IsNull(sequence.Configuration);
        Assert.IsNull(sequence.State);
    }

    [TestMethod]
    [DataRow(null, 3, "the SIM wants its PIN, and none is given that was not refused before")]
    [DataRow("9999", 3, "the SIM's PIN was refused")]
    [DataRow("9999", 1, "the SIM's PIN is not entered: it is not known that more than one try is left")]
    public void Pin_NotTaken_IsExplainedInTheLog(string? pin, int tries, string line)
    {
        List<string> lines = [];
        CardImage image = ExampleCard.Create(pinEnabled: true);
        image.Pin(0x01)!.TriesLeft = tries;
        SmartCardBootstrap bootstrap = new(
            new SimulatorLink(Modem(image)), _clock, new() { Pin = pin }, new ListLog(lines));

        Assert.AreEqual(BootstrapOutcome.PinRequired, bootstrap.Run().Outcome);
        Assert.Contains(line, lines);
    }

    [TestMethod]
    public void Check_StateOfAWayThatIsNotAllowed_IsChangedWithoutAQuestion()
    {
        SimulatedModem modem = Modem(ExampleCard.Create());
        byte[] state = Bootstrap(modem, new() { Access = CardAccess.CsimBasic }).Run().State;
        int commands = modem.CommandCount;

        Assert.AreEqual(CardChange.Changed, Bootstrap(modem, new()).Check(state));
        Assert.AreEqual(CardChange.Changed, Bootstrap(modem, new() { Access = CardAccess.Crsm }).Check(state));
        Assert.AreEqual(commands, modem.CommandCount);
        Assert.AreEqual(CardChange.Unchanged, Bootstrap(modem, new() { AllowsBasicChannel = true }).Check(state));
    }

    [TestMethod]
    public void CommandLink_AtCodeOfTheApplication_CarriesTheBootstrap()
    {
        SimulatedModem modem = Modem(ExampleCard.Create(), new() { Echo = false });
        SmartCardBootstrap bootstrap = new(new AtCommandLink(new LineSender(modem), 10_000), _clock);

        Assert.AreEqual(BootstrapOutcome.Provisioned, bootstrap.Run().Outcome);
        Assert.IsEmpty(modem.Card!.OpenChannels);
    }

    private static CardImage GuardedByPin() =>
        TestCards.Guarded(AccessCondition.Key(FilePinReference)).Add(new CardPin(FilePinReference, "24680"));

    private BootstrapResult Run(CardImage image, BootstrapOptions options) => Bootstrap(Modem(image), options).Run();

    private SimulatedModem Modem(CardImage image, ModemBehavior? behavior = null) => new(new(image), behavior, _clock);

    private SmartCardBootstrap Bootstrap(SimulatedModem modem, BootstrapOptions options) =>
        new(new SimulatorLink(modem), _clock, options);

    private sealed class ListLog(List<string> lines) : ILog
    {
        public void Write(string line) => lines.Add(line);
    }

    private sealed class CancellingClock(ManualClock inner, Func<bool> isTime, Action cancel) : IClock
    {
        public long Milliseconds => inner.Milliseconds;

        public void Wait(int milliseconds)
        {
            inner.Wait(milliseconds);
            if (isTime())
                cancel();
        }
    }

    /// <summary>AT code as applications have it: a command in, the lines of its answer out.</summary>
    private sealed class LineSender(SimulatedModem modem) : IAtCommandSender
    {
        public string[] Send(string command, int timeout)
        {
            modem.Write(Encoding.ASCII.GetBytes(command + "\r"));
            byte[] buffer = new byte[2048];
            int length = modem.Read(buffer);
            return Encoding.ASCII.GetString(buffer, 0, length).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        }
    }
}
