using System.Globalization;
using Bootstrapper.Cli.Tracing;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Cli.Tests.Tracing;

[TestClass]
public sealed class TraceViewTests
{
    private const string Aid = "A000000063504B43532D3135";
    private const string Odf = "A706300404026430";
    private const string Dodf = "A125300030110C0F4C774D324D20426F6F747374726170A10E300C0604672B0901300404026432";

    private static IEnumerable<object[]> Notations =>
        from quotes in (bool[])[true, false]
        from lowerCase in (bool[])[true, false]
        from length in (AnnouncedLength[])[AnnouncedLength.Digits, AnnouncedLength.Bytes]
        from spacing in Enum.GetValues<AnswerSpacing>()
        select new object[] { quotes, lowerCase, length, spacing };

    [TestMethod]
    public void Show_CsimOnAChannel_IsInWords()
    {
        string text = Dialogue.Show($"""
            > AT+CSIM=10,"0070000001"
            < +CSIM: 6,"019000"
            < OK
            > AT+CSIM=36,"01A404040C{Aid}00"
            < +CSIM: 4,"6127"
            < OK
            > AT+CSIM=10,"01C0000027"
            < +CSIM: 82,"622582027821840CA000000063504B43532D31358A01058B032F060CC60990014083010183010A9000"
            < OK
            > AT+CSIM=20,"01A40804047FFF503100"
            < +CSIM: 52,"621682024121830250318A01058B036F06028002002088009000"
            < OK
            > AT+CSIM=10,"01B0000020"
            < +CSIM: 68,"{Odf.PadRight(64, 'F')}9000"
            < OK
            > AT+CSIM=18,"01A4000C026430"
            < +CSIM: 4,"9000"
            < OK
            > AT+CSIM=10,"01B0000000"
            < +CSIM: 4,"6C27"
            < OK
            > AT+CSIM=10,"01B0000027"
            < +CSIM: 82,"{Dodf}9000"
            < OK
            > AT+CSIM=18,"01A4080C047FFF6432"
            < +CSIM: 4,"9000"
            < OK
            > AT+CSIM=10,"01B0000008"
            < +CSIM: 20,"0002007A000000009000"
            < OK
            > AT+CSIM=8,"01708001"
            < +CSIM: 4,"9000"
            < OK
            """);

        Assert.AreEqual(
            $"""
            > AT+CSIM=10,"0070000001"
                MANAGE CHANNEL, open one
            < +CSIM: 6,"019000"
                9000 done; channel 1
            < OK
            > AT+CSIM=36,"01A404040C{Aid}00"
                channel 1: SELECT application {Aid} (PKCS#15)
            < +CSIM: 4,"6127"
                6127 39 bytes wait for GET RESPONSE
            < OK
            > AT+CSIM=10,"01C0000027"
                channel 1: GET RESPONSE, 39 bytes
            < +CSIM: 82,"622582027821840CA000000063504B43532D31358A01058B032F060CC60990014083010183010A9000"
                9000 done; application {Aid} (PKCS#15), directory, access rule 12 of 2F06
            < OK
            > AT+CSIM=20,"01A40804047FFF503100"
                channel 1: SELECT 7FFF/5031 (EF.ODF)
            < +CSIM: 52,"621682024121830250318A01058B036F06028002002088009000"
                9000 done; file 5031, transparent, 32 bytes, access rule 2 of 6F06
            < OK
            > AT+CSIM=10,"01B0000020"
                channel 1: READ BINARY, offset 0, 32 bytes
            < +CSIM: 68,"{Odf.PadRight(64, 'F')}9000"
                9000 done; EF.ODF
            < OK
            > AT+CSIM=18,"01A4000C026430"
                channel 1: SELECT 6430 (EF.DODF)
            < +CSIM: 4,"9000"
                9000 done
            < OK
            > AT+CSIM=10,"01B0000000"
                channel 1: READ BINARY, offset 0, 256 bytes
            < +CSIM: 4,"6C27"
                6C27 wrong length: 39 is right
            < OK
            > AT+CSIM=10,"01B0000027"
                channel 1: READ BINARY, offset 0, 39 bytes
            < +CSIM: 82,"{Dodf}9000"
                9000 done; EF.DODF
            < OK
            > AT+CSIM=18,"01A4080C047FFF6432"
                channel 1: SELECT 7FFF/6432 (EF LwM2M_Bootstrap)
            < +CSIM: 4,"9000"
                9000 done
            < OK
            > AT+CSIM=10,"01B0000008"
                channel 1: READ BINARY, offset 0, 8 bytes
            < +CSIM: 20,"<8 bytes>9000"
                9000 done; 8 bytes
            < OK
            > AT+CSIM=8,"01708001"
                channel 1: MANAGE CHANNEL, close 1
            < +CSIM: 4,"9000"
                9000 done
            < OK

            """.ReplaceLineEndings("\n"),
            text);
    }

