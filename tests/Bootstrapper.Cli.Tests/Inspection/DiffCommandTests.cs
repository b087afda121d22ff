using Bootstrapper.Tests;
using Bootstrapper.Tests.Lwm2m;

namespace Bootstrapper.Cli.Tests.Inspection;

[TestClass]
public class DiffCommandTests
{
    [TestMethod]
    public void Diff_SameFile_IsIdentical() => AssertLines(Diff(Vectors.A, Vectors.A), ExitCode.Done, "identical");

    [TestMethod]
    public void Diff_PaddingAlone_IsTheSameContent() => AssertLines(
        Diff(Vectors.A + "FFFF", Vectors.A + "00"), ExitCode.Done, "same content; padding: 2 bytes -> 1 byte, not all FF");

    [TestMethod]
    public void Diff_Values_AreShownByTheirPaths()
    {
        string other = Hex.Replace(Hex.Replace(Vectors.A, "00015180", "00015181"), "C10755", "C10754");

        AssertLines(
            Diff(Vectors.A, other),
            ExitCode.Nothing,
            "~ /1/1/1 Server.Lifetime: 86400 -> 86401",
            "~ /1/1/7 Server.Binding: \"U\" -> \"T\"",
            "2 differences");
    }

    [TestMethod]
    public void Diff_Keys_AreComparedAndNotShown()
    {
        string a = Security(1, Tlv.Resource(5, Tlv.Bytes(16)) + Tlv.Resource(200, "01"));
        string b = Security(1, Tlv.Resource(5, Tlv.Bytes(32)) + Tlv.Resource(200, "02"));

        AssertLines(
            Diff(a, b),
            ExitCode.Nothing,
            "~ /0/1/5 Security.SecretKey: differs, 16 and 32 bytes",
            "~ /0/1/200 Security: differs, 1 and 1 byte",
            "2 differences");
    }

    [TestMethod]
    public void Diff_SameKeys_AreNoDifference() => AssertLines(
        Diff(Security(1, Tlv.Resource(5, Tlv.Bytes(16)) + "C10200"), Security(1, Tlv.Resource(5, Tlv.Bytes(16)) + "C10203")),
        ExitCode.Nothing,
        "~ /0/1/2 Security.Mode: 0 (PSK) -> 3 (NoSec)",
        "1 difference");

    [TestMethod]
    public void Diff_ShowSecrets_ShowsKeys() => AssertLines(
        Diff(Security(1, "C20501FF"), Security(1, "C20502FF"), "--show-secrets"),
        ExitCode.Nothing,
        "~ /0/1/5 Security.SecretKey: 01 FF -> 02 FF",
        "1 difference");

    // Long values are shortened, and what is left may be equal.
    [TestMethod]
    public void Diff_LongValuesThatLookAlike_SaysWhere()
    {
        string key = string.Concat(Enumerable.Repeat("80", 100));
        string other = key[..80] + "81" + key[82..];

        CommandRun run = Diff(Security(1, Tlv.Resource(3, key)), Security(1, Tlv.Resource(3, other)));

        Assert.StartsWith("~ /0/1/3 Security.PKOrIdentity: differs from byte 40 on: ", run.Lines[0]);
    }

    [TestMethod]
    public void Diff_WhatOnlyOneHas_IsShownAsAWhole()
    {
        string a = Tlv.File(
            Tlv.Record(0, Tlv.Instance(1, "C10100" + "C10200") + Tlv.Instance(2, "C10100")),
            Tlv.Record(2, Tlv.Instance(0, "83024165" + "0F")));
        string b = Tlv.File(
            Tlv.Record(0, Tlv.Instance(1, "C10100" + "C10A05")),
            Tlv.Record(1, Tlv.Instance(0, "") + Tlv.Instance(1, "")),
            Tlv.Record(2, Tlv.Instance(0, "83024166" + "0F")));

        AssertLines(
            Diff(a, b),
            ExitCode.Nothing,
            "- /0/1/2 Security.Mode: 0 (PSK)",
            "+ /0/1/10 Security.ShortServerID: 5",
            "- /0/2 Security: 1 resource",
            "- /2/0/2/101 AccessControl.ACL: 15 (R W E D)",
            "+ /2/0/2/102 AccessControl.ACL: 15 (R W E D)",
            "+ /1 Server: 2 instances",
            "6 differences");
    }

