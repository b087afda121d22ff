using System.Device.Gpio;
using Bootstrapper.Boards;

namespace Bootstrapper.Host.Tests.Boards;

public sealed partial class ModemPowerTests
{
    [TestMethod]
    public void PowerCycle_Reset_IsUsedBeforeTheKey()
    {
        ModemPower power = WithHungModem(TestBoards.WithEverything(), out PoweredModem modem);

        power.PowerCycle();

        Assert.AreEqual("0 5=High, 2600 5=Low", _pins.Calls);
        Assert.AreEqual(2600 + 4500, _clock.Milliseconds);
        Assert.AreEqual(2, modem.Starts);
    }

    [TestMethod]
    public void PowerCycle_KeyWithoutStatus_OffPauseOn()
    {
        ModemPower power = WithHungModem(TestBoards.WithKey(), out PoweredModem modem);

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
        ModemPower power = WithModemOff(TestBoards.WithKey(), out PoweredModem modem);

        power.PowerCycle();

        Assert.AreEqual("100 4=High, 1400 4=Low", _pins.Calls, "the pulse that switches one off has switched this one on");
        Assert.IsTrue(modem.IsOn);
        Assert.AreEqual(1, modem.Starts);
    }

    [TestMethod]
    public void PowerCycle_KeyWithStatus_PauseEndsWithTheStatus()
    {
        ModemPower power = WithHungModem(TestBoards.WithStatus(), out PoweredModem modem);

        power.PowerCycle();

        Assert.AreEqual("100 4=High, 1400 4=Low, 3500 4=High, 4500 4=Low", _pins.Calls);
        Assert.AreEqual(4500 + 4500, _clock.Milliseconds);
        Assert.AreEqual(2, modem.Starts);
    }

    [TestMethod]
    public void PowerCycle_StatusLow_IsOnlySwitchedOn()
    {
        ModemPower power = WithModemOff(TestBoards.WithStatus(), out PoweredModem modem);

        power.PowerCycle();

        Assert.AreEqual("100 4=High, 1100 4=Low", _pins.Calls);
        Assert.IsTrue(modem.IsOn);
    }

    [TestMethod]
    public void PowerCycle_StatusNeverHigh_HungModemIsSwitchedOffAndOnAllTheSame()
    {
        ModemPower power = WithHungModem(TestBoards.WithStatus(), out PoweredModem modem);
        _pins.Level = _ => PinValue.Low;

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
        ModemPower power = WithModemOff(TestBoards.WithStatus(), out _);
        _pins.Level = _ => PinValue.High;

        power.PowerCycle();

        Assert.AreEqual("100 4=High, 1400 4=Low, 31500 4=High, 32500 4=Low", _pins.Calls);
    }

    [TestMethod]
    public void PowerCycle_SupplyAndKeyThatDoesNotSwitchOff_SupplyOffOnKey()
    {
        BoardDefinition board = TestBoards.WithKey();
        board.PowerOffPulse = 0;
        board.EnablePin = TestBoards.Enable;
        ModemPower power = WithHungModem(board, out PoweredModem modem);

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
}