    [TestMethod]
    public void Show_Session_IsInWords()
    {
        string text = Dialogue.Show($"""
            > AT+CCHO="{Aid}"
            < +CCHO: 000000000385a7cf
            < OK
            > AT+CGLA=000000000385a7cf,18,"00A4080C047FFF5031"
            < +CGLA: 4,"6A82"
            < OK
            > AT+CCHC=000000000385a7cf
            < OK
            > AT+CCHO="A0000000871002"
            < 2
            < OK
            """);

        Assert.AreEqual(
            $"""
            > AT+CCHO="{Aid}"
                open a session with application {Aid} (PKCS#15)
            < +CCHO: 000000000385a7cf
                session 000000000385a7cf
            < OK
            > AT+CGLA=000000000385a7cf,18,"00A4080C047FFF5031"
                session 000000000385a7cf: SELECT 7FFF/5031 (EF.ODF)
            < +CGLA: 4,"6A82"
                6A82 no such file or application
            < OK
            > AT+CCHC=000000000385a7cf
                close session 000000000385a7cf
            < OK
            > AT+CCHO="A0000000871002"
                open a session with application A0000000871002 (USIM)
            < 2
                session 2
            < OK

            """.ReplaceLineEndings("\n"),
            text);
    }

    [TestMethod]
    public void Show_Crsm_IsInWords()
    {
        string text = Dialogue.Show("""
            > AT+CRSM=192,12258
            < +CRSM: 144,0,"62178202412183022FE28A01058B032F06018002000A880110"
            < OK
            > AT+CRSM=176,12258,0,0,10
            < +CRSM: 144,0,"988800000000000010F6"
            < OK
            > AT+CRSM=176,25650,0,0,3,,"3F005015"
            < +CRSM: 144,0,"000200"
            < OK
            > AT+CRSM=176,12258,0,0,10
            < +CRSM: 106,134,""
            < OK
            > AT+CRSM=214,25650,0,16,2,"ABCD","3F005015"
            < +CRSM: 105,130
            < OK
            """);

        Assert.AreEqual(
            """
            > AT+CRSM=192,12258
                file information of 2FE2 (EF.ICCID)
            < +CRSM: 144,0,"62178202412183022FE28A01058B032F06018002000A880110"
                9000 done; file 2FE2, transparent, 10 bytes, SFI 02, access rule 1 of 2F06
            < OK
            > AT+CRSM=176,12258,0,0,10
                READ BINARY, offset 0, 10 bytes of 2FE2 (EF.ICCID)
            < +CRSM: 144,0,"988800000000000010F6"
                9000 done; EF.ICCID: 8988000000000000016
            < OK
            > AT+CRSM=176,25650,0,0,3,,"3F005015"
                READ BINARY, offset 0, 3 bytes of 3F005015/6432
            < +CRSM: 144,0,"<3 bytes>"
                9000 done; 3 bytes
            < OK
            > AT+CRSM=176,12258,0,0,10
                READ BINARY, offset 0, 10 bytes of 2FE2 (EF.ICCID)
            < +CRSM: 106,134,""
                6A86 wrong P1 or P2
            < OK
            > AT+CRSM=214,25650,0,16,2,"<2 bytes>","3F005015"
                UPDATE BINARY, offset 16, 2 bytes of 3F005015/6432
            < +CRSM: 105,130
                6982 a PIN or key has to be verified first
            < OK

            """.ReplaceLineEndings("\n"),
            text);
    }

