using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Simulator;

/// <summary>What was published about families of modems, as dialogues.</summary>
[TestClass]
public sealed class ModemFamilyFactTests
{
    private const string OpenChannel = "AT+CSIM=10,\"0070000001\"";
    private const string SelectOnChannel = "AT+CSIM=36,\"01A404040CA000000063504B43532D313500\"";
    private const string ReadIccid = "AT+CRSM=176,12258,0,0,10";
    private const string OpenSession = "AT+CCHO=\"A000000063504B43532D3135\"";

    [TestMethod]
    [DataRow("Quectel BG96")]
    [DataRow("Quectel EC800G")]
    [DataRow("u-blox SARA-R410M")]
    public void Csim_ModemThatPasses61On_LeavesGetResponseToTheOtherSide(string name)
    {
        ModemClient client = Client(name);
        client.Csim("0070000001");

        Assert.AreEqual("612B", Hex(client.Csim("01A404040CA000000063504B43532D313500")));
        Assert.StartsWith("6229", Hex(client.Csim("01C000002B")));
    }

    [TestMethod]
    [DataRow("Nordic nRF91")]
    [DataRow("Huawei MT5700")]
    public void Csim_ModemThatResolves61_AnswersTheFcp(string name)
    {
        ModemClient client = Client(name);
        client.Csim("0070000001");

        Assert.StartsWith("6229", Hex(client.Csim("01A404040CA000000063504B43532D3135")));
    }

    [TestMethod]
    public void Bg96_CpinRightAfterReady_IsErrorOnce()
    {
        SimulatedModem modem = new(new(ExampleCard.Create()), ModemFamilies.Get("Quectel BG96").Behavior);

        Assert.AreEqual(
            "\r\nRDY\r\n\r\n+CFUN: 1\r\n\r\n+CPIN: READY\r\n\r\n+QUSIM: 1\r\n\r\n+QIND: SMS DONE\r\n", modem.ReadText());
        modem.Ask("ATE0");
        modem.Ask("AT+CMEE=1");
        Assert.AreEqual("\r\nERROR\r\n", modem.Ask("AT+CIMI"));
        Assert.AreEqual("\r\nERROR\r\n", modem.Ask("AT+CPIN?"));
        Assert.AreEqual("\r\n+CPIN: READY\r\n\r\nOK\r\n", modem.Ask("AT+CPIN?"));
    }

    [TestMethod]
    [DataRow("Quectel EC25", "ERROR")]
    [DataRow("Quectel EG25-G", "ERROR")]
    [DataRow("Quectel EG95", "+CME ERROR: 0")]
    public void Csim_QuectelOnTheChannelItOpened_Fails(string name, string error)
    {
        ModemClient client = Client(name);

        CollectionAssert.AreEqual(new[] { "+CSIM: 6,\"019000\"", "OK" }, client.Ask(OpenChannel));
        CollectionAssert.AreEqual(new[] { error }, client.Ask(SelectOnChannel));
        CollectionAssert.AreEqual(new[] { error }, client.Ask("AT+CSIM=10,\"81F2000000\""));
        CollectionAssert.AreEqual(new[] { "+CSIM: 4,\"9000\"", "OK" }, client.Ask("AT+CSIM=10,\"0070800100\""));
    }

    [TestMethod]
    public void Ec25_ClosingWithFourBytes_IsWrongLength()
    {
        ModemClient client = Client("Quectel EC25");
        client.Ask(OpenChannel);

        Assert.AreEqual("6700", Hex(client.Csim("01708001")));
        Assert.AreEqual("9000", Hex(client.Csim("0070800100")));
    }

    [TestMethod]
    public void Eg916q_AnyCrsm_IsNotAllowed()
    {
        ModemClient client = Client("Quectel EG916Q");

        CollectionAssert.AreEqual(new[] { "+CME ERROR: 3" }, client.Ask(ReadIccid));
        CollectionAssert.AreEqual(new[] { "+CME ERROR: 3" }, client.Ask("AT+CRSM=176,28539,0,0,12"));
        CollectionAssert.AreEqual(new[] { "+QCCID: 8988000000000000016F", "OK" }, client.Ask("AT+QCCID"));
    }

