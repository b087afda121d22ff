using Bootstrapper.Host.Tests.EndToEnd;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Boards;

/// <summary>The rounds of a device that sleeps deeply, and what it keeps over that.</summary>
[TestClass]
public sealed class FirmwareSleepTests
{
    // A device that never sleeps is to fail a test, not to keep it running.
    private const int MostRounds = 20;

    [TestMethod]
    public void Step_Accounts_AreHandedThenTheStateIsKeptThenItSleeps()
    {
        FlowBench bench = FlowBench.Sleeping(FlowBench.ExampleSim());
        byte[]? keptWhenHanded = null;
        bench.Firmware.AccountsChanged += _ => keptWhenHanded = bench.Store.Content;

        bench.Firmware.Step();

        Assert.HasCount(1, bench.Handed);
        Assert.IsNull(keptWhenHanded, "accounts first");
        CollectionAssert.AreEqual((byte[])[0, 0, .. bench.Firmware.Result.State], bench.Store.Content, "no errors, a state");
        CollectionAssert.AreEqual(new[] { 3600 }, bench.Sleep.Slept);
        Assert.AreEqual("accounts are in force; deep sleep for 3600 s", bench.Log.Last);
    }

    [TestMethod]
    public void Step_AfterTheSleepUnchanged_ChecksAndHandsNothingAndWritesNothing()
    {
        FlowBench bench = FlowBench.Sleeping(FlowBench.ExampleSim());
        bench.Firmware.Step();
        bench.Restart();

        bench.Firmware.Step();

        Assert.AreEqual(CardChange.Unchanged, bench.Firmware.Change);
        Assert.HasCount(1, bench.Handed, "those that the application kept hold");
        Assert.AreEqual(1, bench.Store.Writes, "flash wears");
        Assert.AreEqual("", bench.Pins.Calls, "the modem has stayed on");
        Assert.HasCount(2, bench.Sleep.Slept);
    }

    [TestMethod]
    public void Step_AfterTheSleepAnotherCard_HandsAndKeepsItsAccounts()
    {
        FlowBench bench = FlowBench.Sleeping(FlowBench.ExampleSim());
        bench.Firmware.Step();
        byte[]? before = bench.Store.Content;
        bench.Insert(FlowBench.OtherSim());
        bench.Restart();

        bench.Firmware.Step();

        Assert.HasCount(2, bench.Handed);
        Assert.IsNotNull(bench.Handed[1]);
        CollectionAssert.AreNotEqual(before, bench.Store.Content);
        Assert.AreEqual(2, bench.Store.Writes);
    }

    [TestMethod]
    public void Step_AfterTheSleepNoCard_AccountsAndStateGo()
    {
        FlowBench bench = FlowBench.Sleeping(FlowBench.ExampleSim());
        bench.Firmware.Step();
        bench.Insert(null);
        bench.Restart();

        bench.Firmware.Step();

        Assert.AreEqual(CardChange.Removed, bench.Firmware.Change);
        Assert.HasCount(2, bench.Handed);
        Assert.IsNull(bench.Handed[1]);
        Assert.IsNull(bench.Store.Content);
    }

    [TestMethod]
    public void Step_AfterTheSleepModemOff_IsSwitchedOnFirst()
    {
        FlowBench bench = FlowBench.Sleeping(FlowBench.ExampleSim());
        bench.Firmware.Step();
        bench.Modem.PowerOff();
        bench.Restart();

        bench.Firmware.Step();

        Assert.Contains("4=High", bench.Pins.Calls);
        Assert.AreEqual(CardChange.Unchanged, bench.Firmware.Change);
    }

    [TestMethod]
    [DataRow("", DisplayName = "empty")]
    [DataRow("00", DisplayName = "a byte")]
    [DataRow("torn", DisplayName = "torn")]
    [DataRow("flipped", DisplayName = "a bit is another")]
    [DataRow("long", DisplayName = "more than any state")]
    public void Step_StateThatIsNone_IsAsIfNothingWereKept(string what)
    {
        FlowBench bench = FlowBench.Sleeping(FlowBench.ExampleSim());
        bench.Firmware.Step();
        byte[] state = bench.Store.Content!;
        bench.Store.Content = Damage(state, what);
        bench.Restart();

        bench.Firmware.Step();

        Assert.AreEqual(BootstrapOutcome.Provisioned, bench.Firmware.Result.Outcome);
        Assert.HasCount(2, bench.Handed);
        CollectionAssert.AreEqual(state, bench.Store.Content, "and the right one is kept again");
    }

