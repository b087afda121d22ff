using System.Text;
using Bootstrapper.Modem;

namespace Bootstrapper.Host.Tests.Modem;

[TestClass]
public sealed class ModemSetupFuzzTests
{
    private const int Inputs = 20_000;
    private const string Pin = "2468";

    // Four times, each: waking, a few settings, thirty polls twice, all of it slow; then the way back.
    private const long LongestSetup = 4 * 400_000;

    [TestMethod]
    public void Prepare_RandomModem_EndsInTimeAndIsCarefulWithThePin()
    {
        int[] states = new int[5];
        int[] troubles = new int[8];
        int entries = 0;
        for (int seed = 0; seed < Inputs; seed++)
        {
            ManualClock clock = new();
            RandomModem modem = new(new Random(seed), clock);
            AtChannel channel = new(modem, clock);
            modem.Cancel = channel.Cancel;
            ModemSetup setup = new(channel, null, Pin);
            for (int run = 0; run < 2; run++)
            {
                long start = clock.Milliseconds;
                try
                {
                    states[(int)setup.Prepare()]++;
                    string? iccid = setup.ReadIccid();
                    Assert.IsTrue(iccid is null || (iccid.Length is >= 18 and <= 20 && iccid.All(char.IsAsciiDigit)));
                }
                catch (ModemException e)
                {
                    troubles[(int)e.Status]++;
                    Assert.DoesNotContain(Pin, e.Message);
                }

                setup.Restore();
                Assert.IsLessThan(LongestSetup, clock.Milliseconds - start, $"seed {seed}");
            }

            Assert.IsTrue(modem.IsPinSafe, $"seed {seed}");
            entries += modem.Entries;
        }

        Assert.IsGreaterThan(1000, entries);
        Assert.IsTrue(Array.TrueForAll(states, n => n > 100), string.Join(' ', states));
        foreach (AtStatus status in (AtStatus[])
            [AtStatus.CmeError, AtStatus.NoAnswer, AtStatus.Cancelled, AtStatus.Restarted])
        {
            Assert.IsGreaterThan(100, troubles[(int)status], status.ToString());
        }
    }

    /// <summary>A modem with moods, which notes whether a PIN came that it had not said could come.</summary>
    private sealed class RandomModem(Random random, ManualClock clock) : ISerialLink
    {
        private static readonly string[] _news =
            ["+CREG: 1", "RDY", "APP RDY", "+CPIN: READY", "#QSS: 1", "SMS Ready", "+CUSATP: \"D009810301010082028182\"", "0"];

        private readonly StringBuilder _command = new();
        private readonly Queue<(long Time, byte Byte)> _sent = new();
        private readonly int _mood = random.Next(4);
        private bool _mayEnter;
        private bool _wasRefused;

        public Action? Cancel { get; set; }

        public bool IsPinSafe { get; private set; } = true;

        public int Entries { get; private set; }

        public int Read(byte[] buffer, int offset, int count)
        {
            int read = 0;
            while (read < count && _sent.TryPeek(out (long Time, byte Byte) next) && next.Time <= clock.Milliseconds)
                buffer[offset + read++] = _sent.Dequeue().Byte;
            return read;
        }

        public void Write(byte[] buffer, int offset, int count)
        {
            for (int i = offset; i < offset + count; i++)
            {
                if (buffer[i] != '\r')
                {
                    _command.Append((char)buffer[i]);
                    continue;
                }

                Answer(_command.ToString());
                _command.Clear();
            }
        }

        private void Answer(string command)
        {
            if (random.Next(300) == 0)
                Cancel?.Invoke();
            string answer = random.Next(60) == 0 ? Pick("", "\r\nERROR\r\n", "\r\n+CME ERROR: 3\r\n") : Proper(command);
            if (command.StartsWith("AT+CPIN=", StringComparison.Ordinal))
            {
                Entries++;
                IsPinSafe &= _mayEnter && !_wasRefused && command == $"AT+CPIN=\"{Pin}\"";
                _mayEnter = false;
                _wasRefused = !answer.Contains("OK", StringComparison.Ordinal);
            }

            if (random.Next(40) == 0)
                answer = "\r\n" + _news[random.Next(_news.Length)] + "\r\n" + answer;
            if (random.Next(40) == 0)
                answer += "\r\n" + _news[random.Next(_news.Length)] + "\r\n";
            Send(answer);
        }

        private string Proper(string command)
        {
            switch (command)
            {
                case "AT+CPIN?":
                    return _mood switch
                    {
                        0 => Pick("+CPIN: READY", "+CPIN: NOT READY"),
                        1 => Pick("+CPIN: SIM PIN", "+CPIN: SIM PIN", "+CPIN: READY", "!14"),
                        2 => Pick("!10", "!13", "!14", "!515", "+CPIN: NOT INSERTED"),
                        _ => Pick("!", "!", "+CPIN: SIM PUK", "!11", ""),
                    };
                case "AT+CMEE?":
                    return Pick("+CMEE: 0", "+CMEE: 1", "+CMEE: 2", "!");
                case "AT+CGMM":
                    return Pick("BG96", "+CGMM: HL7800", "ME310G1-WW", "nRF9160-SICA", "X");
                case "AT+CFUN?":
                    return Pick("+CFUN: 0", "+CFUN: 1", "!");
                case "AT+CSIM=10,\"0020000100\"":
                    int tries = random.Next(4);
                    _mayEnter = tries > 1;
                    return Pick($"+CSIM: 4,\"63C{tries}\"");
                case "AT+CPINR":
                    return Pick("!");
                case "AT+CPIN=\"" + Pin + "\"":
                    return Pick("", "", "!16", "!");
                case "AT":
                    return random.Next(8) == 0 ? Pick("!") : "\r\nOK\r\n";
                default:
                    return command.Contains("CID", StringComparison.Ordinal)
                        ? Pick("+QCCID: 8944476500008878576F", "+CCID: 89444765000088785761,1", "8944", "!")
                        : Pick("");
            }
        }

        private string Pick(params string[] answers)
        {
            string answer = answers[random.Next(answers.Length)];
            if (answer.StartsWith('!'))
                return answer.Length == 1 ? "\r\nERROR\r\n" : $"\r\n+CME ERROR: {answer[1..]}\r\n";
            return answer.Length == 0 ? "\r\nOK\r\n" : $"\r\n{answer}\r\n\r\nOK\r\n";
        }

        private void Send(string text)
        {
            long time = clock.Milliseconds + (random.Next(30) == 0 ? random.Next(12_000) : random.Next(50));
            foreach (byte b in Encoding.ASCII.GetBytes(text))
                _sent.Enqueue((time, b));
        }
    }
}