    [TestMethod]
    [DataRow("AT", "AT")]
    [DataRow("at", "at")]
    [DataRow("ATE0V1Q0", "ATE0V1Q0")]
    [DataRow("AT&F", "AT&F")]
    [DataRow("ATS0=0", "ATS0=0")]
    [DataRow("AT+CPIN?", "AT+CPIN?")]
    [DataRow("AT+CFUN=?", "AT+CFUN=?")]
    [DataRow("AT+CFUN=4,1", "AT+CFUN=4,1")]
    [DataRow("AT%XICCID", "AT%XICCID")]
    [DataRow("AT+CSIM=1", "AT+CSIM=1")]
    [DataRow("AT+CPINR=\"SIM PIN\"", "AT+CPINR=\"SIM PIN\"")]
    [DataRow("AT+CPIN=\"1234\"", "AT+CPIN=<6 characters>")]
    [DataRow("AT+CPIN=12345678,1234", "AT+CPIN=<13 characters>")]
    [DataRow("AT+CLCK=\"SC\",0,\"1234\"", "AT+CLCK=<13 characters>")]
    [DataRow("AT+CPWD=\"SC\",\"1234\",\"4321\"", "AT+CPWD=<18 characters>")]
    [DataRow("AT+QSECRET=\"x\"", "AT+QSECRET=<3 characters>")]
    [DataRow("AT+CMEE=1;+CPIN=\"1234\"", "AT+CMEE=<14 characters>")]
    [DataRow("ATE0+CPIN=\"1234\"", "AT<14 characters>")]
    [DataRow("ATD1234;", "AT<6 characters>")]
    [DataRow("AT+CSIM=10,\"00B00000F\"", "AT+CSIM=<14 characters>")]
    [DataRow("AT+CSIM=10,00B00000F0", "AT+CSIM=10,00B00000F0")]
    [DataRow("AT+CSIM=26,\"0020000108313233343FFFFFFF\"", "AT+CSIM=26,\"0020000108<8 bytes>\"")]
    [DataRow("AT+CSIM=24,\"00D6000007A7000000000000\"", "AT+CSIM=24,\"00D6000007<7 bytes>\"")]
    [DataRow("AT+CSIM=24,\"80E2000006A7000000000000\"", "AT+CSIM=24,\"80E2000006<6 bytes>00\"")]
    [DataRow("AT+CSIM=44,\"00A4040011A000000063504B43532D3135A000000063\"", "AT+CSIM=44,\"00A4040011<17 bytes>\"")]
    [DataRow("AT+CRSM=214,25650,0,0,4,\"00020000\"", "AT+CRSM=214,25650,0,0,4,\"<4 bytes>\"")]
    [DataRow("AT+CRSM=176,25650,0,0,4,\"00020000FF0\"", "AT+CRSM=<29 characters>")]
    [DataRow("1234", "<4 characters>")]
    [DataRow("\u001B[2JAT", "[2JAT")]
    public void Show_Command_ShowsNoMoreThanIsHarmless(string command, string shown)
    {
        Assert.AreEqual($"> {shown}", Dialogue.Show($"> {command}").Split('\n')[0]);
        Assert.AreEqual($"> {command.TrimStart('\u001B')}", Dialogue.Show($"> {command}", showSecrets: true).Split('\n')[0]);
    }

