using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Tests.Syntax;

/// <summary>Printed for people, and for whatever reads JSON.</summary>
[TestClass]
public sealed class JsonPrinterTests
{
    [TestMethod]
    public void Print_Configuration_HasAResourceALine()
    {
        const string Text =
            """
            {
              "OID.Security": {
                "1": {
                  "RID.Security.ServerURI": "coaps://lwm2m.example.org",
                  "RID.Security.Bootstrap": false,
                  "RID.Security.PKOrIdentity": {"hex": "636166c3a9"},
                  "4": {"file": "server.der"}
                },
                "2": {}
              },
              "2": {
                "0": {
                  "RID.AccessControl.ACL": [[0, 5], [1, 7]],
                  "3": -1
                }
              }
            }

            """;

        Assert.AreEqual(Text, JsonPrinter.Print(Reading.Json(Text)));
    }

    // What the other format has and JSON hasn't is a string.
    [TestMethod]
    [DataRow("{OID.Security: {1: {5: b'\\x00\\xff'}}}",
        "{\n  \"OID.Security\": {\n    \"1\": {\n      \"5\": {\"hex\": \"00ff\"}\n    }\n  }\n}")]
    [DataRow("{0: [(OID.Server, 1)]}", "{\n  \"0\": [[\"OID.Server\", 1]]\n}")]
    [DataRow("[]", "[]")]
    [DataRow("{}", "{}")]
    [DataRow("[{1: {2: [3]}}, {}]", "[{\"1\": {\"2\": [3]}}, {}]")]
    [DataRow("[1., -0.0, 1e22, 1e999, -1e999, True, -5]", "[1.0, -0.0, 1e+22, 1e999, -1e999, true, -5]")]
    [DataRow(@"'\'""\\\n\r\t\b\0\x7f\x85\xa0\u200b\u202e\ufeff\ue000\U000e0001é😀'",
        "\"'\\\"\\\\\\n\\r\\t\\u0008\\u0000\\u007f\\u0085\\u00a0\\u200b\\u202e\\ufeff\\ue000\\udb40\\udc01é😀\"")]
    public void Print_TreeOfTheDictionarySyntax_IsItsEquivalent(string text, string expected) =>
        Assert.AreEqual(expected + "\n", JsonPrinter.Print(Reading.Dictionary(text)));

    [TestMethod]
    public void Print_Placeholder_IsReadAgainInTemplates()
    {
        const string Text = "[\"${a}\", {\"hex\": \"${b}\"}, {\"base64\": \"${c}\"}]\n";

        Assert.AreEqual(Text, JsonPrinter.Print(Reading.Json(Text, isTemplate: true)));
        Assert.AreEqual(Text, JsonPrinter.Print(Reading.Dictionary("[${a}, ${b:hex}, ${c:base64}]", isTemplate: true)));
    }

    // These are only shown.
    [TestMethod]
    public void Print_WhatHasNoValue_CannotBeReadAsSomethingElse()
    {
        Assert.AreEqual("{\"masked\": 19}\n", JsonPrinter.Print(new MaskedNode(default, 19)));
        Assert.AreEqual("null\n", JsonPrinter.Print(new FloatNode(default, double.NaN)));
    }

    [TestMethod]
    public void Print_KeyThatJsonHasNot_IsRefused() =>
        Assert.ThrowsExactly<ArgumentException>(() => JsonPrinter.Print(Reading.Dictionary("{(1, 2): 3}")));
}
