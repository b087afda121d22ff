using Bootstrapper.Boards;
using Bootstrapper.Host.Tests.EndToEnd;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Boards;

/// <summary>What a device does about errors, and about a modem that stopped working.</summary>
[TestClass]
public sealed class FirmwareTroubleTests
{
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
}
