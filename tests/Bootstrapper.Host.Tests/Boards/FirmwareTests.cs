using Bootstrapper.Boards;
using Bootstrapper.Host.Tests.EndToEnd;
using Bootstrapper.Lwm2m;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Boards;

/// <summary>The rounds of a device that stays awake.</summary>
[TestClass]
public sealed class FirmwareTests
{
    [TestMethod]
    public void Round_ModemOff_IsSwitchedOnAndGivesTheAccounts()
    {
        FlowBench bench = new(card: FlowBench.ExampleSim(), isOn: false);

        bench.Firmware.Round();

        Assert.Contains("4=High", bench.Pins.Calls);
        Assert.AreEqual(1, bench.Modem.Starts);
        Assert.AreEqual(BootstrapOutcome.Provisioned, bench.Firmware.Result.Outcome);
        Assert.IsNull(bench.Firmware.Trouble);
        Assert.AreSame(bench.Firmware.Result.Configuration, bench.Handed.Single());
        Assert.AreEqual("accounts are in force; next look in 3600 s", bench.Log.Last);
        Assert.Contains("coaps://eu.iot.avsystem.cloud:5684", bench.Log.Text);
    }

    [TestMethod]
    public void Round_ModemOn_PressesNoKey()
    {
        FlowBench bench = new(card: FlowBench.ExampleSim());

        bench.Firmware.Round();

        Assert.AreEqual("", bench.Pins.Calls);
        Assert.HasCount(1, bench.Handed);
    }

    [TestMethod]
    public void Round_NothingChanged_ChecksInSixCommandsAndHandsNothing()
    {
        FlowBench bench = new(card: FlowBench.ExampleSim());
        bench.Firmware.Round();
        int before = bench.Modem.Modem.CommandCount;

        bench.Firmware.Round();

        Assert.AreEqual(CardChange.Unchanged, bench.Firmware.Change);
        Assert.IsNull(bench.Firmware.Result);
        Assert.HasCount(1, bench.Handed);
        Assert.AreEqual(6, bench.Modem.Modem.CommandCount - before, "and no question whether the modem is on");
        Assert.AreEqual("card is unchanged; next look in 3600 s", bench.Log.Last);
        Assert.AreEqual(3600_000, bench.Wait());
    }

    [TestMethod]
    public void Wait_CardPulled_EndsAtOnceAndTheAccountsGo()
    {
        FlowBench bench = new(card: FlowBench.ExampleSim(), behavior: new() { CardPulledLine = "+CPIN: NOT INSERTED" });
        bench.Firmware.Round();
        bench.Modem.At(bench.Clock.Milliseconds + 100_000, () => bench.Insert(null));

        long waited = bench.Wait();
        bench.Firmware.Round();

        Assert.IsInRange(100_000, 101_000, waited);
        Assert.AreEqual(CardChange.Removed, bench.Firmware.Change);
        Assert.HasCount(2, bench.Handed);
        Assert.IsNull(bench.Handed[1]);
        Assert.AreEqual("card is gone, and its accounts with it; next look in 60 s", bench.Log.Last);
    }

    [TestMethod]
    public void Wait_CardPutIn_EndsAtOnceAndTheAccountsCome()
    {
        FlowBench bench = new(behavior: new() { CardInsertedLine = "+CPIN: READY" });
        bench.Firmware.Round();
        Assert.AreEqual("no card; next look in 60 s", bench.Log.Last);
        bench.Modem.At(bench.Clock.Milliseconds + 20_000, () => bench.Insert(FlowBench.ExampleSim()));

        long waited = bench.Wait();
        bench.Firmware.Round();

        Assert.IsInRange(20_000, 21_000, waited);
        Assert.IsNotNull(bench.Handed[^1]);
    }

    [TestMethod]
    public void Wait_ModemThatAlwaysHasNews_EndsAtOnceFiveTimesAndThenOnceAMinute()
    {
        FlowBench bench = new(card: FlowBench.ExampleSim());
        List<long> waits = [];
        for (int i = 0; i < 8; i++)
        {
            bench.Firmware.Round();
            bench.Modem.Modem.Emit("+CPIN: READY");
            waits.Add(bench.Wait());
        }

        Assert.AreEqual("0, 0, 0, 0, 0, 60000, 0, 0", string.Join(", ", waits));
    }

