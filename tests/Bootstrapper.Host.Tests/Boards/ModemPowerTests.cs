using System.Device.Gpio;
using Bootstrapper.Boards;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Boards;

/// <summary>Which pins are driven to switch the modem, in which order and for how long.</summary>
[TestClass]
public sealed partial class ModemPowerTests
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

    // What was done to the pins until then is forgotten.
    private ModemPower WithModemOff(BoardDefinition board, out PoweredModem modem)
    {
        ModemPower power = Create(board, out modem);
        _pins.Forget();
        return power;
    }

    private ModemPower WithModemOn(BoardDefinition board, out PoweredModem modem, ModemBehavior? behavior = null)
    {
        ModemPower power = Create(board, out modem, behavior);
        modem.Start();
        _pins.Forget();
        return power;
    }

    private ModemPower WithHungModem(BoardDefinition board, out PoweredModem modem)
    {
        ModemPower power = WithModemOn(board, out modem);
        modem.IsHung = true;
        return power;
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
