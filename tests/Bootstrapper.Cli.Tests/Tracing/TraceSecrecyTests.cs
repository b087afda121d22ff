using System.Globalization;
using System.Text;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Cli.Tests.Tracing;

/// <summary>Whatever happens on the line, no trace shows what the bootstrap file holds, or a PIN.</summary>
[TestClass]
public sealed class TraceSecrecyTests
{
    private const string SimPin = "73915";
    private const string FilePin = "64208";
    private const int WindowLength = 8;
    private const byte LocalPin = 0x81;

    private static readonly CardAccess[] _ways =
        [CardAccess.CsimChannel, CardAccess.Cgla, CardAccess.Crsm, CardAccess.CsimBasic, CardAccess.Auto];

    private static readonly HashSet<string> _windows = Windows();
    private static readonly string[] _texts = ["3x@mpl3P5K53cr3tK3y", SimPin, FilePin];

    private static IEnumerable<object[]> Families => ModemFamilies.All.Select(f => new object[] { f.Name });

    public required TestContext TestContext { get; init; }

    [TestMethod]
    [DynamicData(nameof(Families))]
    public void Show_WholeDialogues_HidesSecrets(string name)
    {
        SimulatedModemFamily family = ModemFamilies.Get(name);
        Random random = new(1);
        bool hasRead = false;
        foreach (CardAccess way in _ways)
        {
            foreach (ModemBehavior behavior in (ModemBehavior[])[family.Behavior, family.Storm()])
            {
                foreach (SimulatedCard card in (SimulatedCard[])[Ordinary(), Guarded(), Large()])
                {
                    Dialogue dialogue = Dialogue.Of(behavior, card, Options(way), null, out BootstrapOutcome? outcome);
                    if (outcome == BootstrapOutcome.Provisioned)
                    {
                        hasRead = true;
                        Assert.IsNotNull(FindSecret(Dialogue.Show(dialogue.Pieces, showSecrets: true)), "no secrets to hide");
                    }

                    AssertHidden(Dialogue.Show(dialogue.Pieces));
                    AssertHidden(Dialogue.Show(dialogue.Pieces, chunk: () => random.Next(1, 40)));
                }
            }
        }

        Assert.AreEqual(name != "Wavecom", hasRead);
    }

    [TestMethod]
    [DynamicData(nameof(Families))]
    public void Show_DialoguesWithFaults_HidesSecrets(string name)
    {
        SimulatedModemFamily family = ModemFamilies.Get(name);
        for (int seed = 0; seed < 60; seed++)
        {
            FaultScript faults = FaultScript.Random(seed, count: 8, commands: 40);
            SimulatedCard card = seed % 2 == 0 ? Ordinary() : Guarded();
            ModemBehavior behavior = seed % 3 == 0 ? family.Storm() : family.Behavior;

            Dialogue dialogue = Dialogue.Of(behavior, card, Options(_ways[seed % _ways.Length]), faults);

            AssertHidden(Dialogue.Show(dialogue.Pieces), $"seed {seed}");
        }
    }

    [TestMethod]
    [DynamicData(nameof(Families))]
    public void Show_TornAndDistortedAnswers_HidesSecrets(string name)
    {
        ModemBehavior behavior = ModemFamilies.Get(name).Behavior with { Echo = true };
        foreach (CardAccess way in _ways)
        {
            Dialogue dialogue = Dialogue.Of(behavior, Guarded(), Options(way));
            for (int seed = 0; seed < 30; seed++)
            {
                Random random = new(seed);
                (bool, byte[])[] distorted =
                    [.. dialogue.Pieces.Select(p => p.IsSent ? p : (false, Distort(p.Bytes, random)))];

                AssertHidden(Dialogue.Show(distorted), $"{way}, seed {seed}");
            }
        }
    }

