using System.Device.Gpio;
using System.Text;
using Bootstrapper.Boards;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Boards;

/// <summary>Which pins are driven to switch the modem, in which order and for how long.</summary>
[TestClass]
public sealed class ModemPowerTests
{
    private readonly ManualClock _clock = new();
    private readonly LineLog _log = new();
    private readonly RecordingPins _pins;

    public ModemPowerTests()
    {
        _pins = new(_clock);
    }

    [TestMethod]
    public void Open_Everything_SupplyFirstThenHeldLevelsThenReleased()
    {
        BoardDefinition board = TestBoards.WithEverything();
        board.LowPins = [25, 14];
        board.HighPins = [26];
        board.StatusPin = TestBoards.Status;

        Create(board, out _);

        Assert.AreEqual(
            "0 12:Output, 0 12=High, 0 25:Output, 0 25=Low, 0 14:Output, 0 14=Low, 0 26:Output, 0 26=High, "
            + "0 4:Output, 0 4=Low, 0 5:Output, 0 5=Low, 0 34:Input",
            _pins.Calls);
    }

    [TestMethod]
    public void Open_DirectKeyAndReset_AreNotDriven()
    {
        BoardDefinition board = TestBoards.WithDirectKey();
        board.ResetPin = TestBoards.Reset;

        Create(board, out _);

        Assert.AreEqual("0 4:Input, 0 5:Input", _pins.Calls);
    }

    [TestMethod]
    public void BoardWithoutPins_NothingIsOpenedAskedOrWaitedFor()
    {
        ModemPower power = Create(new BoardDefinition { BootTime = 5000 }, out PoweredModem modem);

        power.SwitchOn();
        power.PowerCycle();

        Assert.IsEmpty(_pins.Opened);
        Assert.AreEqual(0, _clock.Milliseconds);
        Assert.IsFalse(modem.IsOn);
        Assert.AreEqual("", _log.Text);
    }

    [TestMethod]
    public void SwitchOn_ModemOff_IsAskedThenIdlePressedIdle()
    {
        ModemPower power = Create(TestBoards.WithKey(), out PoweredModem modem);
        _pins.Forget();

        power.SwitchOn();

        (long pressed, long released) = Pulse("4=High", "4=Low");
        Assert.AreEqual(1000, released - pressed);
        Assert.IsGreaterThanOrEqualTo(2500 + ModemPower.KeyRest, pressed, "five commands and the rest of the key");
        Assert.AreEqual(released + 4500, _clock.Milliseconds, "until it has started");
        Assert.IsTrue(modem.IsOn);
    }

    [TestMethod]
    public void SwitchOn_DirectKey_IsPressedAsAnOutputAndReleasedAsAnInput()
    {
        ModemPower power = Create(TestBoards.WithDirectKey(), out PoweredModem modem);
        _pins.Forget();

        power.SwitchOn();

        (long pressed, long released) = Pulse("4:Output", "4:Input");
        Assert.AreEqual($"{pressed} 4:Output, {pressed} 4=Low, {released} 4:Input", _pins.Calls);
        Assert.AreEqual(1000, released - pressed);
        Assert.IsTrue(modem.IsOn);
    }

    [TestMethod]
    public void SwitchOn_ModemThatAnswers_IsLeftAlone()
    {
        ModemPower power = Create(TestBoards.WithKey(), out PoweredModem modem);
        modem.Start();
        _pins.Forget();

        power.SwitchOn();

        Assert.AreEqual("", _pins.Calls);
        Assert.IsLessThan(500, _clock.Milliseconds);
    }

    [TestMethod]
    [DataRow("ATE1V0", DisplayName = "digits")]
    [DataRow("ATE0V0", DisplayName = "digits without echo")]
    [DataRow("ATE1Q1", DisplayName = "echo alone")]
    [DataRow("ATE0Q1", DisplayName = "nothing")]
    public void SwitchOn_ModemWithOddSettings_IsLeftAlone(string settings)
    {
        ModemPower power = Create(TestBoards.WithKey(), out PoweredModem modem);
        modem.Start();
        modem.Modem.Write(Encoding.ASCII.GetBytes(settings + "\r"));
        _clock.Wait(100);
        byte[] said = new byte[100];
        while (modem.Read(said, 0, said.Length) > 0)
        {
        }

        _pins.Forget();

        power.SwitchOn();

        Assert.AreEqual("", _pins.Calls);
        Assert.AreEqual(1, modem.Starts);
    }

    [TestMethod]
    public void SwitchOn_ModemThatMissesTheFirstCommands_IsLeftAlone()
    {
        ModemPower power = Create(TestBoards.WithKey(), out PoweredModem modem, new() { LostCommands = 3 });
        modem.Start();
        _pins.Forget();

        power.SwitchOn();

        Assert.AreEqual("", _pins.Calls);
    }

