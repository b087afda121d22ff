using System.Numerics;
using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Tests.Syntax;

/// <summary>Printed for people, and for CPython.</summary>
[TestClass]
public sealed class DictionaryPrinterTests
{
    [TestMethod]
    public void Print_Configuration_HasAResourceALine()
    {
        const string Text =
            """
            {
                OID.Security: {
                    1: {
                        RID.Security.ServerURI: 'coaps://lwm2m.example.org',
                        RID.Security.Bootstrap: False,
                        RID.Security.PKOrIdentity: b'caf\xc3\xa9',
                    },
                    2: {},
                },
                2: {
                    0: {
                        RID.AccessControl.ACL: [(0, 5), (1, 7)],
                        3: -1,
                    },
                },
            }

            """;

        Assert.AreEqual(Text, DictionaryPrinter.Print(Reading.Dictionary(Text)));
    }

    [TestMethod]
    [DataRow("[]", "[]")]
    [DataRow("()", "[]")]
    [DataRow("{}", "{}")]
    [DataRow("[[], [1], [1, 2], [[1]]]", "[(), (1,), (1, 2), ((1,),)]")]
    [DataRow("[{1: {2: [3]}}, {}]", "[{1: {2: [3]}}, {}]")]
    [DataRow("[{(1, 2): 3}]", "[{(1, 2): 3}]")]
    [DataRow("0xff", "255")]
    [DataRow("-0x10", "-16")]
    [DataRow("1.", "1.0")]
    [DataRow("-0.0", "-0.0")]
    [DataRow("1e22", "1e+22")]
    [DataRow("1e-7", "1e-07")]
    [DataRow("5e-324", "5e-324")]
    [DataRow("0.1", "0.1")]
    [DataRow("1e999", "1e999")]
    [DataRow("-1e999", "-1e999")]
    [DataRow("OID.Security", "OID.Security")]
    [DataRow("\"it's\"", @"'it\'s'")]
    [DataRow("'\"'", "'\"'")]
    [DataRow(@"'\\\n\r\t\0\x7f\x85\xa0\u200b\u202e\u2028\ufeff\ue000\U000e0001\U0010ffff'",
        @"'\\\n\r\t\x00\x7f\x85\xa0\u200b\u202e\u2028\ufeff\ue000\U000e0001\U0010ffff'")]
    [DataRow("'caf\u00e9 \U0001F600 \u65e5'", "'caf\u00e9 \U0001F600 \u65e5'")]
    [DataRow(@"b'\'\\\n\r\t\0\x7f\xff ~'", @"b'\'\\\x0a\x0d\x09\x00\x7f\xff ~'")]
    public void Print_Literal_IsTheLiteralOfItsValue(string text, string expected) =>
        Assert.AreEqual(expected + "\n", DictionaryPrinter.Print(Reading.Dictionary(text)));

    [TestMethod]
    public void Print_Placeholder_IsReadAgainInTemplates()
    {
        const string Text = "[${a}, ${b:hex}, ${c:base64}]\n";

        Assert.AreEqual(Text, DictionaryPrinter.Print(Reading.Dictionary(Text, isTemplate: true)));
    }

    // These are only shown.
    [TestMethod]
    public void Print_WhatHasNoLiteral_CannotBeReadAsSomethingElse()
    {
        Assert.AreEqual("<19 bytes, masked>\n", DictionaryPrinter.Print(new MaskedNode(default, 19)));
        Assert.AreEqual("nan\n", DictionaryPrinter.Print(new FloatNode(default, double.NaN)));
        Assert.AreEqual("{'file': 'a'}\n", DictionaryPrinter.Print(new FileNode(default, "a")));
        Assert.AreEqual("1:1 unexpected `<`: a masked key can't be generated, inspect with --show-secrets", Reading.Outcome(() => Reading.Dictionary("<19 bytes, masked>")));
        Assert.AreEqual("1:1 unexpected `nan`, expected a literal", Reading.Outcome(() => Reading.Dictionary("nan")));
    }

    [TestMethod]
    public void Print_LargestInteger_IsReadAgain()
    {
        BigInteger largest = BigInteger.Pow(2, NumberLiteral.MaxBits) - 1;
        string text = DictionaryPrinter.Print(new IntegerNode(default, largest));
        string negative = DictionaryPrinter.Print(new IntegerNode(default, -largest));

        Assert.AreEqual($"{largest}", TreeText.Of(Reading.Dictionary(text)));
        Assert.AreEqual($"-{largest}", TreeText.Of(Reading.Dictionary(negative)));
    }
}