    // A line that another cuts in two, or in three with a fragment in the middle.
    [TestMethod]
    [DataRow("AT+CSIM=10,\"01B0000078\"", "+CSIM: 244,\"{0}9000\"", DisplayName = "CSIM")]
    [DataRow("AT+CSIM=10,\"01B0000078\"", "+CSIM: 244,{0}9000", DisplayName = "CSIM without quotes")]
    [DataRow("AT+CSIM=10,\"01B0000078\"", "+CSIM: 4,9000+CSIM: 244,{0}9000", DisplayName = "CSIM behind another")]
    [DataRow("AT+CGLA=1,10,\"00B0000078\"", "+CGLA: 244, \"{0}9000\"", DisplayName = "CGLA")]
    [DataRow("AT+CGLA=1,10,\"00B0000078\"", "244,\"{0}9000\"", DisplayName = "CGLA without a prefix")]
    [DataRow("AT+CRSM=176,25650,0,0,120", "+CRSM: 144,0,\"{0}\"", DisplayName = "CRSM")]
    [DataRow("AT+CRSM=176,20529,0,0,120", "+CRSM: 144,0,{0}", DisplayName = "CRSM of a file that is harmless")]
    [DataRow("AT+CPIN=\"73915\"", "AT+CPIN=\"73915\"", DisplayName = "echo of CPIN")]
    [DataRow("AT+CLCK=\"SC\",0,\"73915\"", "AT+CLCK=\"SC\",0,\"73915\"", DisplayName = "echo of CLCK")]
    [DataRow("AT+CPWD=\"SC\",\"73915\",\"64208\"", "AT+CPWD=\"SC\",\"73915\",\"64208\"", DisplayName = "echo of CPWD")]
    [DataRow(
        "AT+CSIM=26,\"00200081083634323038FFFFFF\"", "AT+CSIM=26,\"00200081083634323038FFFFFF\"", DisplayName = "echo of VERIFY")]
    [DataRow("AT+CSIM=42,\"0024000110{2}\"", "AT+CSIM=42,\"0024000110{2}\"", DisplayName = "echo of CHANGE PIN")]
    [DataRow("AT+CSIM=250,\"01D6000078{0}\"", "AT+CSIM=250,\"01D6000078{0}\"", DisplayName = "echo of UPDATE BINARY")]
    [DataRow("AT+CSIM=10,\"01B0000078\"", "+CSIM: 244,\"{1}9000\"", DisplayName = "CSIM in lower case")]
    public void Show_LineTornAnywhere_HidesSecrets(string command, string line)
    {
        string content = Convert.ToHexString(ExampleCard.BootstrapFile().AsSpan(0, 120));
        string[] values = [content, content.ToLowerInvariant(), "3733393135FFFFFF3634323038FFFFFF"];
        command = string.Format(CultureInfo.InvariantCulture, command, values);
        line = string.Format(CultureInfo.InvariantCulture, line, values);
        Assert.IsNotNull(FindSecret(line), "there is nothing to hide");
        foreach (string between in (string[])["\r\n+CREG: 1\r\n", "\r\n", "\r\nOK\r\n", "?"])
        {
            for (int first = 0; first <= line.Length; first++)
            {
                for (int length = 0; length <= 12 && first + length <= line.Length; length++)
                {
                    string torn = line[..first] + between + line.Substring(first, length) + between + line[(first + length)..];
                    AssertHidden(Dialogue.Show(
                        [(true, Ascii(command + "\r")), (false, Ascii($"\r\n{torn}\r\n\r\nOK\r\n"))]));
                }
            }
        }
    }

    [TestMethod]
    [DynamicData(nameof(Families))]
    public void Show_AnswersOneLate_HidesSecrets(string name)
    {
        ModemBehavior behavior = ModemFamilies.Get(name).Behavior;
        foreach (CardAccess way in _ways)
        {
            // What came from the modem comes behind the next command.
            List<(bool IsSent, byte[] Bytes)> late = [];
            List<byte> held = [];
            foreach ((bool isSent, byte[] bytes) in Dialogue.Of(behavior, Guarded(), Options(way)).Pieces)
            {
                if (isSent)
                {
                    late.Add((true, bytes));
                    late.Add((false, [.. held]));
                    held.Clear();
                }
                else
                {
                    held.AddRange(bytes);
                }
            }

            late.Add((false, [.. held]));
            AssertHidden(Dialogue.Show(late), way.ToString());
        }
    }

    // A file with the ID of one whose content is harmless elsewhere; the client may know it without having looked for it.
    [TestMethod]
    [DataRow(0x2F00)]
    [DataRow(0x2F06)]
    [DataRow(0x2FE2)]
    [DataRow(0x6F06)]
    [DataRow(0x6499)]
    public void Show_BootstrapFileWithTheIdOfAnother_HidesSecrets(int fileId)
    {
        foreach (CardAccess way in _ways)
        {
            foreach (int known in (int[])[0, fileId])
            {
                foreach (int chunk in (int[])[7, 10, 100, 255])
                {
                    SimulatedCard card = new(new BootstrapCard(ExampleCard.BootstrapFile()) { FileId = (ushort)fileId }.CreateImage());
                    BootstrapOptions options = Options(way);
                    options.FileIdentifier = known;
                    options.ChunkSize = chunk;

                    Dialogue dialogue = Dialogue.Of(new(), card, options, null, out BootstrapOutcome? outcome);

                    Assert.AreEqual(BootstrapOutcome.Provisioned, outcome);
                    AssertHidden(Dialogue.Show(dialogue.Pieces), $"{way}, chunks of {chunk}");
                }
            }
        }
    }

