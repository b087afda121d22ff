using Bootstrapper.Simulator;

namespace Bootstrapper.Benchmarks.Tests;

/// <summary>The wire meter against numbers counted by hand.</summary>
[TestClass]
public sealed class WireMeterTests
{
    private static readonly string _published = File.ReadAllText(
        Repository.At("tests", "Bootstrapper.Host.Tests", "Simulator", "PublishedDialogue.trace"));

    [TestMethod]
    public void Measure_PublishedDialogue_IsWhatCountingByHandGives()
    {
        WireCount count = WireMeter.Measure(Trace.Parse(_published));

        // AT+CSIM= with a number, a comma and two quotes is 13 characters with a number of two digits, and a CR.
        const int Open = 13 + 10 + 1;
        const int SelectApplication = 13 + 36 + 1;
        const int SelectFile = 13 + 20 + 1;
        const int Read = 13 + 10 + 1;
        const int Close = 12 + 8 + 1;
        Assert.AreEqual(9, count.Commands);
        Assert.AreEqual(Open + SelectApplication + (3 * (SelectFile + Read)) + Close, count.BytesSent);

        // "+CSIM: ", a number, a comma, two quotes, CR LF before and behind; CR LF OK CR LF behind each.
        const int OneDigit = 7 + 1 + 1 + 2 + 4 + 6;
        const int TwoDigits = OneDigit + 1;
        const int ThreeDigits = OneDigit + 2;
        Assert.AreEqual(
            (OneDigit + 6) + (TwoDigits + 82) + (3 * (TwoDigits + 52)) + (TwoDigits + 20) + (TwoDigits + 86)
                + (ThreeDigits + 124) + (OneDigit + 4),
            count.BytesReceived);
        Assert.AreEqual(269 + 675, count.Bytes);
        Assert.AreEqual(0, count.CardCommands, "a trace does not show the card");
    }

    [TestMethod]
    [DataRow("0070000001", "019000", 5 + 1 + 1 + 2, DisplayName = "MANAGE CHANNEL: header, procedure byte, number, status word")]
    [DataRow("01708001", "9000", 5 + 2, DisplayName = "without P3 it goes as five characters, too")]
    [DataRow("01A404040CA000000063504B43532D3135", "6127", 5 + 1 + 12 + 2, DisplayName = "SELECT by name")]
    [DataRow("01A404040CA000000063504B43532D313500", "6127", 5 + 1 + 12 + 2, DisplayName = "Le behind data stays in the modem")]
    [DataRow("01C0000003", "6201809000", 5 + 1 + 3 + 2, DisplayName = "GET RESPONSE")]
    [DataRow("01B0000080", "6C20", 5 + 2, DisplayName = "READ BINARY with a wrong length")]
    public void Transmitted_Command_CountsItsCharacters(string command, string response, int characters)
    {
        WireMeter meter = new();

        meter.Transmitted(new(Convert.FromHexString(command), Convert.FromHexString(response)));

        Assert.AreEqual(new WireCount(0, 0, 0, 1, characters), meter.Count);
    }

    [TestMethod]
    public void Count_CardOfAModem_IsCounted()
    {
        SimulatedCard card = new(ExampleCard.Create());
        WireMeter meter = new(card);

        card.Transmit([0x00, 0x70, 0x00, 0x00, 0x01]);

        Assert.AreEqual(new WireCount(0, 0, 0, 1, 5 + 1 + 1 + 2), meter.Count);
    }

    [TestMethod]
    public void Sent_CommandInPieces_IsOneCommand()
    {
        WireMeter meter = new();

        meter.Sent("AT+C"u8);
        meter.Sent("FUN?\r"u8);
        meter.Received("\r\nOK\r\n"u8);

        Assert.AreEqual(new WireCount(1, 9, 6), meter.Count);
    }

    [TestMethod]
    public void Time_BothLines_IsTheSumOfTheirTimes()
    {
        WireCount count = new(Commands: 1, BytesSent: 440, BytesReceived: 1000, CardCommands: 2, CardBytes: 800);

        // Ten bits a byte on the line; on the card's twelve moments a character.
        Assert.AreEqual(TimeSpan.FromSeconds(0.125), count.LineTime(115200));
        Assert.AreEqual(TimeSpan.FromSeconds(1), count.CardTime(9600));
        Assert.AreEqual(TimeSpan.FromSeconds(1.125), count.Time(115200, 9600));
    }

    [TestMethod]
    public void Difference_OfTwoCounts_IsWhatPassedBetween()
    {
        WireCount before = new(1, 10, 100, 2, 20);
        WireCount after = new(3, 15, 170, 5, 61);

        Assert.AreEqual(new WireCount(2, 5, 70, 3, 41), after - before);
        Assert.AreEqual(after, before + (after - before));
    }
}
