using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Tests.Syntax;

/// <summary>JSON as RFC 8259 has it, and what objects of bytes mean.</summary>
[TestClass]
public sealed class JsonParserTests
{
    [TestMethod]
    [DataRow("{}", "{}")]
    [DataRow("[]", "[]")]
    [DataRow(" {\"0\" : {\"1\": {\"0\": \"coap://a\"} } }\r\n", "{\"0\": {\"1\": {\"0\": \"coap://a\"}}}")]
    [DataRow("[0, -0, 7, -7, 18446744073709551616]", "[0, 0, 7, -7, 18446744073709551616]")]
    [DataRow("[1.0, -0.0, 1e2, 1E-2, 1e999, -1e999]", "[float 3ff0000000000000, float 8000000000000000, float 4059000000000000, "
        + "float 3f847ae147ae147b, float 7ff0000000000000, float fff0000000000000]")]
    [DataRow("[true, false]", "[true, false]")]
    [DataRow(@"""\""\\\/\b\f\n\r\t\u00e9\ud83d\ude00""", @"""\u0022\u005c/\u0008\u000c\u000a\u000d\u0009\u00e9\ud83d\ude00""")]
    [DataRow("{\"a\": 1, \"a\": 2}", "{\"a\": 1, \"a\": 2}", DisplayName = "a key may stand twice in the tree")]
    [DataRow("{\"hex\": \"\"}", "bytes ")]
    [DataRow("{\"hex\": \"00 fF 1a\"}", "bytes 00ff1a")]
    [DataRow("{\"hex\": \"0 0f\\u0046\"}", "bytes 00ff")]
    [DataRow("{\"base64\": \"AP8=\"}", "bytes 00ff")]
    [DataRow("{\"file\": \"keys/client.der\"}", "file \"keys/client.der\"")]
    [DataRow("{\"0\": 1, \"hex\": \"00\"}", "{\"0\": 1, \"hex\": \"00\"}", DisplayName = "the first key makes an object bytes")]
    [DataRow("\"${psk}\"", "\"${psk}\"")]
    public void Read_Json_IsTheTree(string text, string expected) =>
        Assert.AreEqual(expected, Reading.Outcome(() => Reading.Json(text)));

    [TestMethod]
    [DataRow("", "1:1 unexpected end, expected a value")]
    [DataRow("{\n  \"a\": 1,\n}", "3:1 unexpected `}`, expected a key in double quotes")]
    [DataRow("[1,]", "1:4 unexpected `]`, expected a value")]
    [DataRow("[,1]", "1:2 unexpected `,`, expected a value or `]`")]
    [DataRow("{,}", "1:2 unexpected `,`, expected a key in double quotes or `}`")]
    [DataRow("{'a': 1}", "1:2 unexpected `'`, expected a key in double quotes or `}`")]
    [DataRow("{OID.Security: 1}", "1:2 unexpected `O`, expected a key in double quotes or `}`")]
    [DataRow("{1: 2}", "1:2 unexpected `1`, expected a key in double quotes or `}`")]
    [DataRow("{\"a\" 1}", "1:6 unexpected `1`, expected `:`")]
    [DataRow("{\"a\"\n", "2:1 unexpected end, expected `:`")]
    [DataRow("{\"a\": 1\n  \"b\": 2}", "2:3 unexpected `\"`, expected `,` or `}`")]
    [DataRow("{\"a\": \"b\"\n  \"b\": 2}", "2:3 unexpected `\"`, expected `,` or `}`")]
    [DataRow("{\"a\": {} \"b\": 2}", "1:10 unexpected `\"`, expected `,` or `}`")]
    [DataRow("[1 2]", "1:4 unexpected `2`, expected `,` or `]`")]
    [DataRow("[1}", "1:3 unexpected `}`, expected `,` or `]`")]
    [DataRow("{\"a\": 1", "1:8 unexpected end, expected `,` or `}`")]
    [DataRow("[1", "1:3 unexpected end, expected `,` or `]`")]
    [DataRow("{} {}", "1:4 unexpected `{`, expected nothing more")]
    [DataRow("// c\n{}", "1:1 unexpected `/`, expected a value")]
    [DataRow("# c\n{}", "1:1 unexpected `#`, expected a value")]
    [DataRow("{\"a\": True}", "1:7 unexpected `T`, expected a value")]
    [DataRow("{\"a\": b'x'}", "1:7 unexpected `b`, expected a value")]
    [DataRow("{\"a\": trve}", "1:9 unexpected `v` in a word")]
    [DataRow("{\"a\": 01}", "1:8 unexpected `1` in a number")]
    [DataRow("{\"a\": 0x1}", "1:8 unexpected `x` in a number")]
    [DataRow("{\"a\": .5}", "1:7 unexpected `.`, expected a value")]
    [DataRow("{\"a\": +1}", "1:7 unexpected `+`, expected a value")]
    [DataRow("{\"a\": NaN}", "1:7 unexpected `N`, expected a value")]
    [DataRow("{\"a\": \"\\x41\"}", "1:9 unexpected `x` in a string")]
    [DataRow("{\"a\": \"b\nc\"}", "1:9 unexpected line end in a string")]
    [DataRow("{\"a\": \"b\tc\"}", "1:9 unexpected U+0009 in a string")]
    [DataRow("{\"a\": \"b", "1:9 unexpected end in a string")]
    [DataRow("{\"\ud83d\ude00\u00e9\": x}", "1:9 unexpected `x`, expected a value")]
    [DataRow("{\"a\": null}", "1:7 unexpected `null`: leave the resource out")]
    [DataRow("[\"a\", \"\\ud83d\"]", "1:7 an escape of half a character: a surrogate without the other")]
    [DataRow("{\"\\ude00\": 1}", "1:2 an escape of half a character: a surrogate without the other")]
    [DataRow("{\"a\": {\"hex\": \"0g\"}}", "1:17 unexpected `g` in hexadecimal digits")]
    [DataRow("{\"a\": {\"hex\": \"\\u0030g\"}}", "1:15 unexpected `g` in hexadecimal digits")]
    [DataRow("{\"hex\": \"00 1\"}", "1:9 an odd number of hexadecimal digits")]
    [DataRow("{\"hex\": 0}", "1:9 the value of `hex` is a string")]
    [DataRow("{\"base64\": \"AP8\"}", "1:12 malformed base64")]
    [DataRow("{\"base64\": \"A_8=\"}", "1:12 malformed base64")]
    [DataRow("{\"file\": [\"a\"]}", "1:10 the value of `file` is a string")]
    [DataRow("{\"hex\": \"00\", \"hex\": \"01\"}", "1:15 `hex` stands alone in its object")]
    [DataRow("{\"file\": \"a\", \"0\": 1}", "1:15 `file` stands alone in its object")]
    [DataRow("{\"a\": {\"masked\": 19}}", "1:7 a masked key can't be generated: inspect with --show-secrets")]
    public void Read_Mistake_IsReportedAtItsPlace(string text, string expected) =>
        Assert.AreEqual(expected, Reading.Outcome(() => Reading.Json(text)));

