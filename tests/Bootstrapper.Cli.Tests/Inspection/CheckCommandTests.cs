using Bootstrapper.Host.Tests.Lwm2m;
using Bootstrapper.Lwm2m;
using Bootstrapper.Tests;
using Bootstrapper.Tests.Lwm2m;

namespace Bootstrapper.Cli.Tests.Inspection;

[TestClass]
public class CheckCommandTests
{
    [TestMethod]
    public void Check_PublishedExample_IsAccepted() => AssertLines(Check(Vectors.A), ExitCode.Done, "accepted");

    [TestMethod]
    public void Check_BootstrapServerAlone_IsAccepted() => AssertLines(Check(Vectors.B), ExitCode.Done, "accepted");

    [TestMethod]
    public void Check_SeveralServersWithAccessControl_WarnsOfClientsWithoutIt() => AssertLines(
        Check(Vectors.AppendixF),
        ExitCode.Done,
        "warning: /2 AccessControl: with several servers, a client without this object refuses the image (rule 17)",
        "accepted, 1 warning");

    [TestMethod]
    public void Check_ViolationsAndWarnings_AreAllListedWithTheirRules()
    {
        string security = Tlv.Instance(0, Tlv.Resource(0, Tlv.Text("coap://a")) + "C10100C10200C10A01");
        string server = Tlv.Instance(0, "C10001C10100C10755");

        AssertLines(
            Check(Tlv.File(Tlv.Record(0, security), Tlv.Record(1, server))),
            ExitCode.Content,
            "violation: /0/0/0 Security.ServerURI: scheme and Security Mode disagree (rule 2)",
            "violation: /0/0/5 Security.SecretKey: missing or empty (rule 6)",
            "warning: /0/0/3 Security.PKOrIdentity: missing or empty (rule 7)",
            "warning: /1/0/1 Server.Lifetime: 0 needs LwM2M 1.2 (rule 12)",
            "warning: /1/0/6 Server.NotificationStoring: missing, true is assumed (rule 13)",
            "refused, 2 violations, 3 warnings");
    }

    [TestMethod]
    public void Check_WhatADeviceReadsOver_IsListed()
    {
        string security = Tlv.Instance(0, Tlv.Resource(0, Tlv.Text("coap://a")) + "C10101" + "C10203" + "C1C805" + "C1C905");

        AssertLines(
            Check(Tlv.File(
                Tlv.Record(0, security),
                Tlv.Record(1, 2, 5, Tlv.Instance(0, "C10001")),
                Tlv.Record(3, Tlv.Instance(0, "C10001")))),
            ExitCode.Done,
            "skipped: /1 Server: version 2.5",
            "skipped: /3 Device",
            "skipped: /0/0/200 Security",
            "skipped: /0/0/201 Security",
            "accepted");
    }

    [TestMethod]
    public void Check_MoreReadOverThanADeviceNames_IsCounted()
    {
        string resources = string.Concat(Enumerable.Range(200, 20).Select(id => Tlv.Resource(id, "05")));
        string security = Tlv.Instance(0, Tlv.Resource(0, Tlv.Text("coap://a")) + "C10101" + "C10203" + resources);
        string[] others = [.. Enumerable.Range(1000, 20).Select(id => Tlv.Record(id, Tlv.Instance(0, "C10001")))];

        CommandRun run = Check(Tlv.File([Tlv.Record(0, security), .. others]));

        Assert.Contains("skipped: /1015", run.Lines);
        Assert.DoesNotContain("skipped: /1016", run.Lines);
        Assert.Contains("skipped: 4 more objects", run.Lines);
        Assert.Contains("skipped: /0/0/215 Security", run.Lines);
        Assert.Contains("skipped: 40 resources altogether, those of skipped objects included", run.Lines);
    }

    [TestMethod]
    [DataRow("", "can't be read: no name of a file")]
    [DataRow("no/such/file", "can't be read: no such folder")]
    public void Check_NoFile_SaysSoInOneLine(string file, string reason)
    {
        CommandRun run = CommandRun.Of([], "check", file);

        Assert.AreEqual($"simboot: {file}: {reason}\n", run.Error);
        Assert.AreEqual(ExitCode.Usage, run.Code);
    }