    [TestMethod]
    [DataRow("0020000100", "VERIFY PIN1: how many tries are left?")]
    [DataRow("002000810833343536FFFFFFFF", "VERIFY LocalPIN1")]
    [DataRow("002400011031323334FFFFFFFF34333231FFFFFFFF", "CHANGE PIN PIN1")]
    [DataRow("002C0001103132333435363738343332311FFFFFFF", "UNBLOCK PIN PIN1")]
    [DataRow("80F2000000", "STATUS, 256 bytes")]
    [DataRow("00B2020430", "READ RECORD 2, 48 bytes")]
    [DataRow("03B201F430", "channel 3: READ RECORD 1 of SFI 1E, 48 bytes")]
    [DataRow("43B0820310", "channel 7: READ BINARY of SFI 02, offset 3, 16 bytes")]
    [DataRow("00D67FFF02ABCD", "UPDATE BINARY, offset 32767, 2 bytes")]
    [DataRow("A0A40000023F00", "SELECT 3F00 (MF)")]
    [DataRow("00A4030C", "SELECT the directory above")]
    [DataRow("00A409040450156432", "SELECT ./5015/6432")]
    [DataRow("00A40804022F00", "SELECT 3F00/2F00 (EF.DIR)")]
    [DataRow("00A404000CA0000000871004FFFFFFFF89", "SELECT application A0000000871004FFFFFFFF89 (ISIM)")]
    [DataRow("007080130000", "MANAGE CHANNEL, close 19")]
    [DataRow("00FF0000", "instruction FF")]
    public void Show_Apdu_IsInWords(string apdu, string words)
    {
        string text = Dialogue.Show(string.Create(CultureInfo.InvariantCulture, $"> AT+CSIM={apdu.Length},\"{apdu}\""));

        Assert.AreEqual($"    {words}", text.Split('\n')[1]);
    }

    [TestMethod]
    [DynamicData(nameof(Notations))]
    public void Show_AnyNotation_IsUnderstood(bool quotes, bool lowerCase, AnnouncedLength length, AnswerSpacing spacing)
    {
        ModemBehavior behavior = new()
        {
            Notation = new() { Quotes = quotes, LowerCase = lowerCase, Length = length, Spacing = spacing },
        };
        foreach (CardAccess way in (CardAccess[])[CardAccess.CsimChannel, CardAccess.Cgla, CardAccess.Crsm])
        {
            Dialogue dialogue = Dialogue.Of(
                behavior, new(ExampleCard.Create()), new() { Access = way }, null, out BootstrapOutcome? outcome);

            string text = Dialogue.Show(dialogue.Pieces);

            Assert.AreEqual(BootstrapOutcome.Provisioned, outcome);
            Assert.Contains("9000 done; EF.ODF\n", text);
            Assert.Contains("9000 done; EF.DODF\n", text);
            Assert.Contains("(EF LwM2M_Bootstrap)", text);
            Assert.Contains("9000 done; 240 bytes\n", text);
            Assert.DoesNotContain("characters>", text);
        }
    }

    [TestMethod]
    [DataRow("+CSIM: 10,\"63C2\"")]
    [DataRow("+CSIM:2,\"63c2\"")]
    [DataRow("+CSIM : 4 , \"63C2\"")]
    [DataRow("+CSIM: 4,63C2")]
    [DataRow("+CSIM: 2,63C2")]
    [DataRow("4,\"63C2\"")]
    [DataRow("+CSIM: 4,\"9000\"+CSIM: 4,\"63C2\"")]
    public void Show_AnswerOfAnyForm_IsUnderstood(string line)
    {
        string text = Dialogue.Show($"> AT+CSIM=10,\"0020000100\"\n< {line}");

        Assert.AreEqual($"< {line}\n    63C2 2 tries left\n", string.Join('\n', text.Split('\n')[2..]), ignoreCase: true);
    }

    [TestMethod]
    public void Show_EveryFamily_IsUnderstood()
    {
        foreach (SimulatedModemFamily family in ModemFamilies.All)
        {
            Dialogue dialogue = Dialogue.Of(
                family.Behavior, new(ExampleCard.Create()), new(), null, out BootstrapOutcome? outcome);

            string text = Dialogue.Show(dialogue.Pieces);

            Assert.DoesNotContain("characters>", text, family.Name);
            bool isRead = outcome == BootstrapOutcome.Provisioned;
            Assert.AreEqual(isRead, text.Contains("9000 done; EF.DODF\n", StringComparison.Ordinal), family.Name);
            Assert.Contains(family.Behavior.Model, text, family.Name);
        }
    }

