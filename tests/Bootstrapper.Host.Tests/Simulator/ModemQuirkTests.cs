using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Simulator;

/// <summary>The ways in which modems differ, one at a time.</summary>
[TestClass]
public sealed class ModemQuirkTests
{
    private const string Ok = "\r\nOK\r\n";
    private const string OpenChannel = "AT+CSIM=10,\"0070000001\"";
    private const string SelectIccid = "AT+CSIM=14,\"00A4000C022FE2\"";
    private const string ReadIccid = "AT+CRSM=176,12258,0,0,10";
    private const string OpenSession = "AT+CCHO=\"A000000063504B43532D3135\"";

    private static IEnumerable<object[]> Notations =>
    [
        [new AnswerNotation(), "+CSIM: 6,\"019000\"", "+CRSM: 144,0,\"10F6\"", "+CCHO: 1"],
        [new AnswerNotation { Quotes = false }, "+CSIM: 6,019000", "+CRSM: 144,0,10F6", "+CCHO: 1"],
        [new AnswerNotation { LowerCase = true }, "+CSIM: 6,\"019000\"", "+CRSM: 144,0,\"10f6\"", "+CCHO: 1"],
        [new AnswerNotation { Length = AnnouncedLength.Bytes }, "+CSIM: 3,\"019000\"", "+CRSM: 144,0,\"10F6\"", "+CCHO: 1"],
        [
            new AnswerNotation { Length = AnnouncedLength.AlwaysTen },
            "+CSIM: 10,\"019000\"", "+CRSM: 144,0,\"10F6\"", "+CCHO: 1",
        ],
        [new AnswerNotation { Spacing = AnswerSpacing.None }, "+CSIM:6,\"019000\"", "+CRSM:144,0,\"10F6\"", "+CCHO:1"],
        [
            new AnswerNotation { Spacing = AnswerSpacing.AfterColonAndCommas },
            "+CSIM: 6, \"019000\"", "+CRSM: 144, 0, \"10F6\"", "+CCHO: 1",
        ],
    ];

    [TestMethod]
    [DynamicData(nameof(Notations))]
    public void Notation_OfAnswers_IsTheModems(AnswerNotation notation, string csim, string crsm, string ccho)
    {
        SimulatedModem modem = CreateModem(new() { Notation = notation });

        string cgla = csim.Replace("CSIM", "CGLA", StringComparison.Ordinal);
        Assert.AreEqual($"\r\n{ccho}\r\n" + Ok, modem.Ask(OpenSession));
        Assert.AreEqual($"\r\n{cgla.Replace("019000", "109000", StringComparison.Ordinal)}\r\n" + Ok, Read10(modem));
        Assert.AreEqual(Ok, modem.Ask("AT+CCHC=1"));
        Assert.AreEqual($"\r\n{csim}\r\n" + Ok, modem.Ask(OpenChannel));
        Assert.AreEqual($"\r\n{crsm}\r\n" + Ok, modem.Ask("AT+CRSM=176,12258,0,8,2"));
    }

    [TestMethod]
    public void Refused_CommandsOfAName_EndAsTheModemSays()
    {
        SimulatedModem modem = CreateModem(new()
        {
            Refused =
            [
                new("+CSIM", Refusal.Error),
                new("+CRSM", Refusal.Cme(CmeError.OperationNotAllowed)),
                new("+CPIN", Refusal.Cme(CmeError.OperationNotSupported), AtRequestKind.Set),
                new("+CCID", Refusal.StatusWord(0x6D00)),
            ],
        });
        modem.Ask("AT+CMEE=1");

        Assert.AreEqual("\r\nERROR\r\n", modem.Ask(OpenChannel));
        Assert.AreEqual("\r\nERROR\r\n", modem.Ask("AT+CSIM=?"));
        Assert.AreEqual("\r\n+CME ERROR: 3\r\n", modem.Ask(ReadIccid));
        Assert.AreEqual("\r\n+CME ERROR: 4\r\n", modem.Ask("AT+CPIN=\"1234\""));
        Assert.AreEqual("\r\n+CPIN: READY\r\n" + Ok, modem.Ask("AT+CPIN?"));
        Assert.AreEqual("\r\nERROR\r\n", modem.Ask("AT+CCID"));
        Assert.AreEqual(0, modem.Card!.CommandCount);
    }