    // TS 102 221 11.1.17: 6881, logical channels are not supported.
    [TestMethod]
    public void Round_AnotherCardWithoutLogicalChannels_HandsItsAccounts()
    {
        FlowBench bench = new(card: FlowBench.ExampleSim());
        bench.Firmware.Round();
        bench.Insert(FlowBench.OtherSim(new() { LogicalChannels = 0 }));

        bench.Firmware.Round();

        Assert.IsNull(bench.Firmware.Trouble);
        Assert.HasCount(2, bench.Handed);
        Assert.IsNotNull(bench.Handed[1]);
    }

    [TestMethod]
    public void Round_OneDistortedAnswerAtTheStart_LeavesTheApplicationItsAccounts()
    {
        FlowBench bench = new(card: FlowBench.ExampleSim());
        bench.Firmware.Round();
        bench.Restart();
        bench.Firmware.Store = null;
        bench.Modem.Modem.Faults = new FaultScript([new("AT+CSIM=34", new StatusWordFault(0x6A82))]).Start();

        bench.Firmware.Round();

        Assert.DoesNotContain((BootstrapConfiguration?)null, bench.Handed);
        Assert.AreEqual(BootstrapOutcome.Provisioned, bench.Firmware.Result.Outcome);
    }

    [TestMethod]
    public void Round_Trouble_LeavesTheChangeOfTheRoundBefore()
    {
        FlowBench bench = new(card: FlowBench.ExampleSim());
        bench.Firmware.Round();
        bench.Firmware.Round();
        bench.Firmware.HasAccounts = false;
        bench.Modem.Trouble = new IOException("broken");

        bench.Firmware.Round();

        Assert.AreEqual(CardChange.Unchanged, bench.Firmware.Change);
    }

    // The state is kept wherever there is a store: what came from another card goes with it.
    [TestMethod]
    public void Round_AnotherCardThatIsMalformedAfterARestart_TakesTheAccountsAway()
    {
        FlowBench bench = new(card: FlowBench.ExampleSim());
        bench.Firmware.Round();
        bench.Insert(FlowBench.OtherSim(TestCards.Truncated()));
        bench.Restart();

        bench.Firmware.Round();

        Assert.HasCount(2, bench.Handed);
        Assert.IsNull(bench.Handed[1]);
        Assert.IsFalse(bench.Firmware.HasAccounts);
    }

    [TestMethod]
    public void LookNow_WhileWaiting_EndsTheWait()
    {
        FlowBench bench = new(card: FlowBench.ExampleSim());
        bench.Firmware.Round();
        bench.Modem.At(bench.Clock.Milliseconds + 5_000, bench.Firmware.LookNow);

        Assert.IsInRange(5_000, 6_000, bench.Wait());
        bench.Firmware.Round();
        Assert.AreEqual(3600_000, bench.Wait(), "and only that one");
    }

    [TestMethod]
    public void Wait_WithoutAccounts_IsThatOfTheResult()
    {
        AssertWait(null, BootstrapOutcome.NoCard, 60, "no card");
        AssertWait(new(ExampleCard.Create(pinEnabled: true)), BootstrapOutcome.PinRequired, 600, "card wants a PIN");
        AssertWait(
            new(TestCards.WithoutApplication()), BootstrapOutcome.NoApplication, 600, "card has no PKCS#15 application");
        AssertWait(
            new(ExampleCard.Create([.. Enumerable.Repeat((byte)0xFF, 200)])),
            BootstrapOutcome.Blank,
            600,
            "bootstrap file was never written");
        AssertWait(
            new(ExampleCard.Create(TestCards.InconsistentFile())),
            BootstrapOutcome.Inconsistent,
            600,
            "bootstrap file is inconsistent");
    }

    [TestMethod]
    public void Round_Inconsistent_LogsEachViolation()
    {
        FlowBench bench = new(card: new(ExampleCard.Create(TestCards.InconsistentFile())));

        bench.Firmware.Round();

        int violations = bench.Firmware.Result.Content.Findings.Count(finding => finding.IsViolation);
        Assert.IsGreaterThan(0, violations);
        Assert.HasCount(violations, bench.Log.Lines.FindAll(line => line.StartsWith("violation: /", StringComparison.Ordinal)));
        Assert.IsEmpty(bench.Handed);
    }

