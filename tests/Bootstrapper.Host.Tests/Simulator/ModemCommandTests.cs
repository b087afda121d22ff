using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Simulator;

/// <summary>What the modem answers to which command.</summary>
[TestClass]
public sealed class ModemCommandTests
{
    [TestMethod]
    [DataRow("AT", "\r\nOK\r\n")]
    [DataRow("at", "\r\nOK\r\n")]
    [DataRow("  AT  ", "\r\nOK\r\n")]
    [DataRow("\0\u007F~AT", "\r\nOK\r\n")]
    [DataRow("ATE0", "\r\nOK\r\n")]
    [DataRow("ATE0V1Q0", "\r\nOK\r\n")]
    [DataRow("ATQ", "\r\nOK\r\n")]
    [DataRow("ATZ", "\r\nOK\r\n")]
    [DataRow("ATI", "\r\nSimulated\r\n\r\nSIM-1\r\n\r\n1.0\r\n\r\nOK\r\n")]
    [DataRow("AT+CGMI", "\r\nSimulated\r\n\r\nOK\r\n")]
    [DataRow("AT+CGMM", "\r\nSIM-1\r\n\r\nOK\r\n")]
    [DataRow("AT+CGMR", "\r\n1.0\r\n\r\nOK\r\n")]
    [DataRow("AT+CMEE?", "\r\n+CMEE: 0\r\n\r\nOK\r\n")]
    [DataRow("AT+CMEE=?", "\r\n+CMEE: (0-2)\r\n\r\nOK\r\n")]
    [DataRow("AT+CFUN?", "\r\n+CFUN: 1\r\n\r\nOK\r\n")]
    [DataRow("AT+CPIN?", "\r\n+CPIN: READY\r\n\r\nOK\r\n")]
    [DataRow("AT+CPIN=?", "\r\nOK\r\n")]
    [DataRow("AT+CIMI", "\r\n001010123456789\r\n\r\nOK\r\n")]
    [DataRow("AT+CCID", "\r\n+CCID: 8988000000000000016\r\n\r\nOK\r\n")]
    [DataRow("at+ccid?", "\r\n+CCID: 8988000000000000016\r\n\r\nOK\r\n")]
    [DataRow("AT+CSIM=?", "\r\nOK\r\n")]
    [DataRow("AT+CRSM=?", "\r\nOK\r\n")]
    [DataRow("AT+FOO", "\r\nERROR\r\n")]
    [DataRow("AT+CSIM", "\r\nERROR\r\n")]
    [DataRow("AT+CSIM?", "\r\nERROR\r\n")]
    [DataRow("AT+CMEE=3", "\r\nERROR\r\n")]
    [DataRow("AT+CMEE=1;+CFUN?", "\r\nERROR\r\n")]
    [DataRow("AT+CFUN?x", "\r\nERROR\r\n")]
    [DataRow("AT+", "\r\nERROR\r\n")]
    [DataRow("ATX5", "\r\nERROR\r\n")]
    [DataRow("ATQ1", "")]
    [DataRow("ATQ2", "\r\nERROR\r\n")]
    [DataRow("AT&F", "\r\nERROR\r\n")]
    [DataRow("", "")]
    [DataRow("HELLO", "")]
    public void Write_Command_IsAnswered(string command, string answer)
    {
        Assert.AreEqual(answer, CreateModem().Ask(command));
    }

    [TestMethod]
    public void Csim_PublishedDialogue_ReadsTheFile()
    {
        SimulatedModem modem = CreateModem();

        Assert.AreEqual("\r\n+CSIM: 6,\"019000\"\r\n\r\nOK\r\n", modem.Ask("AT+CSIM=10,\"0070000001\""));
        Assert.AreEqual(
            "\r\n+CSIM: 90,\"62298202782183025015840CA000000063504B43532D31358A01058B032F0601C609900140830101"
            + "83010A9000\"\r\n\r\nOK\r\n",
            modem.Ask("AT+CSIM=36,\"01A404040CA000000063504B43532D313500\""));
        Assert.StartsWith("\r\n+CSIM: 52,\"6216", modem.Ask("AT+CSIM=20,\"01A40804047FFF643200\""));
        string answer = modem.Ask("AT+CSIM=10,\"01B0000080\"");
        Assert.StartsWith("\r\n+CSIM: 260,\"" + Convert.ToHexString(ExampleCard.BootstrapFile()) + "FFFF9000\"", answer);
        Assert.AreEqual("\r\n+CSIM: 4,\"9000\"\r\n\r\nOK\r\n", modem.Ask("AT+CSIM=8,\"01708001\""));
        Assert.IsEmpty(modem.Card!.OpenChannels);
    }