    [TestMethod]
    [DataRow(ApduForm.ManageChannel, "0070000001", "00F2000000")]
    [DataRow(ApduForm.ManageChannel, "0070800100", "00A4000C022FE2")]
    [DataRow(ApduForm.OnLogicalChannel, "01B0000004", "00B0000004")]
    [DataRow(ApduForm.OnLogicalChannel, "C0F2000000", "01708001")]
    [DataRow(ApduForm.OnLogicalChannel, "40A4000C022FE2", "0070000001")]
    [DataRow(ApduForm.DataWithLe, "00A40004022FE200", "00A40004022FE2")]
    [DataRow(ApduForm.DataWithLe, "00A40004022FE2FF", "00B0000004")]
    [DataRow(ApduForm.DataWithoutLe, "00A40004022FE2", "00A40004022FE200")]
    [DataRow(ApduForm.DataWithoutLe, "00A40004022FE2", "00B0000004")]
    [DataRow(ApduForm.CloseOfFiveBytes, "0070800100", "01708001")]
    [DataRow(ApduForm.CloseOfFiveBytes, "0070800200", "0070000001")]
    [DataRow(ApduForm.CloseOfFourBytes, "01708001", "0070800100")]
    [DataRow(ApduForm.OtherInstruction, "0020000100", "00B0000004")]
    public void RefusedApdu_OfAForm_IsRefusedAndOthersAreNot(ApduForm form, string refused, string allowed)
    {
        CsimBehavior csim = new() { Refused = [new(form, Refusal.Cme(CmeError.PhoneFailure))], Instructions = [0xB0] };
        SimulatedModem modem = CreateModem(new() { Csim = csim });
        modem.Ask("AT+CMEE=1");

        Assert.AreEqual("\r\n+CME ERROR: 0\r\n", modem.Ask(Csim(refused)));
        Assert.AreEqual(0, modem.Card!.CommandCount, "the card does not see it");
        Assert.StartsWith("\r\n+CSIM: ", modem.Ask(Csim(allowed)));
    }

    [TestMethod]
    public void RefusedApdu_WithAStatusWord_LooksLikeTheCards()
    {
        SimulatedModem modem = CreateModem(new()
        {
            Csim = new() { Refused = [new(ApduForm.ManageChannel, Refusal.StatusWord(0x6881))] },
        });

        Assert.AreEqual("\r\n+CSIM: 4,\"6881\"\r\n" + Ok, modem.Ask(OpenChannel));
        Assert.AreEqual(0, modem.Card!.CommandCount);
    }

