using System.Text;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Simulator;

/// <summary>Random input from a seed: the card and the modem always answer, whatever comes.</summary>
[TestClass]
public sealed class SimulatorFuzzTests
{
    private const int Seed = 102221;
    private const int Rounds = 200_000;

    private static readonly byte[] _instructions = [0xA4, 0xF2, 0xB0, 0xD6, 0xB2, 0xC0, 0x20, 0x70];
    private static readonly byte[] _classes = [0x00, 0x01, 0x02, 0x03, 0x40, 0x41, 0x4F, 0x80, 0x81, 0xC0];
    private static readonly byte[] _parameters = [0x00, 0x01, 0x02, 0x03, 0x04, 0x08, 0x09, 0x0C, 0x80, 0x82, 0x9E, 0xF4];

    private static readonly string[] _names =
        ["AT", "ATE", "ATV", "AT+CSIM", "AT+CRSM", "AT+CPIN", "AT+CMEE", "AT+CIMI", "AT+CCID", "AT+CFUN", "AT+CGMI"];

    private static readonly string[] _arguments =
    [
        "", "=", "?", "=?", ",", "\"", "0", "1", "2", "10", "176", "178", "192", "242", "12258", "\"0070000001\"", "\"7FFF\"", "é",
    ];

    [TestMethod]
    public void Transmit_RandomCommands_AlwaysEndInAStatusWord()
    {
        Random random = new(Seed);
        SimulatedCard card = new(ExampleCard.Create(pinEnabled: true));
        byte[][] data =
        [
            [0x3F, 0x00], [0x2F, 0x00], [0x2F, 0x06], [0x50, 0x15], [0x7F, 0xFF], [0x7F, 0xFF, 0x64, 0x32],
            ExampleCard.Pkcs15Aid.ToArray(), ExampleCard.UsimAid.ToArray(), Encoding.ASCII.GetBytes("1234"), [],
        ];
        HashSet<string> kinds = [];
        card.Transmitted += e => kinds.Add(Convert.ToHexString(e.Response.Span[^2..^1]));

        for (int i = 0; i < Rounds; i++)
        {
            byte[] body = data[random.Next(data.Length)];
            byte[] command =
            [
                Pick(random, _classes), Pick(random, _instructions), Pick(random, _parameters), Pick(random, _parameters),
                .. random.Next(3) switch
                {
                    0 => (byte[])[(byte)body.Length, .. body],
                    1 => [(byte)random.Next(256)],
                    _ => [(byte)random.Next(256), .. body],
                },
            ];
            int length = random.Next(8) == 0 ? random.Next(command.Length) : command.Length;
            byte[] response = card.Transmit(command.AsSpan(0, length));

            Assert.IsInRange(2, 258, response.Length);
            if (i % 100 == 0)
                card.Reset();
        }

        // The input got past the checks at the entrance.
        CollectionAssert.IsSubsetOf(
            new[] { "90", "61", "62", "63", "67", "68", "69", "6A", "6B", "6C", "6E" }, kinds.ToArray());
    }

    [TestMethod]
    public void Write_RandomLines_AreAnsweredOnce()
    {
        Random random = new(Seed);
        SimulatedModem modem = new(new(ExampleCard.Create(pinEnabled: true)), new() { Echo = false });
        byte[] buffer = new byte[2048];

        for (int i = 0; i < Rounds / 4; i++)
        {
            StringBuilder line = new(_names[random.Next(_names.Length)]);
            for (int parts = random.Next(8); parts > 0; parts--)
                line.Append(_arguments[random.Next(_arguments.Length)]);

            modem.Write(Encoding.Latin1.GetBytes(line + "\rATE0V1\r"));
            int length = 0;
            while (modem.Read(buffer.AsSpan(length)) is var n and > 0)
                length += n;

            Assert.AreEqual(2 * (i + 1), modem.CommandCount);
            Assert.EndsWith("\r\nOK\r\n", Encoding.ASCII.GetString(buffer, 0, length), line.ToString());
        }
    }

    private static byte Pick(Random random, byte[] from) => from[random.Next(from.Length)];
}
