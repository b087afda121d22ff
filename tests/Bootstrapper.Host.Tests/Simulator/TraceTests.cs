using System.Text;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Simulator;

/// <summary>The text form of traces.</summary>
[TestClass]
public sealed class TraceTests
{
    [TestMethod]
    [DataRow("> AT", true, 0, "AT\r")]
    [DataRow("< OK", false, 0, "\r\nOK\r\n")]
    [DataRow("< +20ms +CSIM: 6,\"019000\"", false, 20, "\r\n+CSIM: 6,\"019000\"\r\n")]
    [DataRow("> +1500ms AT+CFUN?", true, 1500, "AT+CFUN?\r")]
    [DataRow("  >   +5ms   AT   ", true, 5, "AT\r", DisplayName = "spaces around")]
    [DataRow("> AT\r", true, 0, "AT\r", DisplayName = "a file with CR LF")]
    [DataRow(">", true, 0, "\r")]
    [DataRow(">> AT\\r\\n", true, 0, "AT\r\n")]
    [DataRow("<< 0\\r", false, 0, "0\r")]
    [DataRow("<< +7ms \\x00\\xfF\\\\x", false, 7, "\0\u00FF\\x")]
    [DataRow("< \\x20OK\\x20", false, 0, "\r\n OK \r\n")]
    [DataRow("< \\x2B20ms", false, 0, "\r\n+20ms\r\n")]
    [DataRow("< +20msOK", false, 0, "\r\n+20msOK\r\n", DisplayName = "no delay")]
    public void Parse_Line_IsItsEvent(string line, bool isSent, int delay, string bytes)
    {
        TraceEvent e = Trace.Parse("# a comment\n\n" + line).Events.Single();

        Assert.AreEqual(isSent, e.IsSent);
        Assert.AreEqual(TimeSpan.FromMilliseconds(delay), e.Delay);
        Assert.AreEqual(bytes, Encoding.Latin1.GetString(e.Bytes.Span));
        Assert.AreEqual(3, e.Line);
    }

    [TestMethod]
    [DataRow("AT", "is no event")]
    [DataRow(">AT", "is no event")]
    [DataRow(">>> AT", "is no event")]
    [DataRow("<> AT", "is no event")]
    [DataRow("<<", "has no bytes")]
    [DataRow("> AT\\", "knows \\r \\n \\\\ and \\x with two digits, not '\\'")]
    [DataRow("> AT\\t1", "knows \\r \\n \\\\ and \\x with two digits, not '\\t1'")]
    [DataRow("> AT\\x4", "knows \\r \\n \\\\ and \\x with two digits, not '\\x4'")]
    [DataRow("> AT\\xG0", "knows \\r \\n \\\\ and \\x with two digits, not '\\xG0'")]
    [DataRow("> \u00E9", "has a character to be written as \\x and two digits at '\u00E9'")]
    [DataRow("> A\tT", "has a character to be written as \\x and two digits at '\tT'")]
    public void Parse_NoLineOfATrace_SaysWhichAndWhy(string line, string reason)
    {
        TraceException error = Assert.ThrowsExactly<TraceException>(() => Trace.Parse("> AT\n" + line));

        Assert.AreEqual(2, error.Line);
        Assert.StartsWith("trace line 2: " + reason, error.Message);
    }

    [TestMethod]
    public void ToString_AnyBytes_AreReadBackAsTheyWere()
    {
        Random random = new(27007);
        byte[] alphabet = [.. "\r\n\\ +5msx#<>OK"u8, 0x00, 0x1B, 0x7F, 0xFF];
        for (int i = 0; i < 20_000; i++)
        {
            byte[] bytes = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => alphabet[random.Next(alphabet.Length)])];
            TraceEvent e = new(random.Next(2) == 0, TimeSpan.FromMilliseconds(random.Next(3)), bytes);

            string line = e.ToString();
            TraceEvent again = Trace.Parse(line).Events.Single();

            Assert.AreEqual(e.IsSent, again.IsSent, line);
            Assert.AreEqual(e.Delay, again.Delay, line);
            CollectionAssert.AreEqual(bytes, again.Bytes.ToArray(), line);
            Assert.IsTrue(line.All(c => c is >= ' ' and <= '~'), line);
        }
    }
}