    [TestMethod]
    public void SwitchOn_StatusHigh_IsNeitherAskedNorPressed()
    {
        ModemPower power = Create(TestBoards.WithStatus(), out PoweredModem modem);
        modem.Start();
        _pins.Forget();

        power.SwitchOn();

        Assert.AreEqual("", _pins.Calls);
        Assert.AreEqual(0, _clock.Milliseconds);
        Assert.AreEqual(0, modem.Modem.CommandCount);
    }

    [TestMethod]
    public void SwitchOn_StatusLow_IsPressedWithoutAsking()
    {
        ModemPower power = Create(TestBoards.WithStatus(), out PoweredModem modem);
        _pins.Forget();

        power.SwitchOn();

        Assert.AreEqual("100 4=High, 1100 4=Low", _pins.Calls);
        Assert.AreEqual(1100 + 4500, _clock.Milliseconds);
        Assert.IsTrue(modem.IsOn);
    }

    [TestMethod]
    public void SwitchOn_ResetAlone_SilentModemIsReset()
    {
        ModemPower power = Create(TestBoards.WithReset(), out PoweredModem modem);
        modem.Start();
        modem.IsHung = true;
        _pins.Forget();

        power.SwitchOn();

        (long held, long released) = Pulse("5:Output", "5:Input");
        Assert.AreEqual($"{held} 5:Output, {held} 5=Low, {released} 5:Input", _pins.Calls);
        Assert.AreEqual(10, released - held);
        Assert.AreEqual(released + 4000, _clock.Milliseconds);
        Assert.AreEqual(2, modem.Starts);
    }

    [TestMethod]
    public void SwitchOn_SupplyAlone_ItsStartIsAwaited()
    {
        ModemPower power = Create(TestBoards.WithSupply(), out PoweredModem modem);
        long opened = _clock.Milliseconds;

        power.SwitchOn();

        Assert.AreEqual("0 12:Output, 0 12=High", _pins.Calls);
        Assert.IsTrue(modem.IsOn);
        Assert.IsGreaterThanOrEqualTo(opened + PoweredModem.StartTime, _clock.Milliseconds);
    }

    [TestMethod]
    public void SwitchOn_FlowControlLetsNothingBeSent_IsSilence()
    {
        ModemPower power = Create(TestBoards.WithKey(), out PoweredModem modem);
        modem.Trouble = new TimeoutException();
        _pins.Forget();

        power.SwitchOn();

        Assert.IsTrue(modem.IsOn);
    }

    [TestMethod]
    public void PowerCycle_Reset_IsUsedBeforeTheKey()
    {
        ModemPower power = Create(TestBoards.WithEverything(), out PoweredModem modem);
        modem.Start();
        modem.IsHung = true;
        _pins.Forget();

        power.PowerCycle();

        Assert.AreEqual("0 5=High, 2600 5=Low", _pins.Calls);
        Assert.AreEqual(2600 + 4500, _clock.Milliseconds);
        Assert.AreEqual(2, modem.Starts);
    }

    [TestMethod]
    public void PowerCycle_KeyWithoutStatus_OffPauseOn()
    {
        ModemPower power = Create(TestBoards.WithKey(), out PoweredModem modem);
        modem.Start();
        modem.IsHung = true;
        _pins.Forget();

        power.PowerCycle();

        Assert.StartsWith("100 4=High, 1400 4=Low, ", _pins.Calls);
        Assert.HasCount(4, _pins.Calls.Split(", "));
        (long pressed, long released) = Pulse("4=High", "4=Low", skip: 2);
        Assert.IsGreaterThanOrEqualTo(1400 + ModemPower.LongestShutdown + ModemPower.KeyRest, pressed);
        Assert.AreEqual(1000, released - pressed);
        Assert.AreEqual(released + 4500, _clock.Milliseconds);
        Assert.IsTrue(modem.IsOn);
        Assert.AreEqual(2, modem.Starts);
    }

    [TestMethod]
    public void PowerCycle_KeyOfModemThatWasOff_LeavesItOn()
    {
        ModemPower power = Create(TestBoards.WithKey(), out PoweredModem modem);
        _pins.Forget();

        power.PowerCycle();

        Assert.AreEqual("100 4=High, 1400 4=Low", _pins.Calls, "the pulse that switches one off has switched this one on");
        Assert.IsTrue(modem.IsOn);
        Assert.AreEqual(1, modem.Starts);
    }

    [TestMethod]
    public void PowerCycle_KeyWithStatus_PauseEndsWithTheStatus()
    {
        ModemPower power = Create(TestBoards.WithStatus(), out PoweredModem modem);
        modem.Start();
        modem.IsHung = true;
        _pins.Forget();

        power.PowerCycle();

        Assert.AreEqual("100 4=High, 1400 4=Low, 3500 4=High, 4500 4=Low", _pins.Calls);
        Assert.AreEqual(4500 + 4500, _clock.Milliseconds);
        Assert.AreEqual(2, modem.Starts);
    }

