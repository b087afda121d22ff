using Bootstrapper.Card;
using Bootstrapper.Modem;

namespace Bootstrapper.Host.Tests.Card;

/// <summary>The whole way to a file over a card that answers at random.</summary>
[TestClass]
public sealed class CardFuzzTests
{
    private const int Inputs = 300_000;

    [TestMethod]
    public void Flow_RandomResponses_EndsInOneOfTheThreeExceptionsAndWithAClosedChannel()
    {
        Random random = new(20260704);
        ManualClock clock = new();
        RandomCard card = new(random);
        LogicalChannel channel = new(new ApduTransport(card, clock));
        UiccFiles files = new(channel) { Pin = new("1234", "5678", null) };
        CardFileReader reader = new(files, 240);
        Pkcs15Directory directory = new(reader, Convert.FromHexString("672B0901"));
        byte[] buffer = new byte[100];
        int[] ends = new int[5];
        for (int i = 0; i < Inputs; i++)
        {
            card.Commands = 0;
            long start = clock.Milliseconds;
            ends[Run(channel, files, reader, directory, buffer)]++;
            channel.Close();
            if (card.Commands > 3000 || clock.Milliseconds - start > 3_000_000)
                Assert.Fail($"input {i}: {card.Commands} commands, {clock.Milliseconds - start} ms");
            Assert.ThrowsExactly<InvalidOperationException>(() => channel.Transmit(0xB0, 0, 0, null, 0, 1));
        }

        foreach (int count in ends)
            Assert.IsTrue(count > 100, "the responses reach every end there is: " + string.Join(", ", ends));
    }

    private static int Run(
        LogicalChannel channel, UiccFiles files, CardFileReader reader, Pkcs15Directory directory, byte[] buffer)
    {
        try
        {
            channel.Open();
            EfDir applications = new(files);
            byte[] identifier = Convert.FromHexString("A000000063504B43532D3135");
            applications.Find(identifier);
            if (!files.Access.SelectApplication(applications.Identifier ?? identifier, null))
                return 0;
            CardPath path = directory.Find(applications.OdfPath);
            if (path == null || !reader.Open(path, "EF(LwM2M_Bootstrap)"))
                return 0;
            int total = 0;
            int read;
            while ((read = reader.Read(buffer, 0, buffer.Length)) > 0 && total < 2000)
                total += read;
            reader.IsUnchanged();
            return 1;
        }
        catch (CardException)
        {
            return 2;
        }
        catch (ModemException)
        {
            return 3;
        }
        catch (ContentException)
        {
            return 4;
        }
    }

    /// <summary>Answers with what fits often enough to get on, with anything else otherwise.</summary>
    private sealed class RandomCard(Random random) : IApduExchange
    {
        private static readonly int[] _words =
        [
            0x6100, 0x6110, 0x6C00, 0x6C08, 0x6200, 0x6281, 0x6282, 0x6283, 0x63C2, 0x9300, 0x910B, 0x6982, 0x6A82, 0x6A83,
            0x6B00,
        ];

        private static readonly byte[][] _data = Array.ConvertAll(
            [
                "61144F0CA000000063504B43532D313551043F005015FFFFFFFFFFFFFFFFFFFF",
                "621682024121830250318A01058B036F0602800200208800", "6204800200F0", "A706300404026430",
                "A125300030110C0F4C774D324D20426F6F747374726170A10E300C0604672B0901300404026432",
                "800101A40683018195010884" + "01D4A40683010A950108", "6219AB11800101A00CA406830101950108A403830181", "620A8B086F060001020304",
                "301B30070C054C774D324D30060604672B0901A108300604047FFF6432", "01", "04", "FFFFFFFF",
            ],
            Convert.FromHexString);

        public int Commands { get; set; }

        public int StatusWord { get; private set; }

        public int Transmit(byte[] command, int length, byte[] response, int offset)
        {
            Commands++;
            int kind = random.Next(20);
            if (kind == 0)
                throw new ModemException("AT+CSIM", (AtStatus)random.Next(1, 8), random.Next(-1, 100));
            StatusWord = kind switch
            {
                1 => random.Next(0x10000),
                2 or 3 => _words[random.Next(_words.Length)],
                _ => 0x9000,
            };
            byte[] data = command[1] switch
            {
                0x70 => _data[^(2 + random.Next(2))],
                0x20 => [],
                0xB2 when random.Next(2) == 0 => _data[0],
                0xA4 when random.Next(2) == 0 => _data[1],
                _ => _data[random.Next(_data.Length)],
            };
            if (command[1] == 0x70 && command[2] == 0x80)
                data = [];
            int le = command[length - 1] == 0 ? 256 : command[length - 1];
            int count = random.Next(30) == 0 ? random.Next(257) : Math.Min(data.Length, le);
            if (count > response.Length - offset)
                throw new ModemException("AT+CSIM", AtStatus.Garbled, -1);
            Array.Clear(response, offset, count);
            Array.Copy(data, 0, response, offset, Math.Min(count, data.Length));
            return count;
        }
    }
}
