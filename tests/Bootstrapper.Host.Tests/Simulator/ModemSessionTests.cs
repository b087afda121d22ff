using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Simulator;

/// <summary>AT+CCHO, AT+CGLA and AT+CCHC (3GPP TS 27.007 8.43 to 8.46).</summary>
[TestClass]
public sealed class ModemSessionTests
{
    private const string Open = "AT+CCHO=\"A000000063504B43532D3135\"";
    private const string Ok = "\r\nOK\r\n";

    [TestMethod]
    public void Session_WithAnApplication_ReadsItsFiles()
    {
        SimulatedModem modem = CreateModem();

        Assert.AreEqual("\r\n+CCHO: 1\r\n" + Ok, modem.Ask(Open));
        Assert.AreEqual("\r\n+CGLA: 4,\"9000\"\r\n" + Ok, modem.Ask("AT+CGLA=1,18,\"00A4080C047FFF6432\""));
        Assert.AreEqual("\r\n+CGLA: 12,\"0002007A9000\"\r\n" + Ok, modem.Ask("AT+CGLA=1,10,\"00B0000004\""));
        CollectionAssert.AreEqual(new[] { 1 }, modem.Card!.OpenChannels.ToArray());
        Assert.AreEqual(Ok, modem.Ask("AT+CCHC=1"));
        Assert.IsEmpty(modem.Card.OpenChannels);
    }

    [TestMethod]
    [DataRow("AT+CCHO=?")]
    [DataRow("AT+CGLA=?")]
    [DataRow("AT+CCHC=?")]
    public void TestForm_OfEach_IsOk(string command) => Assert.AreEqual(Ok, CreateModem().Ask(command));

    [TestMethod]
    [DataRow("AT+CCHO")]
    [DataRow("AT+CGLA?")]
    [DataRow("AT+CCHC?")]
    public void OtherForm_OfEach_IsError(string command) => Assert.AreEqual("\r\nERROR\r\n", CreateModem().Ask(command));

    [TestMethod]
    public void Cgla_Class_IsThatOfTheSessionsChannel()
    {
        SimulatedModem modem = CreateModem();
        List<string> apdus = [];
        for (int i = 0; i < 4; i++)
            modem.Ask(Open);

        modem.Card!.Transmitted += e => apdus.Add(Convert.ToHexString(e.Command.Span));
        modem.Ask("AT+CGLA=1,10,\"80F2000C00\"");
        modem.Ask("AT+CGLA=3,10,\"00B0000000\"");
        modem.Ask("AT+CGLA=4,10,\"00B0000000\"");
        modem.Ask("AT+CGLA=4,10,\"80F2000C00\"");

        CollectionAssert.AreEqual(new[] { "81F2000C00", "03B0000000", "40B0000000", "C0F2000C00" }, apdus);
    }

    [TestMethod]
    public void Cgla_SecondSession_HasItsOwnSelection()
    {
        SimulatedModem modem = CreateModem();
        modem.Ask(Open);
        Assert.AreEqual("\r\n+CCHO: 2\r\n" + Ok, modem.Ask("AT+CCHO=A0000000871002"));

        modem.Ask("AT+CGLA=1,18,\"00A4080C047FFF6432\"");
        modem.Ask("AT+CGLA=2,18,\"00A4080C047FFF6F07\"");

        Assert.AreEqual("\r\n+CGLA: 8,\"00029000\"\r\n" + Ok, modem.Ask("AT+CGLA=1,10,\"00B0000002\""));
        Assert.AreEqual("\r\n+CGLA: 8,\"08099000\"\r\n" + Ok, modem.Ask("AT+CGLA=2,10,\"00B0000002\""));
    }