    [TestMethod]
    public void Show_Echo_IsSaidToBeOne()
    {
        StringWriter text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        TraceView view = new(text, showSecrets: false);
        view.Sent("AT+CMEE?\r"u8);
        view.Received("AT+CMEE?\r\r\n+CMEE: 0\r\n\r\nOK\r\n"u8);
        view.Sent("AT+CPIN=\"1234\"\r"u8);
        view.Received("\r\n+CREG: 1\r\nAT+CPIN=\"1234\"\r\r\nOK\r\n"u8);

        Assert.AreEqual(
            "> AT+CMEE?\n< (echo)\n< +CMEE: 0\n< OK\n> AT+CPIN=<6 characters>\n< +CREG: 1\n< (echo)\n< OK\n", text.ToString());
    }

    // The echo of a command that is given up comes when the next one has been sent already.
    [TestMethod]
    public void Show_LateEcho_IsMaskedAsTheCommand()
    {
        Assert.AreEqual(
            "> AT+CPIN=<6 characters>\n> AT\n< AT+CPIN=<6 characters>\n",
            Dialogue.Show("> AT+CPIN=\"7391\"\n> AT\n< AT+CPIN=\"7391\""));
    }

    [TestMethod]
    [DataRow("AT+CPIN=\"7391\"")]
    [DataRow("AT+CPIN=73918264,7391")]
    [DataRow("ATE0+CPIN=7391")]
    [DataRow("AT+CMEE=1;+CPIN=7391")]
    [DataRow("at^spin=\"7391\"")]
    [DataRow("AT+CLCK=\"SC\",1,\"7391\"")]
    [DataRow("AT+CSIM=26,\"0020000108" + "37333931FFFFFFFF\"")]
    [DataRow("AT+CSIM=42,\"0024000110" + "31313131FFFFFFFF37333931FFFFFFFF\"")]
    public void Show_PieceOfAnEcho_HasNoPin(string command)
    {
        Assert.EndsWith("\n< CPN=\"<PIN>\"\n", Dialogue.Show($"> {command}\n< CPN=\"7391\""));
    }

    [TestMethod]
    [DataRow("+CREG: 1,\"1A2B\",\"01234567\",7", "+CREG: 1,\"1A2B\",\"<8 characters>\",7")]
    [DataRow("+CGMR: BG96MAR02A07M1G", "+CGMR: BG96MAR02A07M1G")]
    [DataRow("*PSUTTZ: 26/11/24,10:20:30,\"+04\",0", "*PSUTTZ: 26/11/24,10:20:30,\"+04\",0")]
    [DataRow("+CME ERROR: SIM busy", "+CME ERROR: SIM busy")]
    [DataRow("+CSI]: 20,\"0002007A000000009000\"", "+CSI]: 20,\"<20 characters>\"")]
    [DataRow("+CSIM: 20,\"0002007A000?00009000\"", "+CSIM: 20,\"<20 characters>\"")]
    [DataRow("+CSIM: 20,\"0002007A00000000", "+CSIM: 20,\"<16 characters>")]
    [DataRow("+CSIM: 20,0002007A0000", "+CSIM: <15 characters>")]
    [DataRow("+CSIM: 20,\"0002007A000000001234\"", "+CSIM: 20,\"<20 characters>\"")]
    [DataRow("00 02 00 7A 00 00", "<17 characters>")]
    public void Show_AnswerThatNoCommandExplains_ShowsNoLongDigits(string line, string shown)
    {
        Assert.AreEqual($"< {shown}", Dialogue.Show($"< {line}").Split('\n')[0]);
    }

