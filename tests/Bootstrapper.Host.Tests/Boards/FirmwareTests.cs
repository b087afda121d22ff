using Bootstrapper.Host.Tests.EndToEnd;
using Bootstrapper.Lwm2m;
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