    [TestMethod]
    [DataRow("AT+CSIM=10,0070000001", "no quotes")]
    [DataRow("at+csim=10,\"0070000001\"", "lower-case command")]
    [DataRow("AT+CSIM= 10, \"0070000001\"", "blanks")]
    public void Csim_WrittenDifferently_IsUnderstood(string command, string how)
    {
        Assert.AreEqual("\r\n+CSIM: 6,\"019000\"\r\n\r\nOK\r\n", CreateModem().Ask(command), how);
    }

    [TestMethod]
    public void Csim_LowerCaseDigits_AreUnderstood()
    {
        SimulatedModem modem = CreateModem();

        Assert.AreEqual("\r\n+CSIM: 4,\"9000\"\r\n\r\nOK\r\n", modem.Ask("AT+CSIM=14,\"00a4000c022fe2\""));
    }

    [TestMethod]
    [DataRow("AT+CSIM=8,\"0070000001\"", "length too small")]
    [DataRow("AT+CSIM=12,\"0070000001\"", "length too large")]
    [DataRow("AT+CSIM=5,\"0070000001\"", "length in bytes")]
    [DataRow("AT+CSIM=9,\"007000000\"", "odd number of digits")]
    [DataRow("AT+CSIM=6,\"007000\"", "shorter than a header")]
    [DataRow("AT+CSIM=10,\"00700000G1\"", "no digit")]
    [DataRow("AT+CSIM=10", "no command")]
    [DataRow("AT+CSIM=10,", "empty command")]
    [DataRow("AT+CSIM=,\"0070000001\"", "no length")]
    [DataRow("AT+CSIM=-10,\"0070000001\"", "negative length")]
    [DataRow("AT+CSIM=10,\"0070000001\",1", "an argument too many")]
    [DataRow("AT+CSIM=1", "the lock of one family")]
    public void Csim_WrongArguments_AreRefusedBeforeTheCard(string command, string what)
    {
        SimulatedModem modem = CreateModem();
        modem.Ask("AT+CMEE=1");

        Assert.AreEqual("\r\n+CME ERROR: 50\r\n", modem.Ask(command), what);
        Assert.AreEqual(0, modem.Card!.CommandCount);
    }

    [TestMethod]
    public void Csim_LongestCommand_ReachesTheCard()
    {
        SimulatedModem modem = CreateModem();
        string apdu = "00D60000FF" + new string('A', 2 * 255) + "00";

        Assert.AreEqual("\r\n+CSIM: 4,\"6986\"\r\n\r\nOK\r\n", modem.Ask($"AT+CSIM=522,\"{apdu}\""));
        Assert.AreEqual("\r\nERROR\r\n", modem.Ask($"AT+CSIM=524,\"{apdu}00\""));
    }

    [TestMethod]
    public void Csim_GetResponsePassedOn_ShowsWhatTheCardSays()
    {
        SimulatedModem modem = new(new(ExampleCard.Create()), new() { Echo = false, ResolvesGetResponse = false });

        Assert.AreEqual("\r\n+CSIM: 4,\"611C\"\r\n\r\nOK\r\n", modem.Ask("AT+CSIM=14,\"00A40004022F00\""));
        Assert.StartsWith("\r\n+CSIM: 60,\"621A", modem.Ask("AT+CSIM=10,\"00C000001C\""));
        Assert.AreEqual("\r\n+CSIM: 4,\"6C30\"\r\n\r\nOK\r\n", modem.Ask("AT+CSIM=10,\"00B2010400\""));
        Assert.AreEqual(3, modem.Card!.CommandCount);
    }

    [TestMethod]
    public void Csim_GetResponseResolved_IsDoneByTheModem()
    {
        SimulatedModem modem = CreateModem();

        Assert.StartsWith("\r\n+CSIM: 60,\"621A", modem.Ask("AT+CSIM=14,\"00A40004022F00\""));
        Assert.StartsWith("\r\n+CSIM: 100,\"61184F10", modem.Ask("AT+CSIM=10,\"00B2010400\""));
        Assert.AreEqual(4, modem.Card!.CommandCount);
    }

