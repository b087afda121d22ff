using System.Text;
using Bootstrapper.Card;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.EndToEnd;

/// <summary>The whole flow over a modem that now and then answers with anything that AT knows, or with noise.</summary>
[TestClass]
public sealed class BabblingModemTests
{
    private const int Runs = 3_000;

    // What a run may take at the worst: the time limit, the closing, and the settings put back.
    private const long LongestRun = 200_000;

    private static readonly CardAccess[] _ways =
        [CardAccess.Auto, CardAccess.CsimChannel, CardAccess.Cgla, CardAccess.Crsm, CardAccess.CsimBasic];

    [TestMethod]
    public void RunAndCheck_RandomAnswers_EndInAResultOrOneOfTheThreeExceptions()
    {
        Random random = new(20261125);
        ManualClock clock = new();
        SortedDictionary<string, int> ends = [];
        byte[] state = [];
        for (int i = 0; i < Runs; i++)
        {
            SimulatedModem modem = new(new(ExampleCard.Create()), new() { Echo = random.Next(2) == 0 }, clock);
            BabblingLink link = new(modem, random);
            BootstrapOptions options = new()
            {
                Access = _ways[random.Next(_ways.Length)],
                AllowsBasicChannel = true,
                Pin = ExampleCard.Pin1,
                TimeLimit = 120_000,
            };
            SmartCardBootstrap bootstrap = new(link, clock, options);
            link.OneIn = random.Next(3, 30);
            long start = clock.Milliseconds;
            Count(ends, End(() => bootstrap.Run().Outcome.ToString()));
            if (state.Length > 0)
                Count(ends, End(() => bootstrap.Check(state).ToString()));
            if (clock.Milliseconds - start > 2 * LongestRun)
                Assert.Fail($"run {i}: {clock.Milliseconds - start} ms");

            // Once it stops babbling, the same object works: what was there is not lost, and a card that changed by babble alone has not.
            link.OneIn = int.MaxValue;
            clock.Wait(10_000);
            BootstrapResult result = bootstrap.Run();
            Assert.AreEqual(BootstrapOutcome.Provisioned, result.Outcome, $"after run {i}");
            Assert.AreEqual(CardChange.Unchanged, bootstrap.Check(result.State), $"after run {i}");
            state = result.State;
        }

        string all = string.Join(", ", ends.Select(e => $"{e.Key} {e.Value}"));
        foreach (string end in new[] { "Provisioned", "Unchanged", "Changed", nameof(ModemException), nameof(CardException) })
            Assert.IsTrue(ends.ContainsKey(end), all);
    }

    private static string End(Func<string> run)
    {
        try
        {
            return run();
        }
        catch (Exception e) when (e is ModemException or CardException or ContentException)
        {
            return e.GetType().Name;
        }
    }

    private static void Count(SortedDictionary<string, int> ends, string end) =>
        ends[end] = ends.GetValueOrDefault(end) + 1;

    private sealed class BabblingLink(SimulatedModem modem, Random random) : ISerialLink
    {
        private static readonly string[] _fragments =
        [
            "\r\n", "\r", "\0", "OK\r\n", "\r\nOK\r\n", "\r\nERROR\r\n", "\r\n+CME ERROR: ", "\r\nNO CARRIER\r\n", "0\r", "4\r",
            "+CSIM: ", "+CSIM: 6,\"019000\"\r\n", "+CSIM: 4,\"9000\"\r\n", "+CSIM: 4,\"6A82\"\r\n", "+CSIM: 10,\"63CF\"\r\n",
            "+CGLA: 4,\"9000\"\r\n", "+CGLA: 4,\"6110\"\r\n", "+CCHO: 1\r\n", "+CCHO: 000000000385a7cf\r\n", "1\r\n", "\"", ",",
            "+CRSM: 144,0\r\n", "+CRSM: 144,0,\"62\"\r\n", "+CRSM: 106,130\r\n", "+CRSM: 97,16\r\n", "+CRSM: 108,5\r\n", "13\r\n",
            "14\r\n", "0\r\n", "+CPIN: READY\r\n", "+CPIN: NOT READY\r\n", "+CMEE: 1\r\n", "+CFUN: 0\r\n", "+CFUN: 1\r\n",
            "RDY\r\n", "+QSIMSTAT : 1,0\r\n", "#QSS: 0\r\n", "+CUSATP: \"D009810301010082028281\"\r\n", "BG96\r\n",
            "AT+CSIM=10,\"0070000001\"\r", "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
        ];

        private readonly Queue<byte> _babble = new();

        /// <summary>Gets or sets how seldom it babbles.</summary>
        public int OneIn { get; set; } = int.MaxValue;

        public int Read(byte[] buffer, int offset, int count)
        {
            int read = 0;
            while (read < count && _babble.TryDequeue(out byte b))
                buffer[offset + read++] = b;
            return read > 0 ? read : modem.Read(buffer.AsSpan(offset, count));
        }

        public void Write(byte[] buffer, int offset, int count)
        {
            if (random.Next(OneIn) != 0)
            {
                modem.Write(buffer.AsSpan(offset, count));
                return;
            }

            for (int parts = random.Next(1, 6); parts > 0; parts--)
            {
                if (random.Next(8) == 0)
                {
                    byte[] noise = new byte[random.Next(1, 40)];
                    random.NextBytes(noise);
                    Array.ForEach(noise, _babble.Enqueue);
                }

                Array.ForEach(Encoding.ASCII.GetBytes(_fragments[random.Next(_fragments.Length)]), _babble.Enqueue);
            }
        }
    }
}