    [TestMethod]
    public void Ec800g_256Bytes_NeverArrive()
    {
        ModemClient client = Client("Quectel EC800G");
        client.Csim("0070000001");
        client.Csim("01A4040C0CA000000063504B43532D3135");
        client.Csim("01A4080C047FFF6432");

        Assert.AreEqual("6100", Hex(client.Csim("01B0000000")));
        Assert.AreEqual("6100", Hex(client.Csim("01C0000000")));
        Assert.AreEqual("6100", Hex(client.Csim("01C0000000")));
        Assert.AreEqual(2 * (255 + 2), Hex(client.Csim("01B00000FF")).Length);
        Assert.AreEqual("6985", Hex(client.Csim("01C0000000")), "it was only 256 bytes that get lost");
    }

    [TestMethod]
    public void Rm520_TestForms_AreErrorsAndTheCommandsWork()
    {
        ModemClient client = Client("Quectel RM520");

        CollectionAssert.AreEqual(new[] { "ERROR" }, client.Ask("AT+CCHO=?"));
        CollectionAssert.AreEqual(new[] { "ERROR" }, client.Ask("AT+CGLA=?"));
        CollectionAssert.AreEqual(new[] { "ERROR" }, client.Ask("AT+CCHC=?"));
        CollectionAssert.AreEqual(new[] { "+CCHO: 1", "OK" }, client.Ask(OpenSession));
        CollectionAssert.AreEqual(new[] { "+CGLA: 4,\"6118\"", "OK" }, client.Ask("AT+CGLA=1,18,\"00A40804047FFF6432\""));
        CollectionAssert.AreEqual(new[] { "+CCHC", "OK" }, client.Ask("AT+CCHC=1"));
    }

    [TestMethod]
    [DataRow("SIMCom SIM7000")]
    [DataRow("SIMCom SIM7080")]
    [DataRow("SIMCom SIM7600")]
    [DataRow("SIMCom A7670")]
    [DataRow("Cinterion AC75")]
    [DataRow("Wavecom")]
    public void Sessions_ModemWithoutThem_AreErrors(string name)
    {
        ModemClient client = Client(name);

        CollectionAssert.AreEqual(new[] { "ERROR" }, client.Ask(OpenSession));
        CollectionAssert.AreEqual(new[] { "ERROR" }, client.Ask("AT+CGLA=1,10,\"00B0000010\""));
        CollectionAssert.AreEqual(new[] { "ERROR" }, client.Ask("AT+CCHC=1"));
        CollectionAssert.AreEqual(new[] { "ERROR" }, client.Ask("AT+CCHO=?"));
    }

    [TestMethod]
    [DataRow("SIMCom SIM7000", 3)]
    [DataRow("SIMCom SIM7080", 5)]
    public void Simcom_AutoBaud_LosesTheFirstCommandsAndSendsNoRdy(string name, int lost)
    {
        SimulatedModem modem = new(new(ExampleCard.Create()), ModemFamilies.Get(name).Behavior);

        Assert.AreEqual("\r\n+CFUN: 1\r\n\r\n+CPIN: READY\r\n\r\nSMS Ready\r\n", modem.ReadText());
        for (int i = 0; i < lost; i++)
            Assert.AreEqual("", modem.Ask("AT"));

        Assert.AreEqual("AT\r\r\nOK\r\n", modem.Ask("AT"));
    }

    [TestMethod]
    [DataRow("SIMCom SIM7000", "ERROR")]
    [DataRow("SIMCom A7670", "+CRSM: 106,130 OK")]
    [DataRow("SIMCom SIM7600", "+CRSM: 144,0,\"0002007A\" OK")]
    public void Simcom_PathInCrsm_IsWhatTheManualSays(string name, string answer)
    {
        ModemClient client = Client(name);

        Assert.AreEqual(answer, string.Join(' ', client.Ask("AT+CRSM=176,25650,0,0,4,,\"3F005015\"")));
        CollectionAssert.AreEqual(new[] { "+CRSM: 144,0,\"988800000000000010F6\"", "OK" }, client.Ask(ReadIccid));
    }

    [TestMethod]
    [DataRow("SIMCom SIM7000")]
    [DataRow("Huawei MS2372")]
    [DataRow("Sierra EM7590")]
    public void Crsm_GetResponseOfOfonosVendors_NeedsItsParameters(string name)
    {
        ModemClient client = Client(name);

        CollectionAssert.AreEqual(new[] { "+CME ERROR: 50" }, client.Ask("AT+CRSM=192,12258"));
        Assert.StartsWith("+CRSM: 144,0,\"62", client.Ask("AT+CRSM=192,12258,0,0,255")[0]);
    }

    [TestMethod]
    public void A7670_ClassOfA2GCard_IsNotSupported()
    {
        Assert.AreEqual("6E00", Hex(Client("SIMCom A7670").Csim("A0A40000022FE2")));
    }