    [TestMethod]
    public void Round_NoCardFromTheBeginning_IsToldOnce()
    {
        FlowBench bench = new();

        bench.Firmware.Round();
        bench.Firmware.Round();

        Assert.HasCount(1, bench.Handed, "an application may have accounts of another time");
        Assert.IsNull(bench.Handed[0]);
    }

    [TestMethod]
    public void Round_CardThatLetsNobodyLook_TellsNothing()
    {
        FlowBench bench = new(card: new(ExampleCard.Create(pinEnabled: true)));

        bench.Firmware.Round();

        Assert.IsEmpty(bench.Handed);
    }

    [TestMethod]
    public void Round_SameCardLockedMeanwhile_KeepsTheAccounts()
    {
        FlowBench bench = new(card: FlowBench.ExampleSim());
        bench.Firmware.Round();
        bench.Insert(new(ExampleCard.Create(pinEnabled: true)));

        bench.Firmware.Round();

        Assert.AreEqual(CardChange.Unknown, bench.Firmware.Change);
        Assert.HasCount(1, bench.Handed);
        Assert.AreEqual("card lets nobody look; next look in 600 s", bench.Log.Last);
    }

    [TestMethod]
    public void Round_AnotherCard_HandsItsAccounts()
    {
        FlowBench bench = new(card: FlowBench.ExampleSim());
        bench.Firmware.Round();
        bench.Insert(FlowBench.OtherSim());

        bench.Firmware.Round();

        Assert.AreEqual(CardChange.Changed, bench.Firmware.Change);
        Assert.HasCount(2, bench.Handed);
        Assert.AreNotSame(bench.Handed[0], bench.Handed[1]);
    }

    [TestMethod]
    public void Round_MalformedFile_IsTroubleThatIsTriedAgain()
    {
        FlowBench bench = new(card: new(TestCards.Truncated()));

        bench.Firmware.Round();

        Assert.IsInstanceOfType<ContentException>(bench.Firmware.Trouble);
        Assert.IsNull(bench.Firmware.Result);
        Assert.IsEmpty(bench.Handed);
        Assert.StartsWith("file: ", bench.Log.Last);
        Assert.EndsWith("; next try in 10 s", bench.Log.Last);
        Assert.AreEqual(10_000, bench.Wait());
    }

    [TestMethod]
    public void Round_MalformedAfterAccounts_KeepsThem()
    {
        FlowBench bench = new(card: FlowBench.ExampleSim());
        bench.Firmware.Round();
        bench.Insert(new(TestCards.Truncated()));

        bench.Firmware.Round();

        Assert.IsInstanceOfType<ContentException>(bench.Firmware.Trouble);
        Assert.HasCount(1, bench.Handed);
        bench.Insert(FlowBench.ExampleSim());
        bench.Firmware.Round();
        Assert.IsNull(bench.Firmware.Trouble, "nothing is left of it");
        Assert.AreEqual(CardChange.Unchanged, bench.Firmware.Change);
    }

    [TestMethod]
    public void Wait_AfterErrorsInARow_DoublesUpToAnHourAndBeginsAnew()
    {
        FlowBench bench = new(card: FlowBench.ExampleSim());
        bench.Modem.Trouble = new IOException("broken");
        List<long> waits = [];
        for (int i = 0; i < 11; i++)
        {
            bench.Firmware.Round();
            waits.Add(bench.Wait() / 1000);
        }

        Assert.AreEqual("10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600", string.Join(", ", waits));
        bench.Modem.Trouble = null;
        bench.Firmware.Round();
        Assert.HasCount(1, bench.Handed);
        bench.Modem.Trouble = new IOException("broken");
        bench.Firmware.Round();
        Assert.AreEqual(10_000, bench.Wait());
    }

    [TestMethod]
    public void Round_PortThrows_IsLoggedInOneLine()
    {
        FlowBench bench = new(card: FlowBench.ExampleSim());
        bench.Modem.Trouble = new IOException("broken");

        bench.Firmware.Round();

        Assert.AreSame(bench.Modem.Trouble, bench.Firmware.Trouble);
        Assert.AreEqual("port: broken; next try in 10 s", bench.Log.Text);
    }

    [TestMethod]
    public void Wait_PortThrows_IsLoggedOnceAndWaitsOn()
    {
        FlowBench bench = new(card: FlowBench.ExampleSim());
        bench.Firmware.Round();
        bench.Modem.Trouble = new TimeoutException("stuck");
        bench.Log.Lines.Clear();

        Assert.AreEqual(3600_000, bench.Wait());

        Assert.AreEqual("port: stuck", bench.Log.Text);
    }

