using Bootstrapper.Host.Tests.EndToEnd;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Boards;

/// <summary>The rounds of a device that sleeps deeply, and what it keeps over that.</summary>
[TestClass]
public sealed partial class FirmwareSleepTests
{
    [TestMethod]
    public void Step_Accounts_AreHandedThenTheStateIsKeptThenItSleeps()
    {
        FlowBench bench = NewDevice();
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
        FlowBench bench = AfterTheFirstStep();

        WakeAndStep(bench);

        Assert.AreEqual(CardChange.Unchanged, bench.Firmware.Change);
        Assert.HasCount(1, bench.Handed, "those that the application kept hold");
        Assert.AreEqual(1, bench.Store.Writes, "flash wears");
        Assert.AreEqual("", bench.Pins.Calls, "the modem has stayed on");
        Assert.HasCount(2, bench.Sleep.Slept);
    }

    [TestMethod]
    public void Step_AfterTheSleepAnotherCard_HandsAndKeepsItsAccounts()
    {
        FlowBench bench = AfterTheFirstStep();
        byte[]? before = bench.Store.Content;
        bench.Insert(FlowBench.OtherSim());

        WakeAndStep(bench);

        Assert.HasCount(2, bench.Handed);
        Assert.IsNotNull(bench.Handed[1]);
        CollectionAssert.AreNotEqual(before, bench.Store.Content);
        Assert.AreEqual(2, bench.Store.Writes);
    }

    [TestMethod]
    public void Step_AfterTheSleepNoCard_AccountsAndStateGo()
    {
        FlowBench bench = AfterTheFirstStep();
        bench.Insert(null);

        WakeAndStep(bench);

        Assert.AreEqual(CardChange.Removed, bench.Firmware.Change);
        AccountsAndStateAreGone(bench);
    }

    [TestMethod]
    public void Step_AfterTheSleepModemOff_IsSwitchedOnFirst()
    {
        FlowBench bench = AfterTheFirstStep();
        bench.Modem.PowerOff();

        WakeAndStep(bench);

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
        FlowBench bench = AfterTheFirstStep();
        byte[] state = bench.Store.Content!;
        bench.Store.Content = Damage(state, what);

        WakeAndStep(bench);

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
        FlowBench bench = NewDevice();
        bench.Store.Trouble = new IOException("worn out");

        bench.Firmware.Step();
        WakeAndStep(bench);

        Assert.HasCount(2, bench.Handed);
        Assert.HasCount(2, bench.Sleep.Slept);
        Assert.Contains("what was kept over the sleep can't be read: worn out", bench.Log.Text);
        Assert.Contains("nothing can be kept over the sleep: worn out", bench.Log.Text);
    }

    [TestMethod]
    public void Step_WithADebugger_ReadsTheAccountsAndStaysAwake()
    {
        FlowBench bench = AfterTheFirstStep();
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
    public void Step_AnotherCardThatIsMalformed_AccountsAndStateGo()
    {
        FlowBench bench = AfterTheFirstStep();
        bench.Insert(FlowBench.OtherSim(TestCards.Truncated()));
        bench.Restart();

        bench.Firmware.Round();

        Assert.IsInstanceOfType<ContentException>(bench.Firmware.Trouble);
        AccountsAndStateAreGone(bench);
    }

    [TestMethod]
    public void Step_StaysAwake_KeepsTheStateForARestart()
    {
        FlowBench bench = new(card: FlowBench.ExampleSim());
        bench.Firmware.Step();
        WakeAndStep(bench);

        Assert.IsEmpty(bench.Sleep.Slept);
        Assert.AreEqual(1, bench.Store.Writes);
        Assert.AreEqual(CardChange.Unchanged, bench.Firmware.Change);
    }

    [TestMethod]
    public void Step_AfterTheSleepCardWithoutLogicalChannels_HandsItsAccounts()
    {
        FlowBench bench = AfterTheFirstStep();
        bench.Insert(FlowBench.OtherSim(new() { LogicalChannels = 0 }));

        WakeAndStep(bench);

        Assert.IsNull(bench.Firmware.Trouble);
        Assert.HasCount(2, bench.Handed);
        Assert.IsNotNull(bench.Handed[1]);
    }

    private static FlowBench NewDevice() => FlowBench.Sleeping(FlowBench.ExampleSim());

    // It has handed its accounts and kept its state, and sleeps.
    private static FlowBench AfterTheFirstStep()
    {
        FlowBench bench = NewDevice();
        bench.Firmware.Step();
        return bench;
    }

    private static void WakeAndStep(FlowBench bench)
    {
        bench.Restart();
        bench.Firmware.Step();
    }

    private static void AccountsAndStateAreGone(FlowBench bench)
    {
        Assert.HasCount(2, bench.Handed);
        Assert.IsNull(bench.Handed[1]);
        Assert.IsNull(bench.Store.Content);
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
