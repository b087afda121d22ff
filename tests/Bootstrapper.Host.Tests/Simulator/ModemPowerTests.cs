using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Simulator;

/// <summary>How the modem starts, what its power does to the card, and how the card gets ready.</summary>
[TestClass]
public sealed class ModemPowerTests
{
    private const string Ok = "\r\nOK\r\n";

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(4)]
    public void Cfun_Set_IsAnsweredWhenAsked(int function)
    {
        SimulatedModem modem = CreateModem();

        Assert.AreEqual(Ok, modem.Ask($"AT+CFUN={function}"));
        Assert.AreEqual($"\r\n+CFUN: {function}\r\n" + Ok, modem.Ask("AT+CFUN?"));
        Assert.AreEqual("\r\n+CFUN: (0,1,4),(0,1)\r\n" + Ok, modem.Ask("AT+CFUN=?"));
    }

    [TestMethod]
    [DataRow("AT+CFUN=")]
    [DataRow("AT+CFUN=2")]
    [DataRow("AT+CFUN=5")]
    [DataRow("AT+CFUN=-1")]
    [DataRow("AT+CFUN=1,2")]
    [DataRow("AT+CFUN=1,0,0")]
    public void Cfun_WrongArguments_AreRefused(string command)
    {
        SimulatedModem modem = CreateModem();
        modem.Ask("AT+CMEE=1");

        Assert.AreEqual("\r\n+CME ERROR: 50\r\n", modem.Ask(command));
        Assert.AreEqual("\r\n+CFUN: 1\r\n" + Ok, modem.Ask("AT+CFUN?"));
    }

    [TestMethod]
    [DataRow("AT+CPIN?", CmeError.SimNotInserted)]
    [DataRow("AT+CPIN=\"1234\"", CmeError.SimFailure)]
    [DataRow("AT+CPINR", CmeError.SimFailure)]
    [DataRow("AT+CCID", CmeError.SimNotInserted)]
    [DataRow("AT+CIMI", CmeError.SimFailure)]
    [DataRow("AT+CSIM=10,\"0070000001\"", CmeError.SimNotInserted)]
    [DataRow("AT+CRSM=176,12258,0,0,10", CmeError.SimFailure)]
    [DataRow("AT+CCHO=\"A000000063504B43532D3135\"", CmeError.SimNotInserted)]
    public void Cfun0_CommandForTheCard_IsRefusedAsTheModemDoes(string command, CmeError error)
    {
        SimulatedModem modem = CreateModem(new() { CardOff = Refusal.Cme(error) });
        modem.Ask("AT+CMEE=1");
        modem.Ask("AT+CFUN=0");

        Assert.AreEqual($"\r\n+CME ERROR: {(int)error}\r\n", modem.Ask(command));
    }

    [TestMethod]
    public void Cfun0_Card_IsReset()
    {
        SimulatedModem modem = CreateModem(pinEnabled: true);
        modem.Ask("AT+CPIN=\"1234\"");
        modem.Ask("AT+CSIM=10,\"0070000001\"");

        modem.Ask("AT+CFUN=0");

        Assert.IsEmpty(modem.Card!.OpenChannels);
        modem.Ask("AT+CFUN=4");
        Assert.AreEqual("\r\n+CPIN: SIM PIN\r\n" + Ok, modem.Ask("AT+CPIN?"));
    }

    [TestMethod]
    public void Cfun4_Card_StaysAsItIs()
    {
        SimulatedModem modem = CreateModem();
        modem.Ask("AT+CSIM=10,\"0070000001\"");

        modem.Ask("AT+CFUN=4");
        modem.Ask("AT+CFUN=1");

        CollectionAssert.AreEqual(new[] { 1 }, modem.Card!.OpenChannels.ToArray());
    }

    [TestMethod]
    public void Cfun_WithReset_StartsTheModemAnew()
    {
        SimulatedModem modem = CreateModem(new() { StartLines = ["RDY", "+CPIN: {0}"] }, pinEnabled: true);
        modem.ReadText();
        modem.Ask("AT+CMEE=1");
        modem.Ask("AT+CPIN=\"1234\"");
        modem.Ask("AT+CSIM=10,\"0070000001\"");

        Assert.AreEqual(Ok + "\r\nRDY\r\n\r\n+CPIN: SIM PIN\r\n", modem.Ask("AT+CFUN=1,1"));
        Assert.AreEqual("\r\n+CMEE: 0\r\n" + Ok, modem.Ask("AT+CMEE?"));
        Assert.IsEmpty(modem.Card!.OpenChannels);
    }

    [TestMethod]
    public void Restart_InTheMiddleOfACommand_ForgetsIt()
    {
        SimulatedModem modem = CreateModem(new() { StartLines = ["RDY"] });
        modem.ReadText();

        modem.Write("AT+CFUN=");
        modem.Restart();
        modem.Write("?\r");
        Assert.AreEqual("\r\nRDY\r\n", modem.ReadText());
        Assert.AreEqual(Ok, modem.Ask("AT"));
    }

    [TestMethod]
    public void StartLines_WithoutCard_SayIt()
    {
        SimulatedModem modem = new(null, new() { StartLines = ["RDY", "+CPIN: {0}"] });

        Assert.AreEqual("\r\nRDY\r\n\r\n+CPIN: NOT INSERTED\r\n", modem.ReadText());
    }

    [TestMethod]
    public void StartFunction_0_LeavesTheCardWithoutPower()
    {
        SimulatedModem modem = CreateModem(new() { StartFunction = 0 });

        Assert.AreEqual("\r\n+CFUN: 0\r\n" + Ok, modem.Ask("AT+CFUN?"));
        Assert.AreEqual("\r\nERROR\r\n", modem.Ask("AT+CPIN?"));
        modem.Ask("AT+CFUN=4");
        Assert.AreEqual("\r\n+CPIN: READY\r\n" + Ok, modem.Ask("AT+CPIN?"));
    }

    [TestMethod]
    [DataRow(1, "\r\nERROR\r\n")]
    [DataRow(2, "\r\n+CME ERROR: 13\r\n")]
    [DataRow(3, "\r\n+CME ERROR: 14\r\n")]
    public void LateSim_AsManyQueries_AreTooEarly(int queries, string answer)
    {
        Refusal[] refusals =
            [Refusal.Error, Refusal.Cme(CmeError.SimFailure), Refusal.Cme(CmeError.SimBusy)];
        SimulatedModem modem = CreateModem(new() { LateSim = new(queries, refusals[queries - 1]) });
        modem.Ask("AT+CMEE=1");

        for (int i = 0; i < queries; i++)
        {
            Assert.AreEqual(answer, modem.Ask("AT+CSIM=10,\"0070000001\""));
            Assert.AreEqual(answer, modem.Ask("AT+CPIN=\"1234\""));
            Assert.AreEqual(answer, modem.Ask("AT+CPIN?"));
        }

        Assert.AreEqual("\r\n+CSIM: 6,\"019000\"\r\n" + Ok, modem.Ask("AT+CSIM=10,\"0070000001\""));
        Assert.AreEqual("\r\n+CPIN: READY\r\n" + Ok, modem.Ask("AT+CPIN?"));
    }

    [TestMethod]
    public void LateSim_AnotherCard_IsLateAgain()
    {
        SimulatedModem modem = CreateModem(new() { LateSim = new(1, Refusal.Error) });
        modem.Ask("AT+CPIN?");
        Assert.AreEqual("\r\n+CPIN: READY\r\n" + Ok, modem.Ask("AT+CPIN?"));

        modem.Card = new(ExampleCard.Create());

        Assert.AreEqual("\r\nERROR\r\n", modem.Ask("AT+CPIN?"));
        Assert.AreEqual("\r\n+CPIN: READY\r\n" + Ok, modem.Ask("AT+CPIN?"));
    }

    [TestMethod]
    public void LostCommands_SoMany_AreNeitherEchoedNorAnsweredNorExecuted()
    {
        SimulatedModem modem = new(new(ExampleCard.Create()), new() { LostCommands = 2 });

        Assert.AreEqual("", modem.Ask("ATE0"));
        Assert.AreEqual("", modem.Ask("AT+CFUN=0"));
        Assert.AreEqual("AT+CFUN?\r\r\n+CFUN: 1\r\n" + Ok, modem.Ask("AT+CFUN?"));
        Assert.AreEqual(1, modem.CommandCount);
    }

    [TestMethod]
    public void Cpinr_Pins_HaveTheirTries()
    {
        SimulatedModem modem = CreateModem(pinEnabled: true);
        modem.Ask("AT+CPIN=\"0000\"");

        Assert.AreEqual("\r\n+CPINR: SIM PIN,2,3\r\n" + Ok, modem.Ask("AT+CPINR=\"SIM PIN\""));
        Assert.AreEqual("\r\n+CPINR: SIM PIN,2,3\r\n" + Ok, modem.Ask("AT+CPINR"));
        Assert.AreEqual(Ok, modem.Ask("AT+CPINR=?"));
        modem.Card!.Image.Add(new CardPin(0x81, "5678"));
        Assert.AreEqual("\r\n+CPINR: SIM PIN,2,3\r\n\r\n+CPINR: SIM PIN2,3,3\r\n" + Ok, modem.Ask("AT+CPINR=\"SIM*\""));
        Assert.AreEqual("\r\n+CPINR: SIM PIN2,3,3\r\n" + Ok, modem.Ask("AT+CPINR=\"SIM PIN2\""));
    }

    [TestMethod]
    [DataRow("AT+CPINR=\"SIM PIN2\"", "a PIN that the card does not have")]
    [DataRow("AT+CPINR=\"PH-SIM PIN\"", "the phone's PIN")]
    [DataRow("AT+CPINR=", "none")]
    public void Cpinr_OtherPins_AreRefused(string command, string what)
    {
        SimulatedModem modem = CreateModem();
        modem.Ask("AT+CMEE=1");

        Assert.AreEqual("\r\n+CME ERROR: 50\r\n", modem.Ask(command), what);
    }

    [TestMethod]
    public void QuotesPinCodes_Codes_AreInQuotesExceptReady()
    {
        SimulatedModem modem = CreateModem(new() { QuotesPinCodes = true }, pinEnabled: true);

        Assert.AreEqual("\r\n+CPIN: \"SIM PIN\"\r\n" + Ok, modem.Ask("AT+CPIN?"));
        Assert.AreEqual("\r\n+CPINR: \"SIM PIN\",3,3\r\n" + Ok, modem.Ask("AT+CPINR=\"SIM PIN\""));
        for (int i = 0; i < 3; i++)
            modem.Ask("AT+CPIN=\"0000\"");

        Assert.AreEqual("\r\n+CPIN: \"SIM PUK\"\r\n" + Ok, modem.Ask("AT+CPIN?"));
        Assert.AreEqual("\r\n+CPIN: READY\r\n" + Ok, CreateModem(new() { QuotesPinCodes = true }).Ask("AT+CPIN?"));
    }

    private static SimulatedModem CreateModem(ModemBehavior? behavior = null, bool pinEnabled = false) =>
        new(new(ExampleCard.Create(pinEnabled: pinEnabled)), (behavior ?? new()) with { Echo = false });
}