    [TestMethod]
    [DataRow("AT+CRSM=176,12258,0,0,10", "144,0,\"988800000000000010F6\"", "READ BINARY of EF.ICCID")]
    [DataRow("AT+CRSM=176,12258,0,8,2", "144,0,\"10F6\"", "READ BINARY at an offset")]
    [DataRow("AT+CRSM=176,12258,0,0,0", "144,0,\"988800000000000010F6\"", "READ BINARY of all")]
    [DataRow("AT+CRSM=176,12258,0,10,1", "107,0", "READ BINARY behind the end")]
    [DataRow("AT+CRSM=192,12032", "144,0,\"621A8205422100300483022F008A01058B032F0601800200C08801F0\"", "GET RESPONSE of EF.DIR")]
    [DataRow("AT+CRSM=192,12032,0,0,255", "144,0,\"621A8205422100300483022F008A01058B032F0601800200C08801F0\"", "with numbers")]
    [DataRow("AT+CRSM=178,12032,9,4,48", "106,131", "READ RECORD past the last")]
    [DataRow("AT+CRSM=176,28423,0,0,9", "144,0,\"080910101032547698\"", "a file of the USIM")]
    [DataRow("AT+CRSM=176,28423,0,0,9,,\"7FFF\"", "144,0,\"080910101032547698\"", "the same by its path")]
    [DataRow("AT+CRSM=176,25650,0,0,4,,\"3F005015\"", "144,0,\"0002007A\"", "the bootstrap file by its path")]
    [DataRow("AT+CRSM=176,25650,0,0,4,,\"5015\"", "144,0,\"0002007A\"", "without the MF in it")]
    [DataRow("AT+CRSM=176,25650,0,0,4", "106,130", "the bootstrap file in the MF")]
    [DataRow("AT+CRSM=176,12032,0,0,4", "105,129", "READ BINARY of a record file")]
    [DataRow("AT+CRSM=242", "144,0,\"62208202782183023F00A5038001718A01058B032F0601C60990014083010183010A\"", "STATUS")]
    public void Crsm_Command_AnswersTheCardsStatus(string command, string answer, string what)
    {
        Assert.AreEqual($"\r\n+CRSM: {answer}\r\n\r\nOK\r\n", CreateModem().Ask(command), what);
    }

    [TestMethod]
    [DataRow("AT+CRSM=176", 50)]
    [DataRow("AT+CRSM=176,12258", 50)]
    [DataRow("AT+CRSM=176,12258,0,0", 50)]
    [DataRow("AT+CRSM=176,12258,0,0,256", 50)]
    [DataRow("AT+CRSM=176,65536,0,0,10", 50)]
    [DataRow("AT+CRSM=176,2FE2,0,0,10", 50)]
    [DataRow("AT+CRSM=176,12258,0,0,10,,\"5F\"", 50)]
    [DataRow("AT+CRSM=176,12258,0,0,10,,\"5015501550155015501550\"", 50)]
    [DataRow("AT+CRSM=,12258,0,0,10", 50)]
    [DataRow("AT+CRSM=300,12258,0,0,10", 50)]
    [DataRow("AT+CRSM=214,12258,0,0,1,\"00\"", 4)]
    public void Crsm_WrongArguments_AreRefused(string command, int error)
    {
        SimulatedModem modem = CreateModem();
        modem.Ask("AT+CMEE=1");

        Assert.AreEqual($"\r\n+CME ERROR: {error}\r\n", modem.Ask(command));
    }

    [TestMethod]
    [DataRow("AT+CPIN?")]
    [DataRow("AT+CPIN=\"1234\"")]
    [DataRow("AT+CSIM=10,\"0070000001\"")]
    [DataRow("AT+CRSM=176,12258,0,0,10")]
    [DataRow("AT+CIMI")]
    [DataRow("AT+CCID")]
    public void Write_CardCommandWithoutCard_IsCme10(string command)
    {
        SimulatedModem modem = CreateModem();
        modem.Card = null;

        Assert.AreEqual("\r\nERROR\r\n", modem.Ask(command));
        modem.Ask("AT+CMEE=1");
        Assert.AreEqual("\r\n+CME ERROR: 10\r\n", modem.Ask(command));
        modem.Ask("AT+CMEE=2");
        Assert.AreEqual("\r\n+CME ERROR: SIM not inserted\r\n", modem.Ask(command));
        Assert.AreEqual("\r\nOK\r\n", modem.Ask("AT"));
    }

    [TestMethod]
    public void Write_UnknownCommand_IsErrorWhateverCmeeSays()
    {
        SimulatedModem modem = CreateModem();
        modem.Ask("AT+CMEE=2");

        Assert.AreEqual("\r\n+CMEE: 2\r\n\r\nOK\r\n", modem.Ask("AT+CMEE?"));
        Assert.AreEqual("\r\nERROR\r\n", modem.Ask("AT+FOO"));
    }