    [TestMethod]
    public void Step_StateThatIsNoneAndNoCard_IsForgottenAndTold()
    {
        FlowBench bench = FlowBench.Sleeping(null);
        bench.Store.Content = [1, 2, 3];

        bench.Firmware.Step();

        Assert.HasCount(1, bench.Handed);
        Assert.IsNull(bench.Handed[0]);
        Assert.IsNull(bench.Store.Content);
    }

    [TestMethod]
    public void Step_StateThatIsNoneAndInconsistentFile_IsNoAccount()
    {
        FlowBench bench = FlowBench.Sleeping(new(ExampleCard.Create(TestCards.InconsistentFile())));
        bench.Store.Content = [1, 2, 3];

        bench.Firmware.Step();

        Assert.AreEqual(BootstrapOutcome.Inconsistent, bench.Firmware.Result.Outcome);
        Assert.IsNull(bench.Store.Content);
    }

    [TestMethod]
    public void Step_StoreThatFails_IsToldAndCostsAWholeRound()
    {
        FlowBench bench = FlowBench.Sleeping(FlowBench.ExampleSim());
        bench.Store.Trouble = new IOException("worn out");

        bench.Firmware.Step();
        bench.Restart();
        bench.Firmware.Step();

        Assert.HasCount(2, bench.Handed);
        Assert.HasCount(2, bench.Sleep.Slept);
        Assert.Contains("what was kept over the sleep can't be read: worn out", bench.Log.Text);
        Assert.Contains("nothing can be kept over the sleep: worn out", bench.Log.Text);
    }

    [TestMethod]
    public void Step_HandlerThrows_StateIsNotKept()
    {
        FlowBench bench = FlowBench.Sleeping(FlowBench.ExampleSim());
        bench.Firmware.AccountsChanged += _ => throw new FormatException();

        Assert.ThrowsExactly<FormatException>(bench.Firmware.Step);

        Assert.IsNull(bench.Store.Content, "so that the accounts are handed again");
    }

    [TestMethod]
    public void Step_WithADebugger_ReadsTheAccountsAndStaysAwake()
    {
        FlowBench bench = FlowBench.Sleeping(FlowBench.ExampleSim());
        bench.Firmware.Step();
        bench.Sleep.Slept.Clear();
        bench.Sleep.IsAllowed = false;
        bench.Restart();

        bench.Firmware.Round();

        Assert.HasCount(2, bench.Handed);
        Assert.Contains("next look in 3600 s", bench.Log.Last);
        Assert.AreEqual(3600_000, bench.Wait());
        Assert.IsEmpty(bench.Sleep.Slept);
        Assert.AreEqual(1, bench.Store.Writes);
    }

    [TestMethod]
    public void Step_Errors_AreTriedAgainAwakeThenItSleeps()
    {
        FlowBench bench = FlowBench.Sleeping(FlowBench.ExampleSim());
        bench.Modem.Trouble = new IOException("broken");
        List<long> waits = [];
        while (bench.Sleep.Slept.Count == 0 && waits.Count < MostRounds)
        {
            bench.Firmware.Round();
            waits.Add(bench.Wait() / 1000);
        }

        Assert.AreEqual("10, 20, 40, 0", string.Join(", ", waits));
        Assert.AreEqual("port: broken; deep sleep for 3600 s", bench.Log.Last);
        CollectionAssert.AreEqual(new byte[] { 4, 4 }, bench.Store.Content, "four errors, and no state");
        Assert.AreEqual(1, bench.Store.Writes, "flash wears");
    }