    [TestMethod]
    public void SaraR410_CpinAfterTheStart_IsBusyInWords()
    {
        SimulatedModem modem = new(new(ExampleCard.Create()), ModemFamilies.Get("u-blox SARA-R410M").Behavior);
        modem.Ask("ATE0");
        modem.Ask("AT+CMEE=1");

        Assert.AreEqual("\r\n+CME ERROR: SIM busy\r\n", modem.Ask("AT+CPIN?"));
        Assert.AreEqual("\r\n+CPIN: READY\r\n\r\nOK\r\n", modem.Ask("AT+CPIN?"));
        modem.Card = null;
        Assert.AreEqual("\r\n+CME ERROR: SIM not inserted\r\n", modem.Ask("AT+CPIN?"));
    }

    [TestMethod]
    public void SaraR410_DialogueOnAChannel_IsAnsweredOnceLate()
    {
        ModemClient client = Client("u-blox SARA-R410M");

        // The first answer comes behind an OK that has nothing to do with it.
        CollectionAssert.AreEqual(new[] { "OK", "+CSIM: 6,\"019000\"", "OK" }, client.Ask(OpenChannel));
        CollectionAssert.AreEqual(
            new[] { "+CSIM: 4,\"6A82\"", "OK" }, client.Ask("AT+CSIM=24,\"01A4040C07A0000005590010\""));
        CollectionAssert.AreEqual(new[] { "+CSIM: 4,\"9000\"", "OK" }, client.Ask("AT+CSIM=10,\"0070800100\""));
    }

    [TestMethod]
    public void Nrf91_BeforeCfun4_HasNoCard()
    {
        SimulatedModem modem = new(new(ExampleCard.Create(pinEnabled: true)), ModemFamilies.Get("Nordic nRF91").Behavior);

        Assert.AreEqual("\r\nReady\r\n", modem.ReadText());
        Assert.AreEqual("\r\n+CFUN: 0\r\n\r\nOK\r\n", modem.Ask("AT+CFUN?"));
        Assert.AreEqual("\r\nERROR\r\n", modem.Ask("AT%XICCID"));
        Assert.AreEqual("\r\nERROR\r\n", modem.Ask("AT+CMEE=2"));
        modem.Ask("AT+CFUN=4");
        Assert.AreEqual("\r\n+CPIN: \"SIM PIN\"\r\n\r\nOK\r\n", modem.Ask("AT+CPIN?"));
        Assert.AreEqual("\r\n%XICCID: 8988000000000000016\r\n\r\nOK\r\n", modem.Ask("AT%XICCID"));
    }

    [TestMethod]
    public void Nrf91_ClosingAsItsOwnLibraryDoes_TakesFourBytes()
    {
        ModemClient client = Client("Nordic nRF91");
        client.Ask(OpenChannel);

        Assert.AreEqual("6700", Hex(client.Csim("0070800100")));
        Assert.AreEqual("9000", Hex(client.Csim("01708001")));
    }

    [TestMethod]
    public void Me310g1_Lock_LooksLikeACardThatIsPulled()
    {
        ModemClient client = Client("Telit ME310G1");

        CollectionAssert.AreEqual(new[] { "OK", "#QSS: 0" }, client.Ask("AT+CSIM=1"));
        CollectionAssert.AreEqual(new[] { "+CSIM: 6,\"019000\"", "OK" }, client.Ask(OpenChannel));
        CollectionAssert.AreEqual(new[] { "OK", "#QSS: 1" }, client.Ask("AT+CSIM=0"));
        CollectionAssert.AreEqual(new[] { "+CSIM: 6,\"029000\"", "OK" }, client.Ask(OpenChannel));
    }

    [TestMethod]
    public void Em7590_Session_IsAHandle()
    {
        ModemClient client = Client("Sierra EM7590");

        CollectionAssert.AreEqual(new[] { "ERROR" }, client.Ask("AT+CGLA=?"));
        CollectionAssert.AreEqual(new[] { "OK" }, client.Ask("AT+CCHO=?"));
        CollectionAssert.AreEqual(new[] { "+CCHO: 000000000385a7cf", "OK" }, client.Ask(OpenSession));
        CollectionAssert.AreEqual(new[] { "+CME ERROR: 50" }, client.Ask("AT+CGLA=1,10,\"00B0000010\""));
        CollectionAssert.AreEqual(
            new[] { "+CGLA: 4,\"6986\"", "OK" }, client.Ask("AT+CGLA=000000000385a7cf,10,\"00B0000010\""));
        CollectionAssert.AreEqual(new[] { "OK" }, client.Ask("AT+CCHC=000000000385a7cf"));
        Assert.AreNotEqual("+CCHO: 000000000385a7cf", client.Ask(OpenSession)[0]);
    }