    [TestMethod]
    public void Cpin_RightPin_OpensTheCard()
    {
        SimulatedModem modem = CreateModem(pinEnabled: true);
        modem.Ask("AT+CMEE=1");

        Assert.AreEqual("\r\n+CPIN: SIM PIN\r\n\r\nOK\r\n", modem.Ask("AT+CPIN?"));
        Assert.AreEqual("\r\n+CME ERROR: 11\r\n", modem.Ask("AT+CSIM=10,\"0070000001\""));
        Assert.AreEqual("\r\n+CME ERROR: 11\r\n", modem.Ask("AT+CIMI"));
        Assert.AreEqual("\r\n+CME ERROR: 11\r\n", modem.Ask("AT+CRSM=176,12258,0,0,10"));
        Assert.AreEqual("\r\n+CCID: 8988000000000000016\r\n\r\nOK\r\n", modem.Ask("AT+CCID"));

        Assert.AreEqual("\r\nOK\r\n", modem.Ask("AT+CPIN=\"1234\""));

        Assert.AreEqual("\r\n+CPIN: READY\r\n\r\nOK\r\n", modem.Ask("AT+CPIN?"));
        Assert.AreEqual("\r\n+CSIM: 6,\"019000\"\r\n\r\nOK\r\n", modem.Ask("AT+CSIM=10,\"0070000001\""));
        Assert.AreEqual("\r\n001010123456789\r\n\r\nOK\r\n", modem.Ask("AT+CIMI"));
    }

    [TestMethod]
    public void Cpin_WrongPins_EndAtThePuk()
    {
        SimulatedModem modem = CreateModem(pinEnabled: true);
        modem.Ask("AT+CMEE=2");

        Assert.AreEqual("\r\n+CME ERROR: SIM PIN required\r\n", modem.Ask("AT+CIMI"));
        Assert.AreEqual("\r\n+CME ERROR: incorrect password\r\n", modem.Ask("AT+CPIN=\"0000\""));
        Assert.AreEqual("\r\n+CME ERROR: incorrect password\r\n", modem.Ask("AT+CPIN=0000"));
        Assert.AreEqual("\r\n+CME ERROR: SIM PUK required\r\n", modem.Ask("AT+CPIN=\"0000\""));
        Assert.AreEqual("\r\n+CPIN: SIM PUK\r\n\r\nOK\r\n", modem.Ask("AT+CPIN?"));
        Assert.AreEqual("\r\n+CME ERROR: SIM PUK required\r\n", modem.Ask("AT+CPIN=\"1234\""));
        Assert.AreEqual("\r\n+CME ERROR: SIM PUK required\r\n", modem.Ask("AT+CSIM=10,\"0070000001\""));
    }

    [TestMethod]
    [DataRow("AT+CPIN=\"123\"", 50)]
    [DataRow("AT+CPIN=\"123456789\"", 50)]
    [DataRow("AT+CPIN=\"12A4\"", 50)]
    [DataRow("AT+CPIN=", 50)]
    [DataRow("AT+CPIN=\"12345678\",\"1234\"", 3)]
    public void Cpin_ImpossiblePin_CostsNoTry(string command, int error)
    {
        SimulatedModem modem = CreateModem(pinEnabled: true);
        modem.Ask("AT+CMEE=1");

        Assert.AreEqual($"\r\n+CME ERROR: {error}\r\n", modem.Ask(command));
        Assert.AreEqual(3, modem.Card!.Image.Pin(0x01)!.TriesLeft);
    }

    [TestMethod]
    public void Cpin_NoneWanted_IsNotAllowed()
    {
        SimulatedModem modem = CreateModem();
        modem.Ask("AT+CMEE=1");

        Assert.AreEqual("\r\n+CME ERROR: 3\r\n", modem.Ask("AT+CPIN=\"1234\""));
    }

    [TestMethod]
    public void Card_PutInAgain_IsReset()
    {
        SimulatedModem modem = CreateModem(pinEnabled: true);
        modem.Ask("AT+CPIN=\"1234\"");
        modem.Ask("AT+CSIM=10,\"0070000001\"");
        SimulatedCard card = modem.Card!;

        modem.Card = null;
        modem.Card = card;

        Assert.IsEmpty(card.OpenChannels);
        Assert.AreEqual("\r\n+CPIN: SIM PIN\r\n\r\nOK\r\n", modem.Ask("AT+CPIN?"));
    }

    [TestMethod]
    public void Ccid_CardWithoutIccid_IsSimFailure()
    {
        SimulatedModem modem = CreateModem();
        modem.Card!.Image.MasterFile.Remove(0x2FE2);
        modem.Ask("AT+CMEE=2");

        Assert.AreEqual("\r\n+CME ERROR: SIM failure\r\n", modem.Ask("AT+CCID"));
    }

    private static SimulatedModem CreateModem(bool pinEnabled = false) =>
        new(new(ExampleCard.Create(pinEnabled: pinEnabled)), new() { Echo = false });
}