    [TestMethod]
    [DataRow(2, "9000")]
    [DataRow(6, "988800009000")]
    [DataRow(11, "9888000000000000109000")]
    [DataRow(12, "988800000000000010F69000")]
    public void MaxResponse_LongerOne_LosesItsLastBytes(int max, string response)
    {
        SimulatedModem modem = CreateModem(new() { Csim = new() { MaxResponse = max } });
        modem.Ask(SelectIccid);

        Assert.AreEqual($"\r\n+CSIM: {response.Length},\"{response}\"\r\n" + Ok, modem.Ask(Csim("00B000000A")));
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void LosesFullResponses_256Bytes_Are6100Forever(bool resolves)
    {
        SimulatedModem modem = CreateModem(
            new() { ResolvesGetResponse = resolves, Csim = new() { LosesFullResponses = true } });
        modem.Ask(Csim("00A4040C0CA000000063504B43532D3135"));
        modem.Ask(Csim("00A4080C047FFF6432"));

        Assert.AreEqual("\r\n+CSIM: 4,\"6100\"\r\n" + Ok, modem.Ask(Csim("00B0000000")));
        for (int i = 0; i < 20; i++)
            Assert.AreEqual("\r\n+CSIM: 4,\"6100\"\r\n" + Ok, modem.Ask(Csim("00C0000000")));

        Assert.AreEqual("\r\n+CSIM: 8,\"00029000\"\r\n" + Ok, modem.Ask(Csim("00B0000002")));
        Assert.AreEqual("\r\n+CSIM: 4,\"6985\"\r\n" + Ok, modem.Ask(Csim("00C0000000")));
    }

    [TestMethod]
    public void ReselectsMasterFile_SelectionsByFileId_AreStillThere()
    {
        SimulatedModem modem = CreateModem(new() { ResolvesGetResponse = false, Csim = new() { ReselectsMasterFile = true } });

        Assert.AreEqual("\r\n+CSIM: 4,\"612B\"\r\n" + Ok, modem.Ask(Csim("00A404040CA000000063504B43532D3135")));
        Assert.StartsWith("\r\n+CSIM: 90,\"6229", modem.Ask(Csim("00C000002B")));
        Assert.AreEqual("\r\n+CSIM: 4,\"9000\"\r\n" + Ok, modem.Ask(Csim("00A4000C026432")));
        Assert.AreEqual("\r\n+CSIM: 12,\"0002007A9000\"\r\n" + Ok, modem.Ask(Csim("00B0000004")));

        // The card itself is at the MF: what was not sent through AT+CSIM finds nothing selected.
        Assert.AreEqual("6986", modem.Card!.Send("00B0000004"));
    }

    [TestMethod]
    public void ReselectsMasterFile_EndlessSelections_AreForgottenOldestFirst()
    {
        SimulatedModem modem = CreateModem(new() { Csim = new() { ReselectsMasterFile = true } });
        for (int i = 0; i < 50; i++)
            modem.Ask(SelectIccid);

        int before = modem.Card!.CommandCount;
        modem.Ask(Csim("00B000000A"));

        Assert.AreEqual(20 + 1 + 1, modem.Card.CommandCount - before);
    }

    [TestMethod]
    public void HasLock_LockAndUnlock_AreToldAsASwap()
    {
        SimulatedModem modem = CreateModem(new() { Csim = new() { HasLock = true } });

        Assert.AreEqual(Ok + "\r\n#QSS: 0\r\n", modem.Ask("AT+CSIM=1"));
        Assert.AreEqual("\r\n+CSIM: 4,\"9000\"\r\n" + Ok, modem.Ask(SelectIccid));
        Assert.AreEqual(Ok + "\r\n#QSS: 1\r\n", modem.Ask("AT+CSIM=0"));
        Assert.AreEqual("\r\nERROR\r\n", modem.Ask("AT+CSIM=2"));
        Assert.AreEqual("\r\nERROR\r\n", CreateModem(new()).Ask("AT+CSIM=1"));
    }

    [TestMethod]
    public void Disorder_BehindPrevious_RepeatsTheAnswerBeforeOnTheLine()
    {
        SimulatedModem modem = CreateModem(new() { Csim = new() { Disorder = AnswerDisorder.BehindPrevious } });

        Assert.AreEqual("\r\n+CSIM: 6,\"019000\"\r\n" + Ok, modem.Ask(OpenChannel));
        Assert.AreEqual(Ok, modem.Ask("AT"));
        Assert.AreEqual("\r\n+CSIM: 6,\"019000\"+CSIM: 4,\"9000\"\r\n" + Ok, modem.Ask(SelectIccid));
        Assert.AreEqual("\r\n+CSIM: 4,\"9000\"+CSIM: 6,\"029000\"\r\n" + Ok, modem.Ask(OpenChannel));
    }

    [TestMethod]
    public void Disorder_BehindOk_AnswersTwiceAsOftenAsTold()
    {
        SimulatedModem modem = CreateModem(new()
        {
            Csim = new() { Disorder = AnswerDisorder.BehindOk, DisorderedAnswers = 2 },
        });

        Assert.AreEqual(Ok, modem.Ask("AT"));
        Assert.AreEqual(Ok + "\r\n+CSIM: 6,\"019000\"\r\n" + Ok, modem.Ask(OpenChannel));
        Assert.AreEqual(Ok + "\r\n+CSIM: 6,\"029000\"\r\n" + Ok, modem.Ask(OpenChannel));
        Assert.AreEqual("\r\n+CSIM: 6,\"039000\"\r\n" + Ok, modem.Ask(OpenChannel));
    }

    [TestMethod]
    public void Disorder_AfterARestart_BeginsAnew()
    {
        SimulatedModem modem = CreateModem(new()
        {
            Csim = new() { Disorder = AnswerDisorder.BehindOk, DisorderedAnswers = 1 },
        });
        modem.Ask(OpenChannel);

        modem.Restart();

        Assert.AreEqual(Ok + "\r\n+CSIM: 6,\"019000\"\r\n" + Ok, modem.Ask(OpenChannel));
    }

    [TestMethod]
    [DataRow(PathArgument.Followed, "\r\n+CRSM: 144,0,\"0002\"\r\n\r\nOK\r\n")]
    [DataRow(PathArgument.Refused, "\r\nERROR\r\n")]
    [DataRow(PathArgument.Ignored, "\r\n+CRSM: 106,130\r\n\r\nOK\r\n")]
    public void CrsmPath_Argument_IsTreatedAsTheModemDoes(PathArgument path, string answer)
    {
        SimulatedModem modem = CreateModem(new() { Crsm = new() { Path = path } });

        Assert.AreEqual(answer, modem.Ask("AT+CRSM=176,25650,0,0,2,,\"3F005015\""));
        Assert.AreEqual("\r\n+CRSM: 144,0,\"10F6\"\r\n" + Ok, modem.Ask("AT+CRSM=176,12258,0,8,2"));
    }

    [TestMethod]
    public void CrsmFirstReadFails_OnlyTheFirst_UntilARestart()
    {
        SimulatedModem modem = CreateModem(new() { Crsm = new() { FirstReadFails = true } });

        Assert.StartsWith("\r\n+CRSM: 144,0,\"62", modem.Ask("AT+CRSM=192,12258"));
        Assert.AreEqual("\r\n+CRSM: 106,134,\"\"\r\n" + Ok, modem.Ask(ReadIccid));
        Assert.AreEqual("\r\n+CRSM: 144,0,\"988800000000000010F6\"\r\n" + Ok, modem.Ask(ReadIccid));
        modem.Restart();
        Assert.AreEqual("\r\n+CRSM: 106,134,\"\"\r\n" + Ok, modem.Ask("AT+CRSM=178,12032,1,4,48"));
    }

    [TestMethod]
    [DataRow("AT+CRSM=192,12258", "\r\n+CME ERROR: 50\r\n")]
    [DataRow("AT+CRSM=192,12258,0,0", "\r\n+CME ERROR: 50\r\n")]
    [DataRow("AT+CRSM=192,12258,0,0,15", "\r\n+CRSM: 144,0,\"62")]
    public void CrsmNeedsAllParameters_GetResponse_IsRefusedWithout(string command, string answer)
    {
        SimulatedModem modem = CreateModem(new() { Crsm = new() { NeedsAllParameters = true } });
        modem.Ask("AT+CMEE=1");

        Assert.StartsWith(answer, modem.Ask(command));
    }

    [TestMethod]
    public void ErrorForms_WordsOnly_AreWordsWhateverCmeeSays()
    {
        SimulatedModem modem = CreateModem(new() { ErrorForms = CmeeForms.WordsOnly });
        modem.Card = null;

        Assert.AreEqual("\r\n+CME ERROR: SIM not inserted\r\n", modem.Ask("AT+CPIN?"));
        Assert.AreEqual(Ok, modem.Ask("AT+CMEE=1"));
        Assert.AreEqual("\r\n+CMEE: 1\r\n" + Ok, modem.Ask("AT+CMEE?"));
        Assert.AreEqual("\r\n+CME ERROR: SIM not inserted\r\n", modem.Ask("AT+CPIN?"));
        Assert.AreEqual("\r\nERROR\r\n", modem.Ask("AT+FOO"));
    }

    [TestMethod]
    public void ErrorForms_NoWords_RefuseCmee2()
    {
        SimulatedModem modem = CreateModem(new() { ErrorForms = CmeeForms.NoWords });

        Assert.AreEqual("\r\n+CMEE: (0-1)\r\n" + Ok, modem.Ask("AT+CMEE=?"));
        Assert.AreEqual(Ok, modem.Ask("AT+CMEE=1"));
        Assert.AreEqual("\r\nERROR\r\n", modem.Ask("AT+CMEE=2"));
        Assert.AreEqual("\r\n+CMEE: 1\r\n" + Ok, modem.Ask("AT+CMEE?"));
    }

    [TestMethod]
    [DataRow(CmeError.PhoneFailure, "phone failure")]
    [DataRow(CmeError.OperationNotAllowed, "operation not allowed")]
    [DataRow(CmeError.OperationNotSupported, "operation not supported")]
    [DataRow(CmeError.SimNotInserted, "SIM not inserted")]
    [DataRow(CmeError.SimPinRequired, "SIM PIN required")]
    [DataRow(CmeError.SimPukRequired, "SIM PUK required")]
    [DataRow(CmeError.SimFailure, "SIM failure")]
    [DataRow(CmeError.SimBusy, "SIM busy")]
    [DataRow(CmeError.IncorrectPassword, "incorrect password")]
    [DataRow(CmeError.IncorrectParameters, "incorrect parameters")]
    [DataRow(CmeError.Unknown, "unknown")]
    public void CmeError_InWords_IsThatOf27007(CmeError error, string words)
    {
        SimulatedModem modem = CreateModem(new() { Refused = [new("+CIMI", Refusal.Cme(error))] });
        modem.Ask("AT+CMEE=2");

        Assert.AreEqual($"\r\n+CME ERROR: {words}\r\n", modem.Ask("AT+CIMI"));
    }

    [TestMethod]
    public void EmptyLines_BeforeTheResult_StandBehindAnswersOnly()
    {
        SimulatedModem modem = CreateModem(new() { EmptyLines = 2 });

        Assert.AreEqual("\r\n+CFUN: 1\r\n\r\n\r\n\r\nOK\r\n", modem.Ask("AT+CFUN?"));
        Assert.AreEqual(Ok, modem.Ask("AT"));
        Assert.AreEqual("\r\nERROR\r\n", modem.Ask("AT+FOO"));
    }

    [TestMethod]
    public void Q1_Results_AreSwallowedAndAnswersAreNot()
    {
        SimulatedModem modem = CreateModem(new());

        Assert.AreEqual("", modem.Ask("ATQ1"));
        Assert.AreEqual("", modem.Ask("AT"));
        Assert.AreEqual("", modem.Ask("AT+FOO"));
        Assert.AreEqual("", modem.Ask("AT+CMEE=1"));
        Assert.AreEqual("", modem.Ask("AT+CRSM=176"));
        Assert.AreEqual("\r\n+CFUN: 1\r\n", modem.Ask("AT+CFUN?"));
        Assert.AreEqual(Ok, modem.Ask("ATQ0"));
        modem.Ask("ATQ1");
        Assert.AreEqual(Ok, modem.Ask("ATZ"));
    }

    [TestMethod]
    public void V0Q1_Together_LeaveBareLines()
    {
        SimulatedModem modem = CreateModem(new());

        Assert.AreEqual("", modem.Ask("ATV0Q1"));
        Assert.AreEqual("+CSIM: 6,\"019000\"\r\n", modem.Ask(OpenChannel));
        Assert.AreEqual("0\r", modem.Ask("ATQ0"));
    }

    [TestMethod]
    public void Unsolicited_BeforeTheEcho_ComesOncePerCommand()
    {
        SimulatedModem modem = new(
            new(ExampleCard.Create()), new() { Unsolicited = [new("+CREG: 1", UnsolicitedPlace.BeforeEcho)] });

        modem.Write("A");
        Assert.AreEqual("\r\n+CREG: 1\r\nA", modem.ReadText());
        modem.Write("T\r\n");
        Assert.AreEqual("T\r" + Ok, modem.ReadText());
        Assert.AreEqual("\r\n+CREG: 1\r\nAT\r" + Ok, modem.Ask("AT"));
    }

    [TestMethod]
    public void IccidForms_Several_AreAllUnderstood()
    {
        SimulatedModem modem = CreateModem(new()
        {
            IccidForms = [new("+QCCID", "+QCCID: {0}", KeepsFiller: true), new("%XICCID", "%XICCID: {0}"), new("^SCID", "{0}")],
        });

        Assert.AreEqual("\r\n+QCCID: 8988000000000000016F\r\n" + Ok, modem.Ask("AT+QCCID"));
        Assert.AreEqual("\r\n%XICCID: 8988000000000000016\r\n" + Ok, modem.Ask("at%xiccid"));
        Assert.AreEqual("\r\n8988000000000000016\r\n" + Ok, modem.Ask("AT^SCID?"));
        Assert.AreEqual(Ok, modem.Ask("AT^SCID=?"));
        Assert.AreEqual("\r\nERROR\r\n", modem.Ask("AT^SCID=1"));
        Assert.AreEqual("\r\nERROR\r\n", modem.Ask("AT+CCID"));
    }

    // Reads 10 in a session: the second last byte of EF.ICCID, a file of the MF.
    private static string Read10(SimulatedModem modem)
    {
        modem.Ask("AT+CGLA=1,14,\"00A4080C022FE2\"");
        return modem.Ask("AT+CGLA=1,10,\"00B0000801\"");
    }

    private static string Csim(string apdu) => $"AT+CSIM={apdu.Length},\"{apdu}\"";

    private static SimulatedModem CreateModem(ModemBehavior behavior) =>
        new(new(ExampleCard.Create()), behavior with { Echo = false });
}