    [TestMethod]
    public void Round_SilentModem_IsStartedAnewEveryThirdTime()
    {
        FlowBench bench = new(card: FlowBench.ExampleSim(), isOn: false);
        bench.Modem.IsBroken = true;
        List<int> pulses = [];
        for (int i = 0; i < 5; i++)
        {
            bench.Pins.Forget();
            bench.Firmware.Step();
            pulses.Add(bench.Pins.Calls.Split("4=High").Length - 1);
        }

        Assert.AreEqual("1, 1, 2, 1, 2", string.Join(", ", pulses), "on; on; off and on; on; off and on");
        string[] ends = [.. bench.Log.Lines.Where(line => line.StartsWith("modem: ", StringComparison.Ordinal))];
        Assert.AreEqual("modem: AT: no answer in time; next try in 10 s", ends[0]);
        Assert.AreEqual("modem: AT: no answer in time; the modem is started anew in 20 s", ends[1]);
        Assert.AreEqual("modem: AT: no answer in time; next try in 40 s", ends[2]);
        Assert.AreEqual("modem: AT: no answer in time; the modem is started anew in 80 s", ends[3]);
        Assert.AreEqual(AtStatus.NoAnswer, ((ModemException)bench.Firmware.Trouble).Status);
    }

    [TestMethod]
    public void Round_FlowControlLetsNothingBeSent_IsSilence()
    {
        FlowBench bench = new(card: FlowBench.ExampleSim());
        bench.Modem.Trouble = new TimeoutException("stuck");

        bench.Firmware.Round();
        bench.Firmware.Round();

        Assert.AreEqual("port: stuck; the modem is started anew in 20 s", bench.Log.Last);
    }

    [TestMethod]
    public void Round_GarbledAnswers_AreSilence()
    {
        FlowBench bench = new(card: FlowBench.ExampleSim());
        ByteLostFault lost = new(0, ^10);
        string[] commands = ["AT+CSIM=", "AT+CCHO=", "AT+CGLA=", "AT+CRSM="];
        bench.Modem.Modem.Faults = new FaultScript(
            commands.SelectMany(command => Enumerable.Repeat(new ScriptedFault(command, lost), 200))).Start();

        bench.Firmware.Round();
        Assert.AreEqual(AtStatus.Garbled, (bench.Firmware.Trouble as ModemException)?.Status, bench.Log.Text);
        bench.Firmware.Round();
        Assert.EndsWith("; the modem is started anew in 20 s", bench.Log.Last);
        bench.Firmware.Round();

        Assert.AreEqual(2, bench.Modem.Starts);
        Assert.HasCount(1, bench.Handed);
    }

    [TestMethod]
    public void Round_SameErrorForEver_IsStartedAnewAfterSixRoundsAndAfterSixMore()
    {
        string[] refused = ["+CSIM", "+CCHO", "+CGLA", "+CRSM"];
        ModemBehavior behavior = new()
        {
            Refused = [.. refused.Select(name => new RefusedCommand(name, Refusal.Cme(CmeError.SimFailure)))],
        };
        FlowBench bench = new(card: FlowBench.ExampleSim(), behavior: behavior);
        List<int> starts = [];
        for (int i = 0; i < 13; i++)
        {
            bench.Firmware.Round();
            starts.Add(bench.Modem.Starts);
        }

        Assert.AreEqual(13, ((ModemException)bench.Firmware.Trouble).Code);
        Assert.AreEqual("1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3", string.Join(", ", starts));
    }

    [TestMethod]
    public void Round_MalformedFileForEver_LeavesTheModemAlone()
    {
        FlowBench bench = new(card: new(TestCards.Truncated()));
        for (int i = 0; i < 13; i++)
            bench.Firmware.Round();

        Assert.AreEqual(1, bench.Modem.Starts);
        Assert.AreEqual("", bench.Pins.Calls);
    }

    [TestMethod]
    public void Round_NothingToStartAnewWith_IsNotSaidToBe()
    {
        BoardDefinition board = TestBoards.WithKey();
        board.PowerOffPulse = 0;
        FlowBench bench = new(board, FlowBench.ExampleSim());
        bench.Modem.IsHung = true;

        bench.Firmware.Round();
        bench.Firmware.Round();

        Assert.EndsWith("; next try in 20 s", bench.Log.Last);
    }

