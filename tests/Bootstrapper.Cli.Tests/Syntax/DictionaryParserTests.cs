using System.Numerics;
using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Tests.Syntax;

/// <summary>The dictionary syntax is what CPython takes for literals, the names, and nothing besides.</summary>
[TestClass]
public sealed class DictionaryParserTests
{
    [TestMethod]
    public void Read_Literals_HaveTheValuesThatCPythonReads()
    {
        List<string> failures = [];
        int rows = 0;
        foreach ((string text, string expected) in SyntaxTable.Read("literals.txt"))
        {
            string outcome = Reading.Outcome(() => Reading.Dictionary(text));
            if (outcome != expected)
                failures.Add($"{text}: {outcome}, not {expected}");
            rows++;
        }

        Assert.AreEqual("", string.Join('\n', failures));
        Assert.IsGreaterThan(750, rows);
    }

    [TestMethod]
    public void Read_WhatCPythonRefuses_IsRefused()
    {
        List<string> failures = [];
        int rows = 0;
        foreach ((string text, _) in SyntaxTable.Read("refusals.txt"))
        {
            try
            {
                failures.Add($"{text}: {TreeText.Of(Reading.Dictionary(text))}");
            }
            catch (ConfigurationException)
            {
                rows++;
            }
        }

        Assert.AreEqual("", string.Join('\n', failures));
        Assert.IsGreaterThan(450, rows);
    }

    // What CPython takes for a literal, but no configuration can use.
    [TestMethod]
    [DataRow("None", "1:1 unexpected `None`, expected a literal")]
    [DataRow("{1: None}", "1:5 unexpected `None`, expected a literal")]
    [DataRow("...", "1:1 unexpected `.`")]
    [DataRow("1j", "1:1 malformed number `1j`")]
    [DataRow("1+2j", "1:2 unexpected `+`, expected nothing more")]
    [DataRow("{1, 2}", "1:3 unexpected `,`, expected `:`")]
    [DataRow("{1}", "1:3 unexpected `}`, expected `:`")]
    [DataRow("set()", "1:1 unexpected `set`, expected a literal")]
    [DataRow("1, 2", "1:2 unexpected `,`, expected nothing more")]
    [DataRow("{},", "1:3 unexpected `,`, expected nothing more")]
    [DataRow(@"'\ud83d'", @"1:2 \ud83d is no Unicode character")]
    [DataRow(@"'\ud83d\ude00'", @"1:2 \ud83d is no Unicode character")]
    [DataRow(@"'\U0000dfff'", @"1:2 \U0000dfff is no Unicode character")]
    [DataRow(@"'\N{BULLET}'", @"1:2 \N{name} is not supported: write \uXXXX or \UXXXXXXXX")]
    [DataRow(@"b'ab\400'", @"1:5 \400 is more than a byte")]
    [DataRow("{1: f'a'}", "1:5 an f-string is no literal")]
    public void Read_LiteralsOfNoUse_AreRefused(string text, string expected) =>
        Assert.AreEqual(expected, Reading.Outcome(() => Reading.Dictionary(text)));

    [TestMethod]
    [DataRow("\n  {1: 2}", "{1: 2}")]
    [DataRow("# indented\n\t{1: 2}\n  ", "{1: 2}")]
    public void Read_IndentedConfiguration_IsReadThoughCPythonRefuses(string text, string expected) =>
        Assert.AreEqual(expected, Reading.Outcome(() => Reading.Dictionary(text)));

    [TestMethod]
    [DataRow("{OID.Security: {1: {RID.Security.Mode: 3}}}", "{OID.Security: {1: {RID.Security.Mode: 3}}}")]
    [DataRow("[OID.Server, (RID.Server.Lifetime)]", "[OID.Server, RID.Server.Lifetime]")]
    [DataRow("OID._a1", "OID._a1")]
    [DataRow("OID", "1:1 unexpected `OID`, expected a literal")]
    [DataRow("RID.Security", "1:1 unexpected `RID.Security`, expected a literal")]
    [DataRow("RID.Security.Mode.value", "1:1 unexpected `RID.Security.Mode.value`, expected a literal")]
    [DataRow("OID.Security.Mode", "1:1 unexpected `OID.Security.Mode`, expected a literal")]
    [DataRow("oid.Security", "1:1 unexpected `oid.Security`, expected a literal")]
    [DataRow("OID. Security", "1:1 unexpected `OID`, expected a literal")]
    [DataRow("OID .Security", "1:1 unexpected `OID`, expected a literal")]
    [DataRow("[OID.Security .x]", "1:15 unexpected `.`")]
    [DataRow("OID.1", "1:1 unexpected `OID`, expected a literal")]
    [DataRow("OID.Security()", "1:13 unexpected `(`, expected nothing more")]
    [DataRow("[OID.Security(1)]", "1:14 unexpected `(`, expected `,` or `]`")]
    [DataRow("-OID.Security", "1:2 unexpected `OID.Security`, expected a number")]
    [DataRow("OID.Security'a'", "1:13 unexpected string, expected nothing more")]
    [DataRow("OID.Sicherhe\u0131t", "1:13 unexpected `\u0131`")]
    public void Read_Names_AreThoseOfObjectsAndResourcesOnly(string text, string expected) =>
        Assert.AreEqual(expected, Reading.Outcome(() => Reading.Dictionary(text)));

