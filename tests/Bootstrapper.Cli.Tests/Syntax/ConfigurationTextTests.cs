using System.Text;
using Bootstrapper.Cli.Syntax;
using Bootstrapper.Tests;

namespace Bootstrapper.Cli.Tests.Syntax;

/// <summary>How bytes become a text, and how the formats are told apart.</summary>
[TestClass]
public sealed class ConfigurationTextTests
{
    [TestMethod]
    [DataRow("{\"0\": {}}", "Json")]
    [DataRow(" \r\n\t{\n \"0\": {}}", "Json")]
    [DataRow("{\"\": 1}", "Json")]
    [DataRow("{\"", "Json")]
    [DataRow("// c\n{}", "Json")]
    [DataRow("{ /* c */ \"0\": {}}", "Json")]
    [DataRow("", "Dictionary")]
    [DataRow("{}", "Dictionary")]
    [DataRow("{", "Dictionary")]
    [DataRow("{OID.Security: {}}", "Dictionary")]
    [DataRow("{0: {}}", "Dictionary")]
    [DataRow("{-1: {}}", "Dictionary")]
    [DataRow("{(0): {}}", "Dictionary")]
    [DataRow("{'0': {}}", "Dictionary")]
    [DataRow("{\"\"\"0\"\"\": {}}", "Dictionary")]
    [DataRow("{u\"0\": {}}", "Dictionary")]
    [DataRow("{b\"0\": {}}", "Dictionary")]
    [DataRow("{\\\n0: {}}", "Dictionary")]
    [DataRow("# \"JSON\"?\n{0: {}}", "Dictionary")]
    [DataRow("{ # c\n\"0\": {}}", "Dictionary")]
    [DataRow("\f{0: {}}", "Dictionary")]
    [DataRow("[{\"0\": 1}]", "Dictionary")]
    [DataRow("null", "Dictionary")]
    public void Detect_Text_IsToldByItsFirstKey(string text, string expected) =>
        Assert.AreEqual(expected, ConfigurationText.Detect(text).ToString());

    [TestMethod]
    public void Read_WithoutFormat_ReadsBoth()
    {
        Assert.AreEqual("{\"1\": bytes 00}", TreeText.Of(ConfigurationText.Read("{\"1\": {\"hex\": \"00\"}}"u8)));
        Assert.AreEqual("{1: bytes 00}", TreeText.Of(ConfigurationText.Read("{1: b'\\x00'}"u8)));
        Assert.AreEqual("{}", TreeText.Of(ConfigurationText.Read("{}"u8)));
    }

    [TestMethod]
    public void Read_WithFormat_DoesNotGuess()
    {
        Assert.AreEqual("{\"1\": 2}", TreeText.Of(ConfigurationText.Read("{\"1\": 2}"u8, ConfigurationFormat.Dictionary)));
        Assert.AreEqual("{}", TreeText.Of(ConfigurationText.Read("{}"u8, ConfigurationFormat.Json)));
    }

    [TestMethod]
    public void Read_ByteOrderMark_IsNoPartOfTheText()
    {
        Assert.AreEqual("{1: 2}", TreeText.Of(ConfigurationText.Read("\ufeff{1: 2}"u8)));
        Assert.AreEqual("{\"1\": 2}", TreeText.Of(ConfigurationText.Read("\ufeff{\"1\": 2}"u8)));
        Assert.AreEqual(new SourcePosition(1, 1), ConfigurationText.Read("\ufeff{\"1\": 2}"u8).Position);
        Assert.AreEqual("1:1 unexpected U+FEFF", Reading.Outcome(() => ConfigurationText.Read("\ufeff\ufeff{}"u8)));
    }

    // Overlong forms, surrogates, stray and missing continuation bytes, other encodings (RFC 3629, 3).
    [TestMethod]
    [DataRow("7B 0A 27 C0 80 27", "2:2 not in UTF-8")]
    [DataRow("7B 0D 0A 27 ED A0 80 27", "2:2 not in UTF-8")]
    [DataRow("27 F5 80 80 80 27", "1:2 not in UTF-8")]
    [DataRow("27 C3 A9 80 27", "1:3 not in UTF-8")]
    [DataRow("27 C3", "1:2 not in UTF-8")]
    [DataRow("FF FE 7B 00 7D 00", "1:1 not in UTF-8")]
    [DataRow("7B 00 7D 00", "1:2 a zero byte: no text, or not in UTF-8")]
    [DataRow("23 0A 23 00 FF", "2:2 a zero byte: no text, or not in UTF-8")]
    public void Read_BytesThatAreNoText_AreRefused(string hex, string expected) =>
        Assert.AreEqual(expected, Reading.Outcome(() => ConfigurationText.Read(Hex.Bytes(hex))));

    [TestMethod]
    public void Read_LongestText_IsReadAndOneByteMoreIsNot()
    {
        byte[] longest = Encoding.ASCII.GetBytes("{}".PadRight(ConfigurationText.MaxLength));

        Assert.AreEqual("{}", TreeText.Of(ConfigurationText.Read(longest)));
        Assert.AreEqual(
            "1:1 longer than 1048576 bytes", Reading.Outcome(() => ConfigurationText.Read([.. longest, (byte)' '])));
    }
}
