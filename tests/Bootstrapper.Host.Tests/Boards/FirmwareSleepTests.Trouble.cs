using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Boards;

public sealed partial class FirmwareSleepTests
{
    // A device that never sleeps is to fail a test, not to keep it running.
    private const int MostRounds = 20;

    [TestMethod]
    public void Step_Errors_AreTriedAgainAwakeThenItSleeps()
    {
        FlowBench bench = NewDevice();
        bench.Modem.Trouble = new IOException("broken");

        List<long> waits = WaitsUntilItSleeps(bench);

        Assert.AreEqual("10, 20, 40, 0", string.Join(", ", waits.Select(wait => wait / 1000)));
        Assert.AreEqual("port: broken; deep sleep for 3600 s", bench.Log.Last);
        CollectionAssert.AreEqual(new byte[] { 4, 4 }, bench.Store.Content, "four errors, and no state");
        Assert.AreEqual(1, bench.Store.Writes, "flash wears");
    }

    [TestMethod]
    public void Step_ErrorsOverSleeps_AreTriedOnceEachAndSleepLongerUpToADay()
    {
        FlowBench bench = NewDevice();
        bench.Modem.Trouble = new IOException("broken");
        StepUntilItSleeps(bench);
        for (int i = 0; i < 6; i++)
            WakeAndStep(bench);

        Assert.AreEqual("3600, 7200, 14400, 28800, 57600, 86400, 86400", string.Join(", ", bench.Sleep.Slept));
        Assert.AreEqual("port: broken; deep sleep for 86400 s", bench.Log.Last);

        bench.Modem.Trouble = null;
        WakeAndStep(bench);

        Assert.AreEqual(3600, bench.Sleep.Slept[^1], "and begins anew");
        CollectionAssert.AreEqual((byte[])[0, 0, .. bench.Firmware.Result.State], bench.Store.Content);
    }

    [TestMethod]
    public void Step_ErrorsOverSleepsThatAreLong_SleepNoLonger()
    {
        FlowBench bench = NewDevice();
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
        FlowBench bench = NewDevice();
        bench.Modem.IsBroken = true;
        StepUntilItSleeps(bench);
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
        FlowBench bench = NewDevice();
        bench.Store.Content = [9, 3];
        bench.Modem.IsHung = true;

        bench.Firmware.Step();
        WakeAndStep(bench);

        Assert.AreEqual(2, bench.Modem.Starts);
        Assert.HasCount(1, bench.Handed);
    }

    [TestMethod]
    public void Step_SilentModem_IsStartedAnewBeforeItSleeps()
    {
        FlowBench bench = NewDevice();
        bench.Modem.IsHung = true;

        StepUntilItSleeps(bench);

        Assert.AreEqual(2, bench.Modem.Starts);
        Assert.HasCount(1, bench.Handed);
    }

    [TestMethod]
    public void Step_ErrorAfterAState_KeepsIt()
    {
        FlowBench bench = AfterTheFirstStep();
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
        FlowBench bench = AfterTheFirstStep();
        byte[]? state = bench.Store.Content;
        bench.Sleep.IsAllowed = false;
        bench.Restart();
        bench.Modem.Trouble = new IOException("broken");

        bench.Firmware.Round();

        Assert.AreSame(state, bench.Store.Content);
    }

    [TestMethod]
    public void Step_CardChangedInEachRound_IsLookedAtAgainFiveTimesThenItSleeps()
    {
        ModemBehavior behavior = new() { Unsolicited = [new("+QUSIM: 1", UnsolicitedPlace.Before, "AT+CSIM")] };
        FlowBench bench = FlowBench.Sleeping(FlowBench.ExampleSim(), behavior);

        Assert.AreEqual("0, 0, 0, 0, 0, 0", string.Join(", ", WaitsUntilItSleeps(bench)));
    }

    [TestMethod]
    public void Step_AfterTheSleepTheWayIsGone_AnotherIsFound()
    {
        FlowBench bench = AfterTheFirstStep();
        bench.Restart();
        bench.Modem.Modem.Faults =
            new FaultScript(Enumerable.Repeat(new ScriptedFault("AT+CSIM=", new ErrorFault()), 200)).Start();

        bench.Firmware.Step();

        Assert.IsNull(bench.Firmware.Trouble);
        Assert.AreEqual(BootstrapOutcome.Provisioned, bench.Firmware.Result.Outcome);
    }

    private static void StepUntilItSleeps(FlowBench bench)
    {
        for (int i = 0; bench.Sleep.Slept.Count == 0 && i < MostRounds; i++)
            bench.Firmware.Step();
    }

    private static List<long> WaitsUntilItSleeps(FlowBench bench)
    {
        List<long> waits = [];
        while (bench.Sleep.Slept.Count == 0 && waits.Count < MostRounds)
        {
            bench.Firmware.Round();
            waits.Add(bench.Wait());
        }

        return waits;
    }
}