    [TestMethod]
    public void Em7590_FirstRead_IsBogus()
    {
        ModemClient client = Client("Sierra EM7590");

        CollectionAssert.AreEqual(new[] { "+CRSM: 106,134,\"\"", "OK" }, client.Ask(ReadIccid));
        CollectionAssert.AreEqual(new[] { "+CRSM: 144,0,\"988800000000000010F6\"", "OK" }, client.Ask(ReadIccid));
    }

    [TestMethod]
    public void Gm02s_Answers_HaveNoQuotesAndComeBehindThePreviousOne()
    {
        ModemClient client = Client("Sequans GM02S");

        CollectionAssert.AreEqual(new[] { "+CSIM: 6,019000", "OK" }, client.Ask(OpenChannel));
        CollectionAssert.AreEqual(
            new[] { "+CSIM: 6,019000+CSIM: 4,6A82", "OK" }, client.Ask("AT+CSIM=24,\"01A4040C07A0000005590010\""));
        CollectionAssert.AreEqual(
            new[] { "+CSIM: 4,6A82+CSIM: 4,9000", "OK" }, client.Ask("AT+CSIM=10,\"0070800100\""));
    }

    [TestMethod]
    [DataRow("Sequans GM02S")]
    [DataRow("Huawei MT5700")]
    public void Csim_256BytesThroughASmallBuffer_AreCutWithoutAWord(string name)
    {
        ModemClient client = Client(name);
        client.Csim("0070000001");
        client.Csim("01A4040C0CA000000063504B43532D3135");
        client.Csim("01A4080C047FFF6432");

        string response = Hex(client.Csim("01B0000000"));

        Assert.AreEqual(2 * 256, response.Length);
        Assert.EndsWith("FFFF9000", response);
    }

    [TestMethod]
    public void Mt5700_DataWithLe_IsRefusedByCsimOnly()
    {
        ModemClient client = Client("Huawei MT5700");
        client.Csim("0070000001");

        CollectionAssert.AreEqual(new[] { "ERROR" }, client.Ask(SelectOnChannel));
        Assert.StartsWith("6229", Hex(client.Csim("01A404040CA000000063504B43532D3135")));
        CollectionAssert.AreEqual(new[] { "+CCHO: 1", "OK" }, client.Ask(OpenSession));
        CollectionAssert.AreEqual(new[] { "+CGLA: 4,\"6118\"", "OK" }, client.Ask("AT+CGLA=1,20,\"00A40804047FFF643200\""));
    }

    [TestMethod]
    public void Ms2372_Channels_CannotBeOpened()
    {
        ModemClient client = Client("Huawei MS2372");

        CollectionAssert.AreEqual(new[] { "+CSIM: 4,\"6881\"", "OK" }, client.Ask(OpenChannel));
        Assert.StartsWith("62", Hex(client.Csim("80F2000022")));
        CollectionAssert.AreEqual(new[] { "ERROR" }, client.Ask(OpenSession));
        CollectionAssert.AreEqual(new[] { "OK" }, client.Ask("AT+CCHO=?"));
    }

    [TestMethod]
    public void Ac75_AfterEachCommand_SelectsTheMasterFileAndKeepsWhatWasSelected()
    {
        SimulatedModem modem = new(new(ExampleCard.Create()), ModemFamilies.Get("Cinterion AC75").Behavior);
        ModemClient client = new(modem);
        client.Prepare();
        List<string> apdus = [];
        modem.Card!.Transmitted += e => apdus.Add(Convert.ToHexString(e.Command.Span));

        client.Csim("00A4000C022FE2");
        Assert.AreEqual("988800000000000010F69000", Hex(client.Csim("00B000000A")));

        CollectionAssert.AreEqual(
            new[]
            {
                "00A4000C022FE2", "00A4000C023F00",
                "00A4000C022FE2", "00B000000A", "00A4000C023F00",
            },
            apdus);
    }

