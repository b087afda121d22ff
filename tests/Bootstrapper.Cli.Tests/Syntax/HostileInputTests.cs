using System.Text;
using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Tests.Syntax;

/// <summary>Whatever a text holds: an error or a tree, soon, and without taking more memory than its length explains.</summary>
[TestClass]
public sealed class HostileInputTests
{
    // All that is allocated while reading, most of it for a moment only.
    private const int BytesAllocatedPerByte = 400;

    private const string DictionarySample =
        """
        # Two accounts
        {
            OID.Security: {
                1: {
                    RID.Security.ServerURI: 'coaps://' "lwm2m.example.org:5684",
                    RID.Security.Bootstrap: False,
                    RID.Security.Mode: 0x0_0,
                    RID.Security.PKOrIdentity: b'''caf\xc3\xa9\
        ''',
                    RID.Security.SecretKey: rb"\x" B'\0\177',
                },
            },
            OID.AccessControl: {0: {2: [(0, -5), (1, +7),], 3: (1.5e-3), 4: ()}},
            (6): {0: {0: ['é', u"\u00e9", '\U0001F600', {}]}},
        }
        """;

    private const string JsonSample =
        """
        {
          "OID.Security": {
            "1": {
              "RID.Security.ServerURI": "coaps://lwm2m.example.org:5684",
              "RID.Security.Bootstrap": false,
              "RID.Security.PKOrIdentity": {"hex": "6361 66c3 a9"},
              "RID.Security.SecretKey": {"base64": "AAECAw=="},
              "4": {"file": "server.der"}
            }
          },
          "2": {"0": {"2": [[0, -5], [1, 7]], "3": 1.5e-3}},
          "6": {"0": {"0": ["é", "\u00e9", "\ud83d\ude00", {}, true]}}
        }
        """;

    [TestMethod]
    [DataRow("", "[", "", "1:33 nested deeper than 32 levels")]
    [DataRow("", "{1:", "", "1:97 nested deeper than 32 levels")]
    [DataRow("-", "(", "", "1:34 nested deeper than 32 levels")]
    [DataRow("", "-(", "", "1:3 unexpected `-`, expected a number")]
    [DataRow("", "]", "", "1:1 unexpected `]`, expected a literal")]
    [DataRow("[", "1,", "$", "1:1048576 unexpected `$`: placeholders are for templates")]
    [DataRow("[", "1,", "]", null)]
    [DataRow("[", "'',", "]", null)]
    [DataRow("[", "(),", "]", null)]
    [DataRow("[", "{1:1},", "]", null)]
    [DataRow("[", "(1),", "1]", null)]
    [DataRow("", "'' ", "", null)]
    [DataRow("", "b''", "", null)]
    [DataRow("'", "\\n", "'", null)]
    [DataRow("", "-", "1", "1:2 unexpected `-`, expected a number")]
    [DataRow("", "1", "", "1:1 an integer of more than 1024 bits")]
    [DataRow("0x", "f", "", "1:1 an integer of more than 1024 bits")]
    [DataRow("", "1_", "1", "1:1 an integer of more than 1024 bits")]
    [DataRow("", "0_", "1", "1:1 malformed number")]
    [DataRow("1.", "1_", "1", null)]
    [DataRow("1e", "9", "", null)]
    [DataRow("", "a.", "", "1:1 unexpected word, expected a literal")]
    [DataRow("'''", "a", "\\", "1:1 unterminated string")]
    [DataRow("", "\"'", "", "1:1048576 unterminated string")]
    [DataRow("", "\\\n", "1", null)]
    [DataRow("1", "\n#", "\n", null)]
    public void Read_LongestDictionaryText_EndsInBoundedMemory(string start, string piece, string end, string? expected)
    {
        string outcome = OutcomeInBoundedMemory(ConfigurationFormat.Dictionary, start, piece, end);

        if (expected is not null)
            Assert.AreEqual(expected, outcome);
    }

    [TestMethod]
    [DataRow("", "[", "", "1:33 nested deeper than 32 levels")]
    [DataRow("", "{\"\":", "", "1:129 nested deeper than 32 levels")]
    [DataRow("[", "1,", "]", "1:1048576 unexpected `]`, expected a value")]
    [DataRow("[", "1,", "1]", null)]
    [DataRow("[", "{},", "1]", null)]
    [DataRow("{", "\"\":1,", "\"\":1}", null)]
    [DataRow("[", "{\"hex\":\"\"},", "1]", null)]
    [DataRow("{\"hex\":\"", "a", "\"}", null)]
    [DataRow("\"", "\\u00e9", "\"", null)]
    [DataRow("", "1", "", "1:1 an integer of more than 1024 bits")]
    [DataRow("1e", "9", "", null)]
    public void Read_LongestJson_EndsInBoundedMemory(string start, string piece, string end, string? expected)
    {
        string outcome = OutcomeInBoundedMemory(ConfigurationFormat.Json, start, piece, end);

        if (expected is not null)
            Assert.AreEqual(expected, outcome);
    }

    [TestMethod]
    public void Read_TenMegabytesOfBrackets_AreRefusedUnread()
    {
        byte[] text = Encoding.ASCII.GetBytes(new string('[', 10_000_000));

        long before = GC.GetAllocatedBytesForCurrentThread();
        string outcome = Reading.Outcome(() => ConfigurationText.Read(text));
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.AreEqual("1:1 longer than 1048576 bytes", outcome);
        Assert.IsLessThan(100_000, allocated);
    }

