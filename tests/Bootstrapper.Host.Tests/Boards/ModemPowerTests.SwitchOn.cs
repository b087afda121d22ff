using System.Text;
using Bootstrapper.Boards;

namespace Bootstrapper.Host.Tests.Boards;

public sealed partial class ModemPowerTests
{
    [TestMethod]
    public void SwitchOn_ModemOff_IsAskedThenIdlePressedIdle()
    {
        ModemPower power = WithModemOff(TestBoards.WithKey(), out PoweredModem modem);

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
        ModemPower power = WithModemOff(TestBoards.WithDirectKey(), out PoweredModem modem);

        power.SwitchOn();

        (long pressed, long released) = Pulse("4:Output", "4:Input");
        Assert.AreEqual($"{pressed} 4:Output, {pressed} 4=Low, {released} 4:Input", _pins.Calls);
        Assert.AreEqual(1000, released - pressed);
        Assert.IsTrue(modem.IsOn);
    }

    [TestMethod]
    public void SwitchOn_ModemThatAnswers_IsLeftAlone()
    {
        ModemPower power = WithModemOn(TestBoards.WithKey(), out _);

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
        ModemPower power = WithModemOn(TestBoards.WithKey(), out PoweredModem modem);
        modem.Modem.Write(Encoding.ASCII.GetBytes(settings + "\r"));
        _clock.Wait(100);
        byte[] said = new byte[100];
        while (modem.Read(said, 0, said.Length) > 0)
        {
        }

        power.SwitchOn();

        Assert.AreEqual("", _pins.Calls);
        Assert.AreEqual(1, modem.Starts);
    }

    [TestMethod]
    public void SwitchOn_ModemThatMissesTheFirstCommands_IsLeftAlone()
    {
        ModemPower power = WithModemOn(TestBoards.WithKey(), out _, new() { LostCommands = 3 });

        power.SwitchOn();

        Assert.AreEqual("", _pins.Calls);
    }

    [TestMethod]
    public void SwitchOn_StatusHigh_IsNeitherAskedNorPressed()
    {
        ModemPower power = WithModemOn(TestBoards.WithStatus(), out PoweredModem modem);

        power.SwitchOn();

        Assert.AreEqual("", _pins.Calls);
        Assert.AreEqual(0, _clock.Milliseconds);
        Assert.AreEqual(0, modem.Modem.CommandCount);
    }

    [TestMethod]
    public void SwitchOn_StatusLow_IsPressedWithoutAsking()
    {
        ModemPower power = WithModemOff(TestBoards.WithStatus(), out PoweredModem modem);

        power.SwitchOn();

        Assert.AreEqual("100 4=High, 1100 4=Low", _pins.Calls);
        Assert.AreEqual(1100 + 4500, _clock.Milliseconds);
        Assert.IsTrue(modem.IsOn);
    }

    [TestMethod]
    public void SwitchOn_ResetAlone_SilentModemIsReset()
    {
        ModemPower power = WithHungModem(TestBoards.WithReset(), out PoweredModem modem);

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
        ModemPower power = WithModemOff(TestBoards.WithKey(), out PoweredModem modem);
        modem.Trouble = new TimeoutException();

        power.SwitchOn();

        Assert.IsTrue(modem.IsOn);
    }
}
