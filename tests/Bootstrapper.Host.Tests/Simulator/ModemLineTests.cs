using System.Text;
using Bootstrapper.Simulator;
using Microsoft.Extensions.Time.Testing;

namespace Bootstrapper.Host.Tests.Simulator;

/// <summary>How the modem's bytes look and when they arrive.</summary>
[TestClass]
public sealed class ModemLineTests
{
    private readonly FakeTimeProvider _time = new();

    [TestMethod]
    public void Echo_AtStart_RepeatsTheCommandWithItsCr()
    {
        SimulatedModem modem = CreateModem(new());

        Assert.AreEqual("AT\r\r\nOK\r\n", modem.Ask("AT"));
        Assert.AreEqual("ATE0\r\r\nOK\r\n", modem.Ask("ATE0"));
        Assert.AreEqual("\r\nOK\r\n", modem.Ask("AT"));
        Assert.AreEqual("\r\nOK\r\n", modem.Ask("ATE1"));
        Assert.AreEqual("AT\r\r\nOK\r\n", modem.Ask("AT"));
    }

    [TestMethod]
    public void Echo_OfAPartialCommand_ComesBeforeItsEnd()
    {
        SimulatedModem modem = CreateModem(new());

        modem.Write("A");
        Assert.AreEqual("A", modem.ReadText());
        modem.Write("T");
        Assert.AreEqual("T", modem.ReadText());
        modem.Write("\r");
        Assert.AreEqual("\r\r\nOK\r\n", modem.ReadText());
    }

    [TestMethod]
    public void Write_LfBehindTheCr_IsIgnored()
    {
        SimulatedModem modem = CreateModem(new());

        modem.Write("AT\r\nATE0\r\n");

        Assert.AreEqual("AT\r\r\nOK\r\nATE0\r\r\nOK\r\n", modem.ReadText());
        Assert.AreEqual(2, modem.CommandCount);
    }

    [TestMethod]
    public void Write_ByteByByte_IsOneCommand()
    {
        SimulatedModem modem = CreateModem(new() { Echo = false });

        foreach (char c in "AT+CSIM=10,\"0070000001\"\r")
            modem.Write(c.ToString());

        Assert.AreEqual("\r\n+CSIM: 6,\"019000\"\r\n\r\nOK\r\n", modem.ReadText());
        Assert.AreEqual(1, modem.CommandCount);
    }

    [TestMethod]
    public void Write_EndlessLine_IsAnErrorAndTheNextCommandWorks()
    {
        SimulatedModem modem = CreateModem(new() { Echo = false });

        Assert.AreEqual("\r\nERROR\r\n", modem.Ask("AT" + new string('x', 100_000)));
        Assert.AreEqual("\r\nOK\r\n", modem.Ask("AT"));
    }

    [TestMethod]
    public void V0_Answers_AreDigitsAndLinesWithoutLeadingCrLf()
    {
        SimulatedModem modem = CreateModem(new() { Echo = false });

        Assert.AreEqual("0\r", modem.Ask("ATV0"));
        Assert.AreEqual("+CFUN: 1\r\n0\r", modem.Ask("AT+CFUN?"));
        Assert.AreEqual("4\r", modem.Ask("AT+FOO"));
        Assert.AreEqual("0\r", modem.Ask("AT+CMEE=1"));
        Assert.AreEqual("+CME ERROR: 50\r\n", modem.Ask("AT+CSIM=1"));
        Assert.AreEqual("\r\nOK\r\n", modem.Ask("ATV1"));
    }

    [TestMethod]
    public void Z_AfterSettings_RestoresThem()
    {
        SimulatedModem modem = CreateModem(new());
        modem.Ask("ATE0V0");
        modem.Ask("AT+CMEE=1");

        Assert.AreEqual("\r\nOK\r\n", modem.Ask("ATZ"));

        Assert.AreEqual("AT+CMEE?\r\r\n+CMEE: 0\r\n\r\nOK\r\n", modem.Ask("AT+CMEE?"));
    }

    [TestMethod]
    public void ResponseDelay_Answer_ArrivesThenAndTheEchoAtOnce()
    {
        SimulatedModem modem = CreateModem(new() { ResponseDelay = TimeSpan.FromMilliseconds(300) });

        Assert.AreEqual("AT\r", modem.Ask("AT"));
        Assert.AreEqual(TimeSpan.FromMilliseconds(300), modem.NextOutput);
        _time.Advance(TimeSpan.FromMilliseconds(299));
        Assert.AreEqual("", modem.ReadText());
        Assert.AreEqual(TimeSpan.FromMilliseconds(1), modem.NextOutput);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.AreEqual(TimeSpan.Zero, modem.NextOutput);
        Assert.AreEqual("\r\nOK\r\n", modem.ReadText());
        Assert.IsNull(modem.NextOutput);
    }