    [TestMethod]
    [DataRow("AT+CCID", "+CCID: 8988000000000000016", true)]
    [DataRow("AT+CCID", "8988000000000000016F", true)]
    [DataRow("AT+SQNCCID", "+SQNCCID:\"8988000000000000016\",\"\"", true)]
    [DataRow("AT+CCID", "+CCID: 8988000000000000016,89049032000000000000000000000017", true)]
    [DataRow("AT+CIMI", "8988000000000000016", false)]
    [DataRow("AT+CCID", "0002007A00000000016", false)]
    [DataRow("AT+CCID", "+CCID: 8988000000000000016000000", false)]
    public void Show_CardNumber_IsShownWhereItWasAskedFor(string command, string line, bool isShown)
    {
        Assert.AreEqual(isShown, Dialogue.Show($"> {command}\n< {line}").Contains(line, StringComparison.Ordinal));
    }

    // An answer that is not the one to the last command says nothing of what may be shown.
    [TestMethod]
    public void Show_SecondAnswer_IsMasked()
    {
        string text = Dialogue.Show($"""
            > AT+CRSM=176,20529,0,0,8
            < +CRSM: 144,0,"{Odf}"
            < +CRSM: 144,0,"{Odf}"
            < +CSIM: 20,"{Odf}9000"
            """);

        Assert.AreEqual(
            $"""
            > AT+CRSM=176,20529,0,0,8
                READ BINARY, offset 0, 8 bytes of 5031 (EF.ODF)
            < +CRSM: 144,0,"{Odf}"
                9000 done; EF.ODF
            < +CRSM: 144,0,"<8 bytes>"
                9000 done; 8 bytes
            < +CSIM: 20,"<8 bytes>9000"
                9000 done; 8 bytes

            """.ReplaceLineEndings("\n"),
            text);
    }

    [TestMethod]
    [DataRow("6A82", true)]
    [DataRow("9000", false)]
    public void Show_ReadAfterSelect_IsOfTheFileThatIsSelected(string statusOfSelect, bool isShown)
    {
        string text = Dialogue.Show($"""
            > AT+CSIM=14,"00A4000C025031"
            < +CSIM: 4,"9000"
            > AT+CSIM=14,"00A4000C026432"
            < +CSIM: 4,"{statusOfSelect}"
            > AT+CSIM=10,"00B0000008"
            < +CSIM: 20,"{Odf}9000"
            """);

        Assert.AreEqual(isShown, text.Contains(Odf, StringComparison.Ordinal));
    }

    [TestMethod]
    public void Show_ReadAfterSelectWithoutAnAnswer_IsMasked()
    {
        string text = Dialogue.Show($"""
            > AT+CSIM=14,"00A4000C025031"
            < ERROR
            > AT+CSIM=10,"00B0000008"
            < +CSIM: 20,"{Odf}9000"
            """);

        Assert.DoesNotContain(Odf, text);
    }

    [TestMethod]
    public void Show_ChannelsAtTheSameTime_EachHasItsFile()
    {
        string text = Dialogue.Show($"""
            > AT+CSIM=14,"01A4000C025031"
            < +CSIM: 4,"9000"
            > AT+CSIM=14,"02A4000C026432"
            < +CSIM: 4,"9000"
            > AT+CSIM=10,"01B0000008"
            < +CSIM: 20,"{Odf}9000"
            > AT+CSIM=10,"02B0000008"
            < +CSIM: 20,"{Odf}9000"
            > AT+CSIM=10,"03B0000008"
            < +CSIM: 20,"{Odf}9000"
            """);

        Assert.HasCount(2, text.Split(Odf));
    }

    [TestMethod]
    public void Show_EndlessLine_IsShownInPieces()
    {
        StringWriter text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        TraceView view = new(text, showSecrets: false);
        for (int i = 0; i < 100; i++)
            view.Received(new byte[1000].Select(_ => (byte)'x').ToArray());
        Assert.IsGreaterThan(90_000, text.ToString().Length);

        view.Flush();

        Assert.AreEqual(100_000, text.ToString().Count(c => c == 'x'));
    }
}