    [TestMethod]
    [DataRow("FFFFFFFFFFFF", "violation: blank: never written")]
    [DataRow("00000000", "violation: empty: no account, neither a Security nor a Server instance")]
    [DataRow("", "violation: offset 0: the file is truncated")]
    [DataRow("0001", "violation: offset 2: the file is truncated")]
    [DataRow("0001000500000000050000000000", "violation: offset 4: an entry overruns the file")]
    public void Check_NothingUsable_IsRefused(string file, string violation)
    {
        CommandRun run = Check(file);

        Assert.AreEqual(violation, run.Lines[0]);
        Assert.StartsWith("refused, 1 violation", run.Lines[^1]);
        Assert.AreEqual(ExitCode.Content, run.Code);
    }

    [TestMethod]
    public void Check_RefusedValue_IsNamedWithItsPlace() => AssertLines(
        Check(Tlv.File(Tlv.Record(0, Tlv.Instance(1, "C10102")))),
        ExitCode.Content,
        "violation: offset 13, /0/1/1 Security.Bootstrap: a Boolean is 00 or 01",
        "refused, 1 violation");

    // LwM2M TS Appendix G: a file on a card has 32 KB at most.
    [TestMethod]
    public void Check_LongestFile_IsAccepted() =>
        AssertLines(CommandRun.Of(Padded(32768), "check", "-"), ExitCode.Done, "accepted");

    [TestMethod]
    public void Check_LongerThanAFileOnACard_IsRefused() => AssertLines(
        CommandRun.Of(Padded(32769), "check", "-"),
        ExitCode.Content,
        "violation: 32769 bytes: a file on a card has 32768 at most",
        "refused, 1 violation");

    [TestMethod]
    public void Check_OtherBytesBehindTheContent_IsAWarning() => AssertLines(
        Check(Vectors.A + "00"),
        ExitCode.Done,
        "warning: 1 byte behind the content are not all FF",
        "accepted, 1 warning");

    // The verdict is the device's own.
    [TestMethod]
    public void Check_MutatedFile_EndsAsALoaderSays()
    {
        Mutator mutator = new(seed: 9, Vectors.A, Vectors.B, Vectors.AppendixF, Vectors.Versions);
        for (int i = 0; i < 2000; i++)
        {
            byte[] file = mutator.Next();
            if (file.All(b => Uri.IsHexDigit((char)b)))
                continue; // that is a hex text

            string? malformed = null;
            bool isAccepted = false;
            try
            {
                isAccepted = new ConfigurationLoader().Load(new ByteArraySource(file)).Outcome == LoadOutcome.Loaded;
            }
            catch (ContentException e)
            {
                malformed = e.Message;
            }

            CommandRun run = CommandRun.Of(file, "check", "-");

            Assert.AreEqual(isAccepted ? ExitCode.Done : ExitCode.Content, run.Code);
            Assert.StartsWith(isAccepted ? "accepted" : "refused", run.Lines[^1]);
            if (malformed != null)
            {
                string[] words = malformed.Split(": ", 2);
                Assert.StartsWith($"violation: {words[0]}", run.Lines[0]);
                Assert.EndsWith($": {words[1]}", run.Lines[0]);
            }
        }
    }

    private static byte[] Padded(int length) =>
        [.. Hex.Bytes(Vectors.A), .. Enumerable.Repeat((byte)0xFF, length - (Vectors.A.Length / 2))];

    private static CommandRun Check(string hex) => CommandRun.Of(Hex.Bytes(hex), "check", "-");

    private static void AssertLines(CommandRun run, ExitCode code, params string[] lines)
    {
        CollectionAssert.AreEqual(lines, run.Lines, run.Output);
        Assert.AreEqual("", run.Error);
        Assert.AreEqual(code, run.Code);
    }
}