    [TestMethod]
    public void Diff_KeyThatOnlyOneHas_IsNotShown() => AssertLines(
        Diff(Security(1, "C20501FF"), Security(1, "")),
        ExitCode.Nothing,
        "- /0/1/5 Security.SecretKey: 2 bytes (masked)",
        "1 difference");

    [TestMethod]
    public void Diff_Version_IsADifference() => AssertLines(
        Diff(Tlv.File(Tlv.Record(1, "")), Tlv.File(Tlv.Record(1, 1, 1, ""))),
        ExitCode.Nothing,
        "~ /1 Server: version implicit -> version 1.1",
        "1 difference");

    [TestMethod]
    public void Diff_OneFormOfAResourceForTheOther_IsADifference() => AssertLines(
        Diff(Security(1, "C11005"), Security(1, "8310410005")),
        ExitCode.Nothing,
        "~ /0/1/16 Security.DtlsTlsCiphersuite: 5 (0x0005) -> 1 value",
        "1 difference");

    [TestMethod]
    public void Diff_OrderAlone_IsSaid() => AssertLines(
        Diff(Security(1, "C10100C10200"), Security(1, "C10200C10100")), ExitCode.Nothing, "same values in another order");

    [TestMethod]
    [DataRow("C10A05", "C20A0005", DisplayName = "An Integer longer than needed")]
    [DataRow("C10A05", "C80A0105", DisplayName = "A length field where none is needed")]
    public void Diff_CodingAlone_IsSaid(string first, string second) => AssertLines(
        Diff(Security(1, first), Security(1, second)), ExitCode.Nothing, "same values, coded in other bytes");

    [TestMethod]
    public void Diff_ResourceThatStandsTwice_IsComparedInOrder() => AssertLines(
        Diff(Security(1, "C10A05C10A06"), Security(1, "C10A05C10A07C10A08")),
        ExitCode.Nothing,
        "~ /0/1/10 Security.ShortServerID: 6 -> 7",
        "+ /0/1/10 Security.ShortServerID: 8",
        "2 differences");

    [TestMethod]
    public void Diff_BlankAndEmpty_IsSaid()
    {
        using TemporaryFolder folder = new();
        string empty = folder.Add("empty", Hex.Bytes("00000000"));

        AssertLines(
            CommandRun.Of(Hex.Bytes("FFFFFFFF"), "diff", empty, "-"),
            ExitCode.Nothing,
            "standard input is blank, the other is written and empty");
    }

    [TestMethod]
    public void Diff_BlankAndWritten_ShowsWhatIsWritten() =>
        AssertLines(Diff("FFFFFFFF", Security(1, "")), ExitCode.Nothing, "+ /0 Security: 1 instance", "1 difference");

    [TestMethod]
    public void Diff_Malformed_IsNamed()
    {
        CommandRun run = Diff(Vectors.A, Vectors.C);

        Assert.AreEqual("", run.Output);
        Assert.EndsWith("b: malformed: offset 4: an entry overruns the file", run.Error.TrimEnd());
        Assert.AreEqual(ExitCode.Content, run.Code);
    }

    [TestMethod]
    public void Diff_NoSuchFile_IsUnreadable()
    {
        CommandRun run = CommandRun.Of(Hex.Bytes(Vectors.A), "diff", "-", "no-such-file");

        Assert.AreEqual("simboot: no-such-file: can't be read: no such file", run.Error.TrimEnd());
        Assert.AreEqual(ExitCode.Usage, run.Code);
    }

    [TestMethod]
    public void Diff_StandardInputTwice_IsRefused()
    {
        CommandRun run = CommandRun.Of(Hex.Bytes(Vectors.A), "diff", "-", "-");

        Assert.AreEqual("simboot: both images can't come from standard input", run.Error.TrimEnd());
        Assert.AreEqual(ExitCode.Usage, run.Code);
    }

    private static string Security(int instance, string resources) =>
        Tlv.File(Tlv.Record(0, Tlv.Instance(instance, resources)));

    private static CommandRun Diff(string first, string second, params string[] options)
    {
        using TemporaryFolder folder = new();
        string a = folder.Add("a", Hex.Bytes(first));
        string b = folder.Add("b", Hex.Bytes(second));
        return CommandRun.Of([], ["diff", a, b, .. options]);
    }

    private static void AssertLines(CommandRun run, ExitCode code, params string[] lines)
    {
        CollectionAssert.AreEqual(lines, run.Lines, run.Output);
        Assert.AreEqual("", run.Error);
        Assert.AreEqual(code, run.Code);
    }
}