    [TestMethod]
    public void Pieces_WithDelay_ArriveOneAfterTheOther()
    {
        SimulatedModem modem = CreateModem(new()
        {
            Echo = false,
            PieceSize = 4,
            PieceDelay = TimeSpan.FromMilliseconds(10),
        });

        Assert.AreEqual("\r\n+C", modem.Ask("AT+CFUN?"));
        _time.Advance(TimeSpan.FromMilliseconds(10));
        Assert.AreEqual("FUN:", modem.ReadText());
        _time.Advance(TimeSpan.FromMilliseconds(20));
        Assert.AreEqual(" 1\r\n\r\nOK", modem.ReadText());
        _time.Advance(TimeSpan.FromMilliseconds(10));
        Assert.AreEqual("\r\n", modem.ReadText());
    }

    [TestMethod]
    public void Pieces_WithoutDelay_AreReadOneAtATime()
    {
        SimulatedModem modem = CreateModem(new() { Echo = false, PieceSize = 4 });
        modem.Write("AT\r");
        byte[] buffer = new byte[64];

        Assert.AreEqual(4, modem.Read(buffer));
        Assert.AreEqual(2, modem.Read(buffer));
        Assert.AreEqual(0, modem.Read(buffer));
    }

    [TestMethod]
    public void Read_SmallBuffer_LosesNothing()
    {
        SimulatedModem modem = CreateModem(new() { Echo = false });
        modem.Write("AT\r");
        StringBuilder text = new();
        byte[] buffer = new byte[1];
        while (modem.Read(buffer) > 0)
            text.Append((char)buffer[0]);

        Assert.AreEqual("\r\nOK\r\n", text.ToString());
    }

    [TestMethod]
    public void Write_BeforeTheLastAnswerArrived_IsAnsweredBehindIt()
    {
        SimulatedModem modem = CreateModem(new()
        {
            Echo = false,
            PieceSize = 3,
            PieceDelay = TimeSpan.FromMilliseconds(10),
        });
        modem.Write("AT\rAT+CFUN?\r");

        Assert.AreEqual("\r\nO", modem.ReadText());
        _time.Advance(TimeSpan.FromMilliseconds(10));
        Assert.AreEqual("K\r\n" + "\r\n+", modem.ReadText());
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.AreEqual("CFUN: 1\r\n\r\nOK\r\n", modem.ReadText());
    }

    [TestMethod]
    public void Unsolicited_OfEachPlace_StandsThere()
    {
        SimulatedModem modem = CreateModem(new()
        {
            Unsolicited =
            [
                new("+CREG: 1", UnsolicitedPlace.Before),
                new("+CEREG: 5", UnsolicitedPlace.Between),
                new("RDY", UnsolicitedPlace.After, "at+cfun"),
                new("+CSQ: 1,2", UnsolicitedPlace.Before, "AT+CPIN"),
            ],
        });

        Assert.AreEqual(
            "AT+CFUN?\r\r\n+CREG: 1\r\n\r\n+CFUN: 1\r\n\r\n+CEREG: 5\r\n\r\nOK\r\n\r\nRDY\r\n", modem.Ask("AT+CFUN?"));
        Assert.AreEqual("AT\r\r\n+CREG: 1\r\n\r\n+CEREG: 5\r\n\r\nOK\r\n", modem.Ask("AT"));
    }

    [TestMethod]
    public void Emit_BetweenCommands_ArrivesAtOnce()
    {
        SimulatedModem modem = CreateModem(new());

        modem.Emit("+QSIMSTAT : 1,0");

        Assert.AreEqual("\r\n+QSIMSTAT : 1,0\r\n", modem.ReadText());
    }

    [TestMethod]
    public void Counts_OfADialogue_AreThoseOfItsBytes()
    {
        SimulatedModem modem = CreateModem(new() { Echo = false });
        modem.Ask("AT");
        modem.Ask("AT+CFUN?");
        modem.Write("AT\r");

        Assert.AreEqual(3, modem.CommandCount);
        Assert.AreEqual(3 + 9 + 3, modem.BytesIn);
        Assert.AreEqual(6 + 18, modem.BytesOut, "the last answer was not read");
    }

    private SimulatedModem CreateModem(ModemBehavior behavior) => new(new(ExampleCard.Create()), behavior, _time);
}