    [TestMethod]
    public void Cgla_GetResponse_IsDoneByTheModemOrLeft()
    {
        const string Select = "AT+CGLA=1,20,\"00A40804047FFF643200\"";
        SimulatedModem resolving = CreateModem();
        SimulatedModem passing = CreateModem(new() { Sessions = new() { ResolvesGetResponse = false } });
        resolving.Ask(Open);
        passing.Ask(Open);

        Assert.StartsWith("\r\n+CGLA: 52,\"6216", resolving.Ask(Select));
        Assert.AreEqual("\r\n+CGLA: 4,\"6118\"\r\n" + Ok, passing.Ask(Select));
        Assert.StartsWith("\r\n+CGLA: 52,\"6216", passing.Ask("AT+CGLA=1,10,\"00C0000018\""));
    }

    [TestMethod]
    [DataRow("AT+CGLA=1,8,\"00B0000004\"", "length too small")]
    [DataRow("AT+CGLA=1,5,\"00B0000004\"", "length in bytes")]
    [DataRow("AT+CGLA=1,10", "no command")]
    [DataRow("AT+CGLA=1,10,\"00B00000XX\"", "no digits")]
    [DataRow("AT+CGLA=10,\"00B0000004\"", "no session")]
    [DataRow("AT+CGLA=1,10,\"00B0000004\",1", "an argument too many")]
    [DataRow("AT+CGLA=1,10,\"01B0000004\"", "a channel in the class byte")]
    [DataRow("AT+CGLA=2,10,\"00B0000004\"", "another session")]
    [DataRow("AT+CGLA=,10,\"00B0000004\"", "an empty session")]
    [DataRow("AT+CCHC=2", "closing another session")]
    [DataRow("AT+CCHC=", "closing none")]
    [DataRow("AT+CCHC=1,1", "closing with an argument too many")]
    [DataRow("AT+CCHO=", "opening without an AID")]
    [DataRow("AT+CCHO=\"A0000000631\"", "an odd AID")]
    [DataRow("AT+CCHO=\"A000000063504B43532D3135000000000000\"", "an AID of more than 16 bytes")]
    public void WrongArguments_OfEach_AreRefusedBeforeTheCard(string command, string what)
    {
        SimulatedModem modem = CreateModem();
        modem.Ask("AT+CMEE=1");
        modem.Ask(Open);
        int before = modem.Card!.CommandCount;

        Assert.AreEqual("\r\n+CME ERROR: 50\r\n", modem.Ask(command), what);
        Assert.AreEqual(before, modem.Card.CommandCount, what);
    }

    [TestMethod]
    public void Ccho_AbsentApplication_LeavesNoChannel()
    {
        SimulatedModem modem = CreateModem();
        modem.Ask("AT+CMEE=1");

        Assert.AreEqual("\r\n+CME ERROR: 13\r\n", modem.Ask("AT+CCHO=\"A0000005591010\""));
        Assert.IsEmpty(modem.Card!.OpenChannels);
    }

    [TestMethod]
    public void Ccho_NoChannelLeft_IsPhoneFailureUntilOneIs()
    {
        SimulatedModem modem = CreateModem(card: new(ExampleCard.Create(), new() { LogicalChannels = 2 }));
        modem.Ask("AT+CMEE=1");
        modem.Ask(Open);
        modem.Ask(Open);

        Assert.AreEqual("\r\n+CME ERROR: 0\r\n", modem.Ask(Open));
        Assert.AreEqual(Ok, modem.Ask("AT+CCHC=1"));
        Assert.AreEqual("\r\n+CCHO: 1\r\n" + Ok, modem.Ask(Open));
    }

    [TestMethod]
    public void Refusals_OfEach_AreTheModems()
    {
        SimulatedModem modem = CreateModem(
            new()
            {
                Sessions = new()
                {
                    NoApplication = Refusal.Error,
                    NoChannel = Refusal.Cme(CmeError.OperationNotAllowed),
                    NoSession = Refusal.Cme(CmeError.Unknown),
                },
            },
            new(ExampleCard.Create(), new() { LogicalChannels = 1 }));
        modem.Ask("AT+CMEE=1");

        Assert.AreEqual("\r\nERROR\r\n", modem.Ask("AT+CCHO=\"A0000005591010\""));
        modem.Ask(Open);
        Assert.AreEqual("\r\n+CME ERROR: 3\r\n", modem.Ask(Open));
        Assert.AreEqual("\r\n+CME ERROR: 100\r\n", modem.Ask("AT+CGLA=2,10,\"00B0000004\""));
        Assert.AreEqual("\r\n+CME ERROR: 100\r\n", modem.Ask("AT+CCHC=2"));
    }