    [TestMethod]
    [DataRow("", "1:1 unexpected end, expected a literal")]
    [DataRow("# nothing\n", "1:1 unexpected end, expected a literal")]
    [DataRow("import os\n{}", "1:1 unexpected `import`, expected a literal")]
    [DataRow("config = {}", "1:1 unexpected `config`, expected a literal")]
    [DataRow("__import__('os').system('id')", "1:1 unexpected `__import__`, expected a literal")]
    [DataRow("{\n  1: 2\n  3: 4\n}", "3:3 unexpected `3`, expected `,` or `}`")]
    [DataRow("{\n  1: 2,\n  3 4\n}", "3:5 unexpected `4`, expected `:`")]
    [DataRow("{\n  1: ,\n}", "2:6 unexpected `,`, expected a literal")]
    [DataRow("{\n  1: 2,,\n}", "2:8 unexpected `,`, expected a literal or `}`")]
    [DataRow("{\n  1: [2, 3},\n}", "2:11 unexpected `}`, expected `,` or `]`")]
    [DataRow("{\n  1: (2, 3],\n}", "2:11 unexpected `]`, expected `,` or `)`")]
    [DataRow("{\n  1: [2, %],\n}", "2:10 unexpected `%`")]
    [DataRow("{\n  1: {\n", "3:1 unexpected end, expected a literal or `}`")]
    [DataRow("{1: 2}}", "1:7 unexpected `}`, expected nothing more")]
    [DataRow("{1: 2}\n\n{3: 4}", "3:1 unexpected `{`, expected nothing more")]
    [DataRow("{1: 'a' b'c'}", "1:9 unexpected bytes, expected `,` or `}`")]
    [DataRow("{1: b'a' 'c'}", "1:10 unexpected string, expected `,` or `}`")]
    [DataRow("'a'\n'b'", "2:1 unexpected string, expected nothing more")]
    [DataRow("{1: 'abc}\n", "1:5 unterminated string")]
    [DataRow("{1: '''abc'}\n", "1:5 unterminated string")]
    [DataRow("{1: rb'abc\\'}\n", "1:5 unterminated string")]
    [DataRow("{1:\r\n  'a\\x4'}", "2:5 \\x needs 2 hexadecimal digits")]
    [DataRow("{1: 'a'\r\n  '\\u12'}", "2:4 \\u needs 4 hexadecimal digits")]
    [DataRow("'''a\rb\\U0011'''", "2:2 \\U needs 8 hexadecimal digits")]
    [DataRow("'\\U00110000'", "1:2 \\U00110000 is no Unicode character")]
    [DataRow("{1: b'caf\u00e9'}", "1:10 unexpected `\u00e9` in bytes: write \\xNN")]
    [DataRow("b'\ud83d\ude00'", "1:3 unexpected `\ud83d\ude00` in bytes: write \\xNN")]
    [DataRow("{'\ud83d\ude00': $}", "1:8 unexpected `$`: placeholders are for templates")]
    [DataRow("{01: 2}", "1:2 malformed number `01`")]
    [DataRow("{0x: 2}", "1:2 malformed number `0x`")]
    [DataRow("{1: 1.2.3.4}", "1:5 malformed number `1.2.3.4`")]
    [DataRow("{1: 2\u00a0}", "1:6 unexpected U+00A0")]
    [DataRow("{1: \u201ca\u201d}", "1:5 unexpected `\u201c`")]
    [DataRow("{1: 2 \\ }", "1:7 unexpected `\\`")]
    [DataRow("{1: - 'a'}", "1:7 unexpected string, expected a number")]
    [DataRow("{1: -(2, 3)}", "1:8 unexpected `,`, expected `)`")]
    [DataRow("{1: lambda: 2}", "1:5 unexpected `lambda`, expected a literal")]
    [DataRow("{1: 2 if True else 3}", "1:7 unexpected `if`, expected `,` or `}`")]
    [DataRow("{1: [i for i in x]}", "1:6 unexpected `i`, expected a literal or `]`")]
    [DataRow("{1: (x := 2)}", "1:6 unexpected `x`, expected a literal or `)`")]
    [DataRow("{**x}", "1:2 unexpected `*`")]
    [DataRow("{1: 'a'.upper()}", "1:8 unexpected `.`")]
    [DataRow("{1: 'a' % 2}", "1:9 unexpected `%`")]
    [DataRow("{1: 2 + 3}", "1:7 unexpected `+`, expected `,` or `}`")]
    [DataRow("{1: ${psk}}", "1:5 unexpected `$`: placeholders are for templates")]
    public void Read_Mistake_IsReportedAtItsPlace(string text, string expected) =>
        Assert.AreEqual(expected, Reading.Outcome(() => Reading.Dictionary(text)));