    [TestMethod]
    public void Round_ApplicationLosesItsAccounts_IsHandedThemAgain()
    {
        FlowBench bench = new(card: FlowBench.ExampleSim());
        bench.Firmware.Round();
        Assert.IsTrue(bench.Firmware.HasAccounts);
        bench.Firmware.HasAccounts = false;

        bench.Firmware.Round();

        Assert.HasCount(2, bench.Handed);
        Assert.AreEqual(BootstrapOutcome.Provisioned, bench.Firmware.Result.Outcome);
        bench.Firmware.Round();
        Assert.HasCount(2, bench.Handed);
        Assert.AreEqual(CardChange.Unchanged, bench.Firmware.Change);
    }

    [TestMethod]
    public void LookNow_BeforeAnUpdate_ChecksTheCardThenGivesTheApplicationItsTurn()
    {
        FlowBench bench = new(card: FlowBench.ExampleSim());
        List<CardChange> turns = [];
        bench.Firmware.BeforeWait += firmware => turns.Add(firmware.Change);
        bench.Firmware.Round();
        bench.Modem.At(bench.Clock.Milliseconds + 5_000, bench.Firmware.LookNow);

        bench.Wait();
        bench.Firmware.Step();

        Assert.AreEqual("Changed, Unchanged", string.Join(", ", turns));
    }

    [TestMethod]
    public void Round_HungModem_GivesItsAccountsAfterThePowerCycle()
    {
        FlowBench bench = new(card: FlowBench.ExampleSim());
        bench.Firmware.Step();
        bench.Modem.IsHung = true;

        bench.Firmware.Step();
        bench.Firmware.Step();
        Assert.AreEqual(1, bench.Modem.Starts, "a pulse to switch it on does nothing to one that is on");
        bench.Firmware.Step();

        Assert.AreEqual(2, bench.Modem.Starts);
        Assert.IsNull(bench.Firmware.Trouble);
        Assert.AreEqual(CardChange.Unchanged, bench.Firmware.Change);
        Assert.HasCount(1, bench.Handed);
    }

    [TestMethod]
    public void Round_ModemThatWentOff_IsSwitchedOnInTheNextRound()
    {
        FlowBench bench = new(TestBoards.WithEverything(), FlowBench.ExampleSim(), isOn: false);
        bench.Firmware.Round();
        bench.Modem.PowerOff();

        bench.Firmware.Round();
        Assert.IsInstanceOfType<ModemException>(bench.Firmware.Trouble);
        bench.Firmware.Round();

        Assert.IsNull(bench.Firmware.Trouble);
        Assert.AreEqual(2, bench.Modem.Starts);
    }

    [TestMethod]
    public void Round_NothingToSwitch_IsTriedAgainAllTheSame()
    {
        FlowBench bench = new(new BoardDefinition(), FlowBench.ExampleSim());
        bench.Firmware.Power = null;
        bench.Modem.IsHung = true;
        bench.Firmware.Step();
        bench.Firmware.Step();
        Assert.EndsWith("; next try in 20 s", bench.Log.Last);

        bench.Modem.IsHung = false;
        bench.Firmware.Step();

        Assert.HasCount(1, bench.Handed);
    }

    [TestMethod]
    public void Round_HandlerThrows_PassesOutWhateverItIs()
    {
        FlowBench bench = new(card: FlowBench.ExampleSim());
        bench.Firmware.AccountsChanged += _ => throw new IOException("the application's own file");

        Assert.ThrowsExactly<IOException>(bench.Firmware.Round);
    }

    [TestMethod]
    public void Round_ModemStartsWhileWatched_IsLookedAtAtOnce()
    {
        FlowBench bench = new(card: FlowBench.ExampleSim());
        bench.Firmware.Round();
        bench.Modem.Modem.Emit("RDY");

        Assert.AreEqual(0, bench.Wait(), "one that was off may have another card");
    }

    private static void AssertWait(SimulatedCard? card, BootstrapOutcome outcome, int seconds, string words)
    {
        FlowBench bench = new(card: card);

        bench.Firmware.Round();

        Assert.AreEqual(outcome, bench.Firmware.Result.Outcome);
        Assert.IsNull(bench.Firmware.Trouble);
        Assert.AreEqual($"{words}; next look in {seconds} s", bench.Log.Last);
        Assert.AreEqual(seconds * 1000L, bench.Wait());
    }
}