    [TestMethod]
    public void Names_Handles_AreNeverTheSame()
    {
        SimulatedModem modem = CreateModem(new() { Sessions = new() { Names = SessionNames.Handles } });
        string first = modem.Ask(Open)[9..25];
        modem.Ask("AT+CCHC=" + first);
        modem.Restart();
        modem.Ask("ATE0");

        string second = modem.Ask(Open)[9..25];

        Assert.AreEqual(16, first.Count(char.IsAsciiHexDigitLower));
        Assert.AreNotEqual(first, second);
        Assert.AreEqual("\r\nERROR\r\n", modem.Ask("AT+CCHC=" + first));
        Assert.AreEqual(Ok, modem.Ask("AT+CCHC=" + second));
    }

    [TestMethod]
    public void BareName_AnswerToCcho_IsTheNumberAlone()
    {
        SimulatedModem modem = CreateModem(new() { Sessions = new() { BareName = true } });

        Assert.AreEqual("\r\n1\r\n" + Ok, modem.Ask(Open));
    }

    [TestMethod]
    public void TellsClosing_AnswerToCchc_HasALine()
    {
        SimulatedModem modem = CreateModem(new() { Sessions = new() { TellsClosing = true } });
        modem.Ask(Open);

        Assert.AreEqual("\r\n+CCHC\r\n" + Ok, modem.Ask("AT+CCHC=1"));
    }

    [TestMethod]
    public void Session_CardReset_IsGone()
    {
        string[] actions = ["power", "reset", "swap", "restart", "channel"];
        foreach (string action in actions)
        {
            SimulatedModem modem = CreateModem();
            modem.Ask(Open);
            switch (action)
            {
                case "power":
                    modem.Ask("AT+CFUN=0");
                    modem.Ask("AT+CFUN=1");
                    break;

                case "reset":
                    modem.Card!.Reset();
                    break;

                case "swap":
                    modem.Card = new(ExampleCard.Create());
                    break;

                case "restart":
                    modem.Restart();
                    modem.Ask("ATE0");
                    break;

                default:
                    modem.Ask("AT+CSIM=10,\"0070800100\"");
                    break;
            }

            Assert.AreEqual("\r\nERROR\r\n", modem.Ask("AT+CGLA=1,10,\"00B0000004\""), action);
            Assert.AreEqual("\r\nERROR\r\n", modem.Ask("AT+CCHC=1"), action);
            Assert.IsEmpty(modem.Card!.OpenChannels, action);
            Assert.AreEqual("\r\n+CCHO: 1\r\n" + Ok, modem.Ask(Open), action);
        }
    }

    [TestMethod]
    [DataRow("AT+CCHO=\"A000000063504B43532D3135\"")]
    [DataRow("AT+CGLA=1,10,\"00B0000004\"")]
    [DataRow("AT+CCHC=1")]
    public void Session_CardThatCannotBeUsed_IsRefused(string command)
    {
        SimulatedModem locked = CreateModem(card: new(ExampleCard.Create(pinEnabled: true)));
        SimulatedModem empty = CreateModem();
        empty.Card = null;
        locked.Ask("AT+CMEE=1");
        empty.Ask("AT+CMEE=1");

        Assert.AreEqual("\r\n+CME ERROR: 11\r\n", locked.Ask(command));
        Assert.AreEqual("\r\n+CME ERROR: 10\r\n", empty.Ask(command));
    }

    private static SimulatedModem CreateModem(ModemBehavior? behavior = null, SimulatedCard? card = null) =>
        new(card ?? new(ExampleCard.Create()), (behavior ?? new()) with { Echo = false });
}