    [TestMethod]
    [DynamicData(nameof(Families))]
    public void Show_Secrets_ShowsAll(string name)
    {
        ModemBehavior behavior = ModemFamilies.Get(name).Behavior with { Echo = true };
        Dialogue dialogue = Dialogue.Of(behavior, Guarded(), Options(CardAccess.Auto));

        string text = Dialogue.Show(dialogue.Pieces, showSecrets: true);
        string[] shown = [.. Lines(text).Where(l => l[0] != ' ').Select(l => l[2..])];

        string[] sent = Texts(dialogue, isSent: true);
        string[] received = Texts(dialogue, isSent: false);
        Assert.HasCount(sent.Length + received.Length, shown);
        Assert.IsEmpty(sent.Concat(received).Except(shown));
        TestContext.WriteLine(string.Join('\n', shown));
    }

    private static string[] Texts(Dialogue dialogue, bool isSent) =>
        Encoding.ASCII.GetString([.. dialogue.Pieces.Where(p => p.IsSent == isSent).SelectMany(p => p.Bytes)])
            .Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    // What the first account says from its URI to its key, and the PINs as they stand in VERIFY: every window of four bytes.
    private static HashSet<string> Windows()
    {
        HashSet<string> windows = [];
        foreach (byte[] bytes in (byte[][])
            [ExampleCard.BootstrapFile()[12..100], Encoding.ASCII.GetBytes(SimPin), Encoding.ASCII.GetBytes(FilePin)])
        {
            string digits = Convert.ToHexString(bytes);
            for (int i = 0; i + WindowLength <= digits.Length; i++)
                windows.Add(digits.Substring(i, WindowLength));
        }

        return windows;
    }

    private static string? FindSecret(string trace)
    {
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> windows = _windows.GetAlternateLookup<ReadOnlySpan<char>>();
        ReadOnlySpan<char> digits = trace.ToUpperInvariant();
        for (int i = 0; i + WindowLength <= digits.Length; i++)
        {
            if (windows.TryGetValue(digits.Slice(i, WindowLength), out string? found))
                return found;
        }

        return Array.Find(_texts, t => trace.Contains(t, StringComparison.OrdinalIgnoreCase));
    }

    private static void AssertHidden(string trace, string message = "")
    {
        if (FindSecret(trace) is { } secret)
            Assert.Fail($"{message}: {secret} in\n{trace}");
    }

    private static BootstrapOptions Options(CardAccess way) => new()
    {
        Access = way,
        AllowsBasicChannel = true,
        Pin = SimPin,
        FilePin = FilePin,
    };

    private static SimulatedCard Ordinary() => new(ExampleCard.Create());

    private static SimulatedCard Large() => new(ExampleCard.Create(BootstrapContent.Large(2000)));

    // The SIM asks for its PIN, and the file for one of its own.
    private static SimulatedCard Guarded()
    {
        CardImage image = new BootstrapCard(ExampleCard.BootstrapFile()) { Pin = new CardPin(LocalPin, FilePin) }.CreateImage();
        return new(image.Add(new CardPin(BootstrapCard.SimPinReference, SimPin)));
    }

    // Up to three of what happens to bytes on a bad line, or by a modem that says something in between.
    private static byte[] Distort(byte[] bytes, Random random)
    {
        List<byte> result = [.. bytes];
        for (int i = random.Next(4); i > 0 && result.Count > 0; i--)
        {
            int at = random.Next(result.Count);
            switch (random.Next(7))
            {
                case 0:
                    result.RemoveAt(at);
                    break;
                case 1:
                    result[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    result.InsertRange(at, "\r\n+CREG: 1\r\n"u8.ToArray());
                    break;
                case 3:
                    result.InsertRange(at, "\r\n"u8.ToArray());
                    break;
                case 4:
                    result.Insert(at, 0);
                    break;
                case 5:
                    result.RemoveAll(b => b == '"');
                    break;
                default:
                    result.RemoveAll(b => b is (byte)'\r' or (byte)'\n');
                    break;
            }
        }

        return [.. result];
    }
}