    [TestMethod]
    public void PowerCycle_StatusLow_IsOnlySwitchedOn()
    {
        ModemPower power = Create(TestBoards.WithStatus(), out PoweredModem modem);
        _pins.Forget();

        power.PowerCycle();

        Assert.AreEqual("100 4=High, 1100 4=Low", _pins.Calls);
        Assert.IsTrue(modem.IsOn);
    }

    [TestMethod]
    public void PowerCycle_StatusNeverHigh_HungModemIsSwitchedOffAndOnAllTheSame()
    {
        ModemPower power = Create(TestBoards.WithStatus(), out PoweredModem modem);
        modem.Start();
        modem.IsHung = true;
        _pins.Level = _ => PinValue.Low;
        _pins.Forget();

        power.PowerCycle();

        Assert.AreEqual(2, modem.Starts);
        Assert.IsTrue(modem.IsOn);
        Assert.HasCount(6, _pins.Calls.Split(", "), "on, off, on");
        (long pressed, long released) = Pulse("4=High", "4=Low", skip: 2);
        Assert.AreEqual(1300, released - pressed);
        Assert.IsGreaterThanOrEqualTo(released + ModemPower.LongestShutdown, Pulse("4=High", "4=Low", skip: 4).Begin);
    }

    [TestMethod]
    public void PowerCycle_StatusNeverLow_EndsAllTheSame()
    {
        ModemPower power = Create(TestBoards.WithStatus(), out _);
        _pins.Level = _ => PinValue.High;
        _pins.Forget();

        power.PowerCycle();

        Assert.AreEqual("100 4=High, 1400 4=Low, 31500 4=High, 32500 4=Low", _pins.Calls);
    }

    [TestMethod]
    public void PowerCycle_SupplyAndKeyThatDoesNotSwitchOff_SupplyOffOnKey()
    {
        BoardDefinition board = TestBoards.WithKey();
        board.PowerOffPulse = 0;
        board.EnablePin = TestBoards.Enable;
        ModemPower power = Create(board, out PoweredModem modem);
        modem.Start();
        modem.IsHung = true;
        _pins.Forget();

        power.PowerCycle();

        Assert.AreEqual("0 12=Low, 2000 12=High, 2100 4=High, 3100 4=Low", _pins.Calls);
        Assert.AreEqual(3100 + 4500, _clock.Milliseconds);
        Assert.IsTrue(modem.IsOn);
    }

    [TestMethod]
    public void PowerCycle_SupplyAlone_OffAndOn()
    {
        ModemPower power = Create(TestBoards.WithSupply(), out PoweredModem modem);
        _pins.Forget();

        power.PowerCycle();

        Assert.AreEqual("0 12=Low, 2000 12=High", _pins.Calls);
        Assert.AreEqual(2000 + 4000, _clock.Milliseconds);
        Assert.AreEqual(2, modem.Starts);
    }

    [TestMethod]
    public void CanCycle_IsSoWithAReset_ASupplyOrAKeyThatSwitchesOff()
    {
        BoardDefinition onAlone = TestBoards.WithKey();
        onAlone.PowerOffPulse = 0;

        Assert.IsTrue(CanCycle(TestBoards.WithReset()));
        Assert.IsTrue(CanCycle(TestBoards.WithSupply()));
        Assert.IsTrue(CanCycle(TestBoards.WithKey()));
        Assert.IsFalse(CanCycle(onAlone));
        Assert.IsFalse(CanCycle(new BoardDefinition { PowerOffPulse = 800 }));

        bool CanCycle(BoardDefinition board) => Create(board, out _).CanCycle;
    }

    [TestMethod]
    public void Pins_WhateverIsDone_AreOpenedOnce()
    {
        ModemPower power = Create(TestBoards.WithEverything(), out _);

        power.SwitchOn();
        power.PowerCycle();
        power.SwitchOn();

        CollectionAssert.AllItemsAreUnique(_pins.Opened);
        CollectionAssert.AreEquivalent(new[] { 4, 5, 12, 25 }, _pins.Opened);
    }

    private ModemPower Create(BoardDefinition board, out PoweredModem modem, ModemBehavior? behavior = null)
    {
        modem = new(board, TestBoards.Pulses, _pins, _clock, () => new(new(ExampleCard.Create()), behavior, _clock));
        return new ModemPower(board, new GpioController(_pins), new AtChannel(modem, _clock), _log);
    }

    // When the first of each was, after some calls.
    private (long Begin, long End) Pulse(string begin, string end, int skip = 0)
    {
        string[] calls = [.. _pins.Calls.Split(", ").Skip(skip)];
        return (TimeOf(begin), TimeOf(end));

        long TimeOf(string what) => long.Parse(
            calls.First(call => call.EndsWith(" " + what, StringComparison.Ordinal)).Split(' ')[0],
            System.Globalization.CultureInfo.InvariantCulture);
    }
}