    // A small stack shows that the depth is what bounds the calls.
    [TestMethod]
    [DataRow("[", "]")]
    [DataRow("(", ",)")]
    [DataRow("{1: ", "}")]
    [DataRow("{0: [", "]}")]
    public void Read_DeepestNesting_FitsASmallStack(string open, string close)
    {
        int count = ConfigurationText.MaxDepth / open.Count(c => c is '[' or '(' or '{');
        string deepest = string.Concat(Enumerable.Repeat(open, count)) + "1" + string.Concat(Enumerable.Repeat(close, count));
        string deeper = $"[{deepest}]";
        string[] outcomes = ["", ""];

        OnASmallStack(() =>
        {
            outcomes[0] = Reading.Outcome(() => Reading.Dictionary(deepest));
            outcomes[1] = Reading.Outcome(() => Reading.Dictionary(deeper));
        });

        Assert.AreEqual(deepest.Replace('(', '[').Replace(",)", "]", StringComparison.Ordinal), outcomes[0]);
        StringAssert.EndsWith(outcomes[1], "nested deeper than 32 levels");
    }

    [TestMethod]
    public void Read_DeepestJson_FitsASmallStack()
    {
        string deepest = new string('[', ConfigurationText.MaxDepth) + new string(']', ConfigurationText.MaxDepth);
        string[] outcomes = ["", ""];

        OnASmallStack(() =>
        {
            outcomes[0] = Reading.Outcome(() => Reading.Json(deepest));
            outcomes[1] = Reading.Outcome(() => Reading.Json($"[{deepest}]"));
        });

        Assert.AreEqual(deepest, outcomes[0]);
        Assert.AreEqual("1:33 nested deeper than 32 levels", outcomes[1]);
    }

    [TestMethod]
    [DataRow(DictionarySample)]
    [DataRow(JsonSample)]
    public void Read_EveryTruncation_IsAnError(string sample)
    {
        byte[] text = Encoding.UTF8.GetBytes(sample);
        Assert.IsInstanceOfType<DictionaryNode>(ConfigurationText.Read(text));

        for (int length = 0; length < text.Length; length++)
            Assert.ThrowsExactly<ConfigurationException>(() => ConfigurationText.Read(text.AsSpan(0, length)), $"{length} bytes");
    }

    [TestMethod]
    [DataRow(DictionarySample)]
    [DataRow(JsonSample)]
    public void Read_MutatedSample_IsATreeOrAnError(string sample)
    {
        byte[] original = Encoding.UTF8.GetBytes(sample);
        ReadOnlySpan<byte> likely = "\"'\\{}[]():,.#$%+-_01efnrbuxX \n\r\t\0\x7f"u8;
        Random random = new(1);
        int trees = 0;
        for (int i = 0; i < 20_000; i++)
        {
            List<byte> text = [.. original];
            for (int edits = random.Next(1, 4); edits > 0; edits--)
            {
                int index = random.Next(text.Count);
                byte unit = random.Next(3) == 0 ? (byte)random.Next(256) : likely[random.Next(likely.Length)];
                switch (random.Next(4))
                {
                    case 0:
                        text[index] = unit;
                        break;
                    case 1:
                        text.Insert(index, unit);
                        break;
                    case 2:
                        text.RemoveAt(index);
                        break;
                    default:
                        int length = random.Next(text.Count - index);
                        text.InsertRange(random.Next(text.Count), text.GetRange(index, Math.Min(length, 40)));
                        break;
                }
            }

            ConfigurationFormat? format = random.Next(6) switch
            {
                0 => ConfigurationFormat.Json,
                1 => ConfigurationFormat.Dictionary,
                _ => null,
            };
            trees += Outcome([.. text], format, isTemplate: random.Next(2) == 0);
        }

        // So that it isn't one and the same error each time.
        Assert.IsTrue(trees is > 1000 and < 19_000, $"{trees}");
    }

    private static void OnASmallStack(ThreadStart action)
    {
        Thread thread = new(action, maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();
    }

    private static int Outcome(byte[] text, ConfigurationFormat? format, bool isTemplate)
    {
        try
        {
            ConfigurationText.Read(text, format, isTemplate);
            return 1;
        }
        catch (ConfigurationException e)
        {
            int lines = text.Count(b => b is (byte)'\r' or (byte)'\n') + 1;
            Assert.IsTrue(e.Position.Line >= 1 && e.Position.Line <= lines && e.Position.Column >= 1, $"{e.Position}");
            Assert.IsFalse(e.Message.Contains('\n'));
            Assert.IsLessThan(100, e.Message.Length);
            return 0;
        }
    }

    private static string OutcomeInBoundedMemory(ConfigurationFormat format, string start, string piece, string end)
    {
        StringBuilder builder = new(start);
        builder.Insert(start.Length, piece, (ConfigurationText.MaxLength - start.Length - end.Length) / piece.Length);
        byte[] text = Encoding.ASCII.GetBytes(builder.Append(end).ToString());

        long before = GC.GetAllocatedBytesForCurrentThread();
        string outcome;
        try
        {
            outcome = ConfigurationText.Read(text, format).GetType().Name;
        }
        catch (ConfigurationException e)
        {
            outcome = $"{e.Position.Line}:{e.Position.Column} {e.Message}";
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.IsLessThan((long)BytesAllocatedPerByte * ConfigurationText.MaxLength, allocated);
        return outcome;
    }
}
