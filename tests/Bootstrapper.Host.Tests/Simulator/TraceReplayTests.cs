using System.Text;
using Bootstrapper.Simulator;
using Microsoft.Extensions.Time.Testing;

namespace Bootstrapper.Host.Tests.Simulator;

[TestClass]
public sealed class TraceReplayTests
{
    private const string Dialogue = """
        # A modem that has just started.
        < +100ms RDY
        > AT
        < +20ms OK
        > +500ms AT+CFUN?
        < +300ms +CFUN: 1
        < +5ms OK
        """;

    private readonly FakeTimeProvider _time = new();

    [TestMethod]
    public void Replay_SameCommands_AreAnsweredAtTheSameTimes()
    {
        TraceReplay replay = Replay(Dialogue);

        Assert.AreEqual("", Read(replay));
        Assert.AreEqual(TimeSpan.FromMilliseconds(100), replay.NextOutput);
        Wait(100);
        Assert.AreEqual("\r\nRDY\r\n", Read(replay));
        Assert.IsNull(replay.NextOutput);
        replay.Write("AT\r"u8);
        Wait(19);
        Assert.AreEqual("", Read(replay));
        Wait(1);
        Assert.AreEqual("\r\nOK\r\n", Read(replay));
        replay.Write("AT+CF"u8);
        Wait(1000);
        replay.Write("UN?\r"u8);
        Wait(300);
        Assert.AreEqual("\r\n+CFUN: 1\r\n", Read(replay));
        Wait(5);
        Assert.AreEqual("\r\nOK\r\n", Read(replay));
        replay.End();
    }

    [TestMethod]
    public void Replay_ClientThatDoesNotWait_GetsEverythingInOrder()
    {
        TraceReplay replay = Replay(Dialogue);

        replay.Write("AT\rAT+CFUN?\r"u8);
        Wait(1000);

        Assert.AreEqual("\r\nRDY\r\n\r\nOK\r\n\r\n+CFUN: 1\r\n\r\nOK\r\n", Read(replay));
    }

    [TestMethod]
    public void Read_SmallBuffer_LosesNothing()
    {
        TraceReplay replay = Replay("> AT\n< OK");
        replay.Write("AT\r"u8);
        StringBuilder text = new();
        byte[] buffer = new byte[1];
        while (replay.Read(buffer) > 0)
            text.Append((char)buffer[0]);

        Assert.AreEqual("\r\nOK\r\n", text.ToString());
    }

    [TestMethod]
    [DataRow("AT+CPIN?\r", "trace line 3: expected AT, got AT+CPIN?")]
    [DataRow("A\r", "trace line 3: expected AT, got A")]
    [DataRow("at\r", "trace line 3: expected AT, got at")]
    [DataRow("\u001BAT\r", "trace line 3: expected AT, got \\x1BAT")]
    [DataRow("AT\rAT\r", "trace line 5: expected AT+CFUN?, got AT")]
    [DataRow("AT\rAT+CFUN?\rAT\r", "trace line 7: expected no more, got AT")]
    public void Write_SomethingElse_SaysWhatAndGoesNoFurther(string written, string message)
    {
        TraceReplay replay = Replay(Dialogue);

        TraceException error = Assert.ThrowsExactly<TraceException>(
            () => replay.Write(Encoding.Latin1.GetBytes(written)));

        Assert.AreEqual(message, error.Message);
        Assert.AreSame(error, Assert.ThrowsExactly<TraceException>(() => replay.Write("AT\r"u8)));
        Assert.AreSame(error, Assert.ThrowsExactly<TraceException>(replay.End));
    }

    [TestMethod]
    [DataRow("AT\r", "trace line 5: expected AT+CFUN?, got nothing")]
    [DataRow("AT\rAT+C", "trace line 5: expected AT+CFUN?, got AT+C")]
    [DataRow("AT\rAT+CFUN?\rAT", "trace line 7: expected no more, got AT")]
    public void End_NotAllAndNoMore_SaysWhatIsMissing(string written, string message)
    {
        TraceReplay replay = Replay(Dialogue);
        replay.Write(Encoding.Latin1.GetBytes(written));

        Assert.AreEqual(message, Assert.ThrowsExactly<TraceException>(replay.End).Message);
    }

    [TestMethod]
    [DataRow("> AT\n< OK\n> ATE0", "AT\r\nATE0\r\n", DisplayName = "sent")]
    [DataRow(">> AT\\r\\n\n< OK\n>> \\n\n>> \\nATE0\\r", "AT\rATE0\r", DisplayName = "in the trace")]
    public void Write_LfBehindTheCr_DoesNotMatter(string trace, string written)
    {
        TraceReplay replay = Replay(trace);

        replay.Write(Encoding.Latin1.GetBytes(written));

        Assert.AreEqual("\r\nOK\r\n", Read(replay));
        replay.End();
    }

    [TestMethod]
    public void Write_BytesThatAreNoCommand_AreComparedAsSoonAsTheyAreThere()
    {
        TraceReplay replay = Replay(">> +++\n< OK");

        replay.Write("++"u8);
        Assert.AreEqual("", Read(replay));
        replay.Write("+"u8);

        Assert.AreEqual("\r\nOK\r\n", Read(replay));
    }

    private TraceReplay Replay(string text) => new(Trace.Parse(text), _time);

    private void Wait(int milliseconds) => _time.Advance(TimeSpan.FromMilliseconds(milliseconds));

    private static string Read(TraceReplay replay)
    {
        StringBuilder text = new();
        byte[] buffer = new byte[64];
        int length;
        while ((length = replay.Read(buffer)) > 0)
            text.Append(Encoding.Latin1.GetString(buffer, 0, length));

        return text.ToString();
    }
}
