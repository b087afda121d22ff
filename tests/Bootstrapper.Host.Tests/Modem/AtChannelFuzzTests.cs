using System.Text;
using Bootstrapper.Card;
using Bootstrapper.Modem;

namespace Bootstrapper.Host.Tests.Modem;

[TestClass]
public sealed class AtChannelFuzzTests
{
    private const int Inputs = 1_000_000;
    private const int Timeout = 100;

    private static readonly byte[][] _fragments = Array.ConvertAll(
        [
            "\r\n", "\r", "\n", "\0", "OK", "\r\nOK\r\n", "ERROR\r\n", "+CME ERROR: ", "+CMS ERROR:", "SIM busy\r", "13\r\n",
            "+CSIM: ", "+CSIM:", "\r\n+CSIM: 6,\"019000\"\r\n", "+CSIM: 4,9000\r", "4,", "516,\"", "\"", ",", " ", "9000",
            "6A82", "+CREG: 1\r\n", "AT+CSIM=10,\"0070000001\"\r", "AT", "RDY\r\n", "ff", "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
        ],
        Encoding.ASCII.GetBytes);

    [TestMethod]
    public void Transmit_RandomAnswers_EndsInTimeAndTheNextCommandWorks()
    {
        Random random = new(20260701);
        ManualClock clock = new();
        ReplyingLink link = new();
        AtChannel channel = new(link, clock);
        long lines = 0;
        channel.UnsolicitedLine += (buffer, offset, length) =>
        {
            Assert.IsTrue(length > 0 && offset >= 0 && offset + length <= buffer.Length);
            lines++;
        };
        AtApduExchange exchange = new(channel, Timeout);
        AtCommand line = new AtCommand(32).Append("AT+CSIM=10,\"0070000001\"");
        byte[] prefix = Encoding.ASCII.GetBytes("+CSIM:");
        LineChecker checker = new();
        byte[] command = [0x00, 0x70, 0x00, 0x00, 0x01];
        byte[] response = new byte[258];
        byte[] answer = Encoding.ASCII.GetBytes("\r\n+CSIM: 6,\"039000\"\r\n\r\nOK\r\n");
        int[] ends = new int[8];
        for (int i = 0; i < Inputs; i++)
        {
            Compose(random, link);
            link.Reads = 0;
            link.BytesPerRead = random.Next(4) == 0 ? 1 + random.Next(20) : int.MaxValue;
            long start = clock.Milliseconds;
            AtStatus end = i % 2 == 0
                ? Transmit(exchange, command, response, i)
                : channel.Execute(line, prefix, checker, Timeout, i % 4 == 1);
            ends[(int)end]++;

            // For the answer to an earlier command is waited up to five seconds.
            if (clock.Milliseconds - start > Timeout + 5100 || link.Reads > 3000)
                Assert.Fail($"input {i}: {clock.Milliseconds - start} ms, {link.Reads} reads");

            answer.CopyTo(link.Reply, 0);
            link.ReplyLength = answer.Length;
            int length = exchange.Transmit(command, 5, response, 0);
            if (length != 1 || response[0] != 3 || exchange.StatusWord != 0x9000)
                Assert.Fail($"input {i}: the next command did not work");
        }

        // The inputs reach every end there is.
        Assert.IsTrue(lines > Inputs / 10, "unsolicited lines");
        Assert.IsTrue(checker.Lines > Inputs / 10, "response lines");
        foreach (AtStatus status in (AtStatus[])
            [AtStatus.Ok, AtStatus.Error, AtStatus.CmeError, AtStatus.CmsError, AtStatus.NoAnswer, AtStatus.Garbled,
                AtStatus.Restarted])
        {
            Assert.IsTrue(ends[(int)status] > 1000, status.ToString());
        }
    }

    private static AtStatus Transmit(AtApduExchange exchange, byte[] command, byte[] response, int input)
    {
        try
        {
            int length = exchange.Transmit(command, 5, response, 2);
            if (length is < 0 or > 256 || exchange.StatusWord is < 0 or > 0xFFFF)
                Assert.Fail($"input {input}: {length} bytes, status word {exchange.StatusWord:X}");
            return AtStatus.Ok;
        }
        catch (ModemException e)
        {
            return e.Status;
        }
    }

    private static void Compose(Random random, ReplyingLink link)
    {
        int length = 0;
        for (int parts = random.Next(1, 12); parts > 0; parts--)
        {
            if (random.Next(5) == 0)
            {
                int count = random.Next(1, random.Next(30) == 0 ? 700 : 12);
                if (length + count > link.Reply.Length)
                    break;
                random.NextBytes(link.Reply.AsSpan(length, count));
                length += count;
                continue;
            }

            byte[] fragment = _fragments[random.Next(_fragments.Length)];
            if (length + fragment.Length > link.Reply.Length)
                break;
            fragment.CopyTo(link.Reply, length);
            length += fragment.Length;
        }

        link.ReplyLength = length;
    }

    private sealed class LineChecker : IAtResponse
    {
        public int Lines { get; private set; }

        public void OnLine(byte[] buffer, int offset, int length, bool isComplete)
        {
            Assert.IsTrue(length >= 0 && offset >= 0 && offset + length <= buffer.Length);
            Lines++;
        }
    }
}