    [TestMethod]
    public void Ac75_OtherInstructions_AreRefusedAndLinesAreEmpty()
    {
        SimulatedModem modem = new(new(ExampleCard.Create()), ModemFamilies.Get("Cinterion AC75").Behavior);
        modem.Ask("ATE0");
        modem.Ask("AT+CMEE=1");

        Assert.AreEqual("\r\n+CME ERROR: 3\r\n", modem.Ask(OpenChannel));
        Assert.AreEqual("\r\n+CME ERROR: 3\r\n", modem.Ask("AT+CSIM=10,\"0020000100\""));
        Assert.AreEqual("\r\n+CRSM: 144,0,\"988800000000000010F6\"\r\n\r\n\r\nOK\r\n", modem.Ask(ReadIccid));
    }

    [TestMethod]
    [DataRow("00C000001C", "GET RESPONSE")]
    [DataRow("00D600000100", "UPDATE BINARY")]
    [DataRow("00DC010401AA", "UPDATE RECORD")]
    [DataRow("0020000100", "VERIFY")]
    [DataRow("0070000001", "MANAGE CHANNEL")]
    [DataRow("00A40004022F0000", "Le behind data")]
    public void Wavecom_WhatTheManualForbids_IsCme3(string apdu, string what)
    {
        CollectionAssert.AreEqual(
            new[] { "+CME ERROR: 3" }, Client("Wavecom").Ask($"AT+CSIM={apdu.Length},\"{apdu}\""), what);
    }

    [TestMethod]
    public void Wavecom_Reading_IsAllowed()
    {
        ModemClient client = Client("Wavecom");

        Assert.AreEqual("9000", Hex(client.Csim("00A4000C022FE2")));
        Assert.AreEqual("988800000000000010F69000", Hex(client.Csim("00B000000A")));
    }

    [TestMethod]
    public void Fm350_Session_IsABareNumber()
    {
        ModemClient client = Client("Fibocom FM350");

        CollectionAssert.AreEqual(new[] { "ERROR" }, client.Ask("AT+CCHC=2"));
        CollectionAssert.AreEqual(new[] { "1", "OK" }, client.Ask(OpenSession));
        CollectionAssert.AreEqual(new[] { "OK" }, client.Ask("AT+CCHC=1"));
    }

    [TestMethod]
    [DataRow("Quectel BG95", "RDY|APP RDY|+CPIN: READY|+QIND: SMS DONE")]
    [DataRow("Quectel EC25", "RDY|+CFUN: 1|+CPIN: READY|+QUSIM: 1|+QIND: SMS DONE")]
    [DataRow("SIMCom SIM7600", "RDY|+CPIN: READY|SMS DONE|PB DONE")]
    [DataRow("SIMCom A7670", "*ATREADY: 1|+CPIN: READY|SMS DONE|PB DONE")]
    [DataRow("Semtech HL78", "+KSUP: 0")]
    [DataRow("Sequans GM02S", "+SYSSTART")]
    [DataRow("Murata 1SC", "%BOOTEV:0")]
    [DataRow("u-blox SARA-R5", "")]
    public void Start_OfAFamily_HasItsLines(string name, string lines)
    {
        SimulatedModem modem = new(new(ExampleCard.Create()), ModemFamilies.Get(name).Behavior);

        Assert.AreEqual(lines, string.Join('|', modem.ReadText().Split("\r\n", StringSplitOptions.RemoveEmptyEntries)));
    }

    [TestMethod]
    [DataRow("Quectel EG91", "+QSIMSTAT : 1,0", "+QSIMSTAT : 1,1")]
    [DataRow("SIMCom SIM7600", "+CPIN: NOT INSERTED", "+CPIN: READY")]
    [DataRow("Telit ME310G1", "#QSS: 0", "#QSS: 1")]
    [DataRow("Huawei MT5700", "^SIMST: 255,1", "^SIMST: 1")]
    public void Card_PulledAndPutIn_IsTold(string name, string pulled, string inserted)
    {
        SimulatedModem modem = new(new(ExampleCard.Create()), ModemFamilies.Get(name).Behavior);
        SimulatedCard card = modem.Card!;
        modem.ReadText();

        modem.Card = null;
        Assert.AreEqual($"\r\n{pulled}\r\n", modem.ReadText());
        modem.Card = card;
        Assert.AreEqual($"\r\n{inserted}\r\n", modem.ReadText());
    }

    private static ModemClient Client(string name)
    {
        ModemClient client = new(new(new(ExampleCard.Create()), ModemFamilies.Get(name).Behavior));
        client.Prepare();
        client.Ask("AT+CMEE=1");
        return client;
    }

    private static string Hex(byte[]? bytes) => bytes is null ? "nothing" : Convert.ToHexString(bytes);
}