    // Of two mistakes the first is told, though the second already spoils the division into tokens.
    [TestMethod]
    public void Read_TwoMistakes_TheFirstIsReported() => Assert.AreEqual(
        "1:5 unexpected `x`, expected a literal", Reading.Outcome(() => Reading.Dictionary("{1: x, 2: 'unterminated")));

    // A key may stand where it must not: a message shows short pieces only.
    [TestMethod]
    [DataRow("{1: 00112233445566778899aabbccddeeff}", "1:5 malformed number")]
    [DataRow("{1: aabbccddeeff00112233445566778899}", "1:5 unexpected word, expected a literal")]
    [DataRow("{1: 2 11223344556677889911223344556677}", "1:7 unexpected number, expected `,` or `}`")]
    [DataRow("{1: supersecretpass}", "1:5 unexpected word, expected a literal")]
    [DataRow("{1: DEADBEEF}", "1:5 unexpected word, expected a literal")]
    [DataRow("{1: 12345678901234g}", "1:5 malformed number")]
    [DataRow("{1: 2 12345678}", "1:7 unexpected number, expected `,` or `}`")]
    [DataRow("{1: 2 'secret'}", "1:7 unexpected string, expected `,` or `}`")]
    [DataRow("{1: 2 b'secret'}", "1:7 unexpected bytes, expected `,` or `}`")]
    public void Read_MistakeWithAKey_DoesNotTellTheKey(string text, string expected) =>
        Assert.AreEqual(expected, Reading.Outcome(() => Reading.Dictionary(text)));

    [TestMethod]
    public void Read_NestedNodes_HaveTheirPlaces()
    {
        const string Text = "# c\r\n{OID.Security:\r\n  [(0, -1), ('\ud83d\ude00'\r\n'b', (True))]}";
        DictionaryNode root = (DictionaryNode)Reading.Dictionary(Text);
        ListNode list = (ListNode)root.Entries[0].Value;
        ListNode first = (ListNode)list.Items[0];
        ListNode second = (ListNode)list.Items[1];

        Assert.AreEqual(new SourcePosition(2, 1), root.Position);
        Assert.AreEqual(new SourcePosition(2, 2), root.Entries[0].Key.Position);
        Assert.AreEqual(new SourcePosition(3, 3), list.Position);
        Assert.AreEqual(new SourcePosition(3, 4), first.Position);
        Assert.AreEqual(new SourcePosition(3, 5), first.Items[0].Position);
        Assert.AreEqual(new SourcePosition(3, 8), first.Items[1].Position);
        Assert.AreEqual(new SourcePosition(3, 14), second.Items[0].Position);
        Assert.AreEqual(new SourcePosition(4, 7), second.Items[1].Position);
    }

    [TestMethod]
    [DataRow("{1: ${psk}}", "{1: Text of \"psk\"}")]
    [DataRow("[${psk:hex}, ${a b-c:base64}]", "[Hex of \"psk\", Base64 of \"a b-c\"]")]
    [DataRow("{1: '${psk:hex}', 2: b'${x}'}", "{1: \"${psk:hex}\", 2: bytes 247b787d}")]
    [DataRow("${psk", "1:1 malformed placeholder: write ${column}, ${column:hex} or ${column:base64}")]
    [DataRow("${}", "1:1 malformed placeholder: write ${column}, ${column:hex} or ${column:base64}")]
    [DataRow("${psk:octal}", "1:1 malformed placeholder: write ${column}, ${column:hex} or ${column:base64}")]
    [DataRow("$psk", "1:1 malformed placeholder: write ${column}, ${column:hex} or ${column:base64}")]
    [DataRow("{1: ${a} ${b}}", "1:10 unexpected `${b}`, expected `,` or `}`")]
    [DataRow("{1: ${a}'b'}", "1:9 unexpected string, expected `,` or `}`")]
    [DataRow("{1: -${a}}", "1:6 unexpected `${a}`, expected a number")]
    public void Read_Template_TakesPlaceholdersForValues(string text, string expected) =>
        Assert.AreEqual(expected, Reading.Outcome(() => Reading.Dictionary(text, isTemplate: true)));

    [TestMethod]
    public void Read_LargerInteger_IsRefused()
    {
        BigInteger tooLarge = BigInteger.Pow(2, NumberLiteral.MaxBits);

        Assert.AreEqual("1:1 an integer of more than 1024 bits", Reading.Outcome(() => Reading.Dictionary($"{tooLarge}")));
        Assert.AreEqual("1:1 an integer of more than 1024 bits", Reading.Outcome(() => Reading.Dictionary($"0x{tooLarge:x}")));
        Assert.AreEqual("1:2 an integer of more than 1024 bits", Reading.Outcome(() => Reading.Dictionary($"-{tooLarge}")));
        Assert.AreEqual("1:1 an integer of more than 1024 bits", Reading.Outcome(() => Reading.Json($"-{tooLarge}")));
    }
}
