using Bootstrapper.Modem;

namespace Bootstrapper.Host.Tests.Boards;

public sealed partial class FirmwareSleepTests
{
    [TestMethod]
    public void Step_HandlerThrows_StateIsNotKept()
    {
        FlowBench bench = NewDevice();
        bench.Firmware.AccountsChanged += _ => throw new FormatException();

        Assert.ThrowsExactly<FormatException>(bench.Firmware.Step);

        Assert.IsNull(bench.Store.Content, "so that the accounts are handed again");
    }

    [TestMethod]
    public void Step_ApplicationThatLostItsAccounts_IsHandedThemAgain()
    {
        FlowBench bench = AfterTheFirstStep();
        bench.KeepsAccounts = false;

        WakeAndStep(bench);

        Assert.AreEqual(BootstrapOutcome.Provisioned, bench.Firmware.Result.Outcome);
        Assert.HasCount(2, bench.Handed);
        Assert.IsNotNull(bench.Handed[1]);
    }

    [TestMethod]
    public void Step_ApplicationThatGainsAHandler_IsHandedTheAccounts()
    {
        FlowBench bench = NewDevice();
        bench.HasHandler = false;
        bench.Restart();
        bench.Firmware.HasAccounts = true;
        bench.Firmware.Step();
        Assert.IsNull(bench.Store.Content, "nobody has the accounts");
        bench.HasHandler = true;

        WakeAndStep(bench);

        Assert.HasCount(1, bench.Handed);
        Assert.IsNotNull(bench.Store.Content);
    }

    [TestMethod]
    public void Step_ApplicationWithoutAHandlerAfterOneWith_LeavesNoState()
    {
        FlowBench bench = AfterTheFirstStep();
        bench.HasHandler = false;

        WakeAndStep(bench);

        Assert.AreEqual(BootstrapOutcome.Provisioned, bench.Firmware.Result.Outcome);
        Assert.IsNull(bench.Store.Content);
    }

    [TestMethod]
    public void Step_HandlerThatCouldNotKeepTheAccounts_IsHandedThemInTheNextRound()
    {
        FlowBench bench = NewDevice();
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
        FlowBench bench = NewDevice();
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
        FlowBench bench = NewDevice();
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

    // Such as AT+CFUN=1, which many modems follow by the SIM's becoming ready.
    [TestMethod]
    [DataRow(false, DisplayName = "read after the turn")]
    [DataRow(true, DisplayName = "read within the turn")]
    public void Step_NewsOfTheApplicationsOwnDoing_GiveItNoSecondTurn(bool isReadByApplication)
    {
        FlowBench bench = NewDevice();
        int turns = 0;
        bench.Firmware.BeforeWait += firmware =>
        {
            turns++;
            bench.Modem.Modem.Emit("+CPIN: READY");
            if (isReadByApplication)
                firmware.Card.Poll();
        };

        StepUntilItSleeps(bench);

        Assert.AreEqual(1, turns);
        Assert.HasCount(1, bench.Sleep.Slept);
    }
}