    [TestMethod]
    public void Step_ErrorsOverSleeps_AreTriedOnceEachAndSleepLongerUpToADay()
    {
        FlowBench bench = FlowBench.Sleeping(FlowBench.ExampleSim());
        bench.Modem.Trouble = new IOException("broken");
        while (bench.Sleep.Slept.Count == 0)
            bench.Firmware.Step();
        for (int i = 0; i < 6; i++)
        {
            bench.Restart();
            bench.Firmware.Step();
        }

        Assert.AreEqual("3600, 7200, 14400, 28800, 57600, 86400, 86400", string.Join(", ", bench.Sleep.Slept));
        Assert.AreEqual("port: broken; deep sleep for 86400 s", bench.Log.Last);

        bench.Modem.Trouble = null;
        bench.Restart();
        bench.Firmware.Step();

        Assert.AreEqual(3600, bench.Sleep.Slept[^1], "and begins anew");
        CollectionAssert.AreEqual((byte[])[0, 0, .. bench.Firmware.Result.State], bench.Store.Content);
    }

    [TestMethod]
    public void Step_ErrorsOverSleepsThatAreLong_SleepNoLonger()
    {
        FlowBench bench = FlowBench.Sleeping(FlowBench.ExampleSim());
        bench.Store.Content = [255, 0];
        bench.Firmware.SleepSeconds = 200_000;
        bench.Modem.Trouble = new IOException("broken");

        bench.Firmware.Step();

        CollectionAssert.AreEqual(new[] { 200_000 }, bench.Sleep.Slept);
        CollectionAssert.AreEqual(new byte[] { 255, 1 }, bench.Store.Content, "a count has its end");
    }

    // Awake for as short as it can be: a modem that is broken must not empty the battery.
    [TestMethod]
    public void Step_BrokenModemOverSleeps_IsStartedAnewInEverySecondWake()
    {
        FlowBench bench = FlowBench.Sleeping(FlowBench.ExampleSim());
        bench.Modem.IsBroken = true;
        for (int i = 0; bench.Sleep.Slept.Count == 0 && i < MostRounds; i++)
            bench.Firmware.Step();
        List<int> pulses = [];
        long longest = 0;
        for (int i = 0; i < 4; i++)
        {
            bench.Restart();
            long begin = bench.Clock.Milliseconds;
            bench.Firmware.Step();
            longest = Math.Max(longest, bench.Clock.Milliseconds - begin);
            pulses.Add(bench.Pins.Calls.Split("4=High").Length - 1);
        }

        Assert.AreEqual("2, 1, 2, 1", string.Join(", ", pulses), "off and on; on");
        Assert.HasCount(5, bench.Sleep.Slept);
        Assert.IsLessThan(60_000, longest);
    }

    [TestMethod]
    public void Step_HungModemAfterSleeps_GivesItsAccountsInTheEnd()
    {
        FlowBench bench = FlowBench.Sleeping(FlowBench.ExampleSim());
        bench.Store.Content = [9, 3];
        bench.Modem.IsHung = true;

        bench.Firmware.Step();
        bench.Restart();
        bench.Firmware.Step();

        Assert.AreEqual(2, bench.Modem.Starts);
        Assert.HasCount(1, bench.Handed);
    }

    [TestMethod]
    public void Step_ApplicationThatLostItsAccounts_IsHandedThemAgain()
    {
        FlowBench bench = FlowBench.Sleeping(FlowBench.ExampleSim());
        bench.Firmware.Step();
        bench.KeepsAccounts = false;
        bench.Restart();

        bench.Firmware.Step();

        Assert.AreEqual(BootstrapOutcome.Provisioned, bench.Firmware.Result.Outcome);
        Assert.HasCount(2, bench.Handed);
        Assert.IsNotNull(bench.Handed[1]);
    }

    [TestMethod]
    public void Step_ApplicationThatGainsAHandler_IsHandedTheAccounts()
    {
        FlowBench bench = FlowBench.Sleeping(FlowBench.ExampleSim());
        bench.HasHandler = false;
        bench.Restart();
        bench.Firmware.HasAccounts = true;
        bench.Firmware.Step();
        Assert.IsNull(bench.Store.Content, "nobody has the accounts");
        bench.HasHandler = true;
        bench.Restart();

        bench.Firmware.Step();

        Assert.HasCount(1, bench.Handed);
        Assert.IsNotNull(bench.Store.Content);
    }