    [TestMethod]
    public void Read_NestedNodes_HaveTheirPlaces()
    {
        const string Text = "\r\n{ \"\u00e9\ud83d\ude00\": {\r\"a\": [1, {\"hex\": \"00\"}, -2.5]}}";
        DictionaryNode root = (DictionaryNode)Reading.Json(Text);
        DictionaryNode inner = (DictionaryNode)root.Entries[0].Value;
        ListNode list = (ListNode)inner.Entries[0].Value;

        Assert.AreEqual(new SourcePosition(2, 1), root.Position);
        Assert.AreEqual(new SourcePosition(2, 3), root.Entries[0].Key.Position);
        Assert.AreEqual(new SourcePosition(2, 10), inner.Position);
        Assert.AreEqual(new SourcePosition(3, 1), inner.Entries[0].Key.Position);
        Assert.AreEqual(new SourcePosition(3, 6), list.Position);
        Assert.AreEqual(new SourcePosition(3, 10), list.Items[1].Position);
        Assert.AreEqual(new SourcePosition(3, 25), list.Items[2].Position);
    }

    [TestMethod]
    [DataRow("{\"5\": {\"hex\": \"${psk}\"}}", "{\"5\": Hex of \"psk\"}")]
    [DataRow("{\"5\": {\"base64\": \"${a b}\"}}", "{\"5\": Base64 of \"a b\"}")]
    [DataRow("{\"5\": \"${psk:hex}\", \"0\": \"coaps://${host}\"}", "{\"5\": \"${psk:hex}\", \"0\": \"coaps://${host}\"}")]
    [DataRow("{\"5\": {\"hex\": \"\"}, \"6\": {\"base64\": \"\"}}", "{\"5\": bytes , \"6\": bytes }")]
    [DataRow("{\"5\": {\"file\": \"${iccid}.der\"}}", "{\"5\": file \"${iccid}.der\"}")]
    [DataRow("{\"5\": {\"hex\": \"00${psk}\"}}", "1:18 unexpected `$` in hexadecimal digits")]
    [DataRow("{\"5\": ${psk}}", "1:7 unexpected `$`, expected a value")]
    public void Read_Template_TakesPlaceholdersForBytes(string text, string expected) =>
        Assert.AreEqual(expected, Reading.Outcome(() => Reading.Json(text, isTemplate: true)));

    [TestMethod]
    public void Read_PlaceholderForBytesOutsideOfATemplate_IsRefused() => Assert.AreEqual(
        "1:10 unexpected `$` in hexadecimal digits", Reading.Outcome(() => Reading.Json("{\"hex\": \"${psk}\"}")));
}
