using System.Text;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Simulator;

/// <summary>Random commands from a seed to every family: it goes on answering, whatever comes.</summary>
[TestClass]
public sealed class ModemFamilyFuzzTests
{
    private const int Seed = 27007;
    private const int Rounds = 1500;
    private const int Attempts = 10;

    private static readonly string[] _names =
    [
        "AT", "ATE", "ATQ", "AT+CSIM", "AT+CRSM", "AT+CPIN", "AT+CPINR", "AT+CCHO", "AT+CGLA", "AT+CCHC", "AT+CFUN", "AT+CCID",
    ];

    private static readonly string[] _arguments =
    [
        "", "=", "?", "=?", ",", "0", "1", "2", "4", "10", "176", "192", "12258", "\"0070000001\"", "=10,\"0070000001\"",
        "=\"A000000063504B43532D3135\"", "=1,10,\"00B0000000\"", "=10,\"01B0000000\"", "=10,\"00C0000000\"", "\"3F005015\"",
    ];

    private static IEnumerable<object[]> Names => ModemFamilies.All.Select(f => new object[] { f.Name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Write_RandomLines_LeaveTheModemAnswering(string name)
    {
        Random random = new(Seed);
        SimulatedModem modem = new(new(ExampleCard.Create()), ModemFamilies.Get(name).Storm());
        for (int i = 0; i < Rounds; i++)
        {
            StringBuilder line = new(_names[random.Next(_names.Length)]);
            for (int parts = random.Next(5); parts > 0; parts--)
                line.Append(_arguments[random.Next(_arguments.Length)]);

            modem.Ask(line.ToString());
            int attempt = 0;
            while (attempt < Attempts && !modem.Ask("ATQ0V1E0").Contains("\r\nOK\r\n", StringComparison.Ordinal))
                attempt++;

            Assert.AreNotEqual(Attempts, attempt, line.ToString());
            if (i % 50 == 0)
                modem.Card = random.Next(4) == 0 ? null : new(ExampleCard.Create(pinEnabled: random.Next(4) == 0));
        }
    }
}