    [TestMethod]
    public void Step_ApplicationWithoutAHandlerAfterOneWith_LeavesNoState()
    {
        FlowBench bench = FlowBench.Sleeping(FlowBench.ExampleSim());
        bench.Firmware.Step();
        bench.HasHandler = false;
        bench.Restart();

        bench.Firmware.Step();

        Assert.AreEqual(BootstrapOutcome.Provisioned, bench.Firmware.Result.Outcome);
        Assert.IsNull(bench.Store.Content);
    }

    [TestMethod]
    public void Step_HandlerThatCouldNotKeepTheAccounts_IsHandedThemInTheNextRound()
    {
        FlowBench bench = FlowBench.Sleeping(FlowBench.ExampleSim());
        bench.Firmware.AccountsChanged += _ => bench.Firmware.HasAccounts = bench.Handed.Count > 1;

        bench.Firmware.Step();
        Assert.IsNull(bench.Store.Content);
        bench.Firmware.Step();

        Assert.HasCount(2, bench.Handed);
        Assert.IsNotNull(bench.Store.Content);
    }

    [TestMethod]
    public void Step_BeforeWait_IsTheApplicationsTurnBeforeTheSleep()
    {
        FlowBench bench = FlowBench.Sleeping(FlowBench.ExampleSim());
        List<string> turns = [];
        AtCommand command = new AtCommand(2).Append("AT");
        bench.Firmware.BeforeWait += firmware => turns.Add(
            $"{firmware.Change}, {bench.Handed.Count} handed, {bench.Sleep.Slept.Count} slept, "
            + $"{bench.Store.Writes} kept, {firmware.Card.Modem.Execute(command, null, null, 1000)}");

        bench.Firmware.Step();

        Assert.AreEqual("Changed, 1 handed, 0 slept, 1 kept, Ok", turns.Single());
        Assert.HasCount(1, bench.Sleep.Slept);
    }

    [TestMethod]
    public void Step_BeforeWaitWantsALook_LooksBeforeItSleeps()
    {
        FlowBench bench = FlowBench.Sleeping(FlowBench.ExampleSim());
        int turns = 0;
        bench.Firmware.BeforeWait += firmware =>
        {
            if (++turns == 1)
                firmware.LookNow();
        };

        bench.Firmware.Step();
        Assert.IsEmpty(bench.Sleep.Slept);
        bench.Firmware.Step();

        Assert.AreEqual(CardChange.Unchanged, bench.Firmware.Change);
        Assert.HasCount(1, bench.Sleep.Slept);
    }

    [TestMethod]
    public void Step_SilentModem_IsStartedAnewBeforeItSleeps()
    {
        FlowBench bench = FlowBench.Sleeping(FlowBench.ExampleSim());
        bench.Modem.IsHung = true;

        for (int i = 0; bench.Sleep.Slept.Count == 0 && i < MostRounds; i++)
            bench.Firmware.Step();

        Assert.AreEqual(2, bench.Modem.Starts);
        Assert.HasCount(1, bench.Handed);
    }

    [TestMethod]
    public void Step_ErrorAfterAState_KeepsIt()
    {
        FlowBench bench = FlowBench.Sleeping(FlowBench.ExampleSim());
        bench.Firmware.Step();
        byte[]? state = bench.Store.Content;
        bench.Restart();
        bench.Modem.Trouble = new IOException("broken");

        bench.Firmware.Step();

        Assert.IsNotNull(bench.Firmware.Trouble);
        Assert.AreSame(state, bench.Store.Content);
        Assert.HasCount(1, bench.Handed);
    }

    [TestMethod]
    public void Step_WithADebuggerAndAnError_LeavesWhatIsKept()
    {
        FlowBench bench = FlowBench.Sleeping(FlowBench.ExampleSim());
        bench.Firmware.Step();
        byte[]? state = bench.Store.Content;
        bench.Sleep.IsAllowed = false;
        bench.Restart();
        bench.Modem.Trouble = new IOException("broken");

        bench.Firmware.Round();

        Assert.AreSame(state, bench.Store.Content);
    }

