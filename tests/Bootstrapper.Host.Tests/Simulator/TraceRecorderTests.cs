using System.Globalization;
using Bootstrapper.Simulator;
using Microsoft.Extensions.Time.Testing;

namespace Bootstrapper.Host.Tests.Simulator;

[TestClass]
public sealed class TraceRecorderTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly StringWriter _writer = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
    private readonly TraceRecorder _recorder;

    public TraceRecorderTests() => _recorder = new(_writer, _time);

    [TestMethod]
    public void Record_Dialogue_IsALineAnEvent()
    {
        Wait(1000);
        _recorder.Sent("AT+CFUN?\r"u8);
        Wait(250);
        _recorder.Received("\r\n+CFUN: 1\r\n\r\nOK\r\n"u8);
        Wait(5);
        _recorder.Sent("AT\r"u8);

        Expect("> +1000ms AT+CFUN?", "< +250ms +CFUN: 1", "< OK", "> +5ms AT");
    }

    [TestMethod]
    public void Record_EveryByteForItself_IsTheSame()
    {
        foreach (byte b in "AT+CFUN?\r"u8)
            _recorder.Sent([b]);
        foreach (byte b in "AT+CFUN?\r\r\n+CFUN: 1\r\n\r\nOK\r\n"u8)
            _recorder.Received([b]);

        Expect("> AT+CFUN?", "<< AT+CFUN?\\r", "< +CFUN: 1", "< OK");
    }

    [TestMethod]
    [DataRow("+CFUN: 1\r\n0\r", "<< +CFUN: 1\\r\\n", "<< 0\\r", DisplayName = "after ATV0")]
    [DataRow("\r\n\r\nOK\r\n", "<< \\r\\n", "< OK", DisplayName = "blank line")]
    [DataRow("CFUN: 1\n\r\nOK\r\n", "<< CFUN: 1\\n", "< OK", DisplayName = "characters lost")]
    [DataRow("\0\0\r\nRDY\r\n", "<< \\x00\\x00\\r\\n", "<< RDY\\r\\n", DisplayName = "noise before a line")]
    [DataRow("\r\nOK", "<< \\r\\nOK", null, DisplayName = "no end")]
    [DataRow("\r\nA\rB\r\n", "<< \\r\\nA\\r", "<< B\\r\\n", DisplayName = "CR alone")]
    public void Received_NoUsualLine_StandsAsItIs(string bytes, string first, string? second)
    {
        _recorder.Received(System.Text.Encoding.Latin1.GetBytes(bytes));

        Expect(second is null ? [first] : [first, second]);
    }

    [TestMethod]
    public void Sent_CrAndLf_AreOneCommand()
    {
        _recorder.Sent("AT\r\nATE0\r\n"u8);

        Expect(">> AT\\r\\n", ">> ATE0\\r\\n");
    }

    [TestMethod]
    public void Received_PauseInMidLine_IsKept()
    {
        _recorder.Received("\r\n+CSI"u8);
        Wait(101);
        _recorder.Received("M: 4,"u8);
        Wait(100);
        _recorder.Received("\"9000\"\r\n"u8);

        Expect("<< \\r\\n+CSI", "<< +201ms M: 4,\"9000\"\\r\\n");
    }

    [TestMethod]
    public void Received_LineInPieces_HasTheTimeOfItsLastByte()
    {
        Wait(10);
        _recorder.Received("\r\nO"u8);
        Wait(30);
        _recorder.Received("K\r\n\r\nRDY\r\n"u8);
        Wait(60);
        _recorder.Received([]);
        _recorder.Sent("AT\r"u8);

        Expect("< +40ms OK", "< RDY", "> +60ms AT");
    }

    [TestMethod]
    public void Sent_WhileALineArrives_StandsWhereItWas()
    {
        _recorder.Received("\r\n+CREG"u8);
        _recorder.Sent("AT\r"u8);
        _recorder.Received(": 1\r\n"u8);

        Expect("<< \\r\\n+CREG", "> AT", "<< : 1\\r\\n");
    }

    [TestMethod]
    public void Written_CompleteEvents_AreThereWithoutFlush()
    {
        _recorder.Sent("AT\r"u8);
        _recorder.Received("\r\nOK\r\n\r\nRD"u8);

        Assert.AreEqual("> AT\n< OK\n", _writer.ToString());
    }

    private void Wait(int milliseconds) => _time.Advance(TimeSpan.FromMilliseconds(milliseconds));

    private void Expect(params string[] lines)
    {
        _recorder.Flush();
        CollectionAssert.AreEqual(lines, _writer.ToString().TrimEnd('\n').Split('\n'));
    }
}