    [TestMethod]
    public void Step_AnotherCardThatIsMalformed_AccountsAndStateGo()
    {
        FlowBench bench = FlowBench.Sleeping(FlowBench.ExampleSim());
        bench.Firmware.Step();
        bench.Insert(FlowBench.OtherSim(TestCards.Truncated()));
        bench.Restart();

        bench.Firmware.Round();

        Assert.IsInstanceOfType<ContentException>(bench.Firmware.Trouble);
        Assert.HasCount(2, bench.Handed);
        Assert.IsNull(bench.Handed[1]);
        Assert.IsNull(bench.Store.Content);
    }

    [TestMethod]
    public void Step_CardChangedInEachRound_IsLookedAtAgainFiveTimesThenItSleeps()
    {
        ModemBehavior behavior = new() { Unsolicited = [new("+QUSIM: 1", UnsolicitedPlace.Before, "AT+CSIM")] };
        FlowBench bench = FlowBench.Sleeping(FlowBench.ExampleSim(), behavior);
        List<long> waits = [];
        while (bench.Sleep.Slept.Count == 0 && waits.Count < MostRounds)
        {
            bench.Firmware.Round();
            waits.Add(bench.Wait());
        }

        Assert.AreEqual("0, 0, 0, 0, 0, 0", string.Join(", ", waits));
    }

    [TestMethod]
    public void Step_StaysAwake_KeepsTheStateForARestart()
    {
        FlowBench bench = new(card: FlowBench.ExampleSim());
        bench.Firmware.Step();
        bench.Restart();

        bench.Firmware.Step();

        Assert.IsEmpty(bench.Sleep.Slept);
        Assert.AreEqual(1, bench.Store.Writes);
        Assert.AreEqual(CardChange.Unchanged, bench.Firmware.Change);
    }

    [TestMethod]
    public void Step_AfterTheSleepCardWithoutLogicalChannels_HandsItsAccounts()
    {
        FlowBench bench = FlowBench.Sleeping(FlowBench.ExampleSim());
        bench.Firmware.Step();
        bench.Insert(FlowBench.OtherSim(new() { LogicalChannels = 0 }));
        bench.Restart();

        bench.Firmware.Step();

        Assert.IsNull(bench.Firmware.Trouble);
        Assert.HasCount(2, bench.Handed);
        Assert.IsNotNull(bench.Handed[1]);
    }

    [TestMethod]
    public void Step_AfterTheSleepTheWayIsGone_AnotherIsFound()
    {
        FlowBench bench = FlowBench.Sleeping(FlowBench.ExampleSim());
        bench.Firmware.Step();
        bench.Restart();
        bench.Modem.Modem.Faults =
            new FaultScript(Enumerable.Repeat(new ScriptedFault("AT+CSIM=", new ErrorFault()), 200)).Start();

        bench.Firmware.Step();

        Assert.IsNull(bench.Firmware.Trouble);
        Assert.AreEqual(BootstrapOutcome.Provisioned, bench.Firmware.Result.Outcome);
    }

    // Such as AT+CFUN=1, which many modems follow by the SIM's becoming ready.
    [TestMethod]
    [DataRow(false, DisplayName = "read after the turn")]
    [DataRow(true, DisplayName = "read within the turn")]
    public void Step_NewsOfTheApplicationsOwnDoing_GiveItNoSecondTurn(bool isReadByApplication)
    {
        FlowBench bench = FlowBench.Sleeping(FlowBench.ExampleSim());
        int turns = 0;
        bench.Firmware.BeforeWait += firmware =>
        {
            turns++;
            bench.Modem.Modem.Emit("+CPIN: READY");
            if (isReadByApplication)
                firmware.Card.Poll();
        };

        for (int i = 0; bench.Sleep.Slept.Count == 0 && i < MostRounds; i++)
            bench.Firmware.Step();

        Assert.AreEqual(1, turns);
        Assert.HasCount(1, bench.Sleep.Slept);
    }

    private static byte[] Damage(byte[] state, string what)
    {
        switch (what)
        {
            case "torn":
                return state[..^4];
            case "flipped":
                byte[] flipped = [.. state];
                flipped[9] ^= 0x10;
                return flipped;
            case "long":
                return [.. state, .. state];
            default:
                return Convert.FromHexString(what);
        }
    }
}
