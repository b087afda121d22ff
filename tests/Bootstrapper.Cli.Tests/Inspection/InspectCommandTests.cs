using Bootstrapper.Cli.Inspection;
using Bootstrapper.Cli.Output;
using Bootstrapper.Tests;
using Bootstrapper.Tests.Lwm2m;

namespace Bootstrapper.Cli.Tests.Inspection;

[TestClass]
public class InspectCommandTests
{
    [TestMethod]
    public void Inspect_PublishedExample_ShowsItAsATable()
    {
        CommandRun run = Inspect(Vectors.A);

        string[] expected =
        [
            "standard input: 126 bytes, content 126, no padding, CRC-32 CACEC06C",
            "",
            " Object      Instance  Resource               Type     Value",
            new string('─', 93),
            " 0 Security  1         0 ServerURI            String   \"coaps://eu.iot.avsystem.cloud:5684\"",
            "                       1 Bootstrap            Boolean  false",
            "                       2 Mode                 Integer  0 (PSK)",
            "                       3 PKOrIdentity         Opaque   \"example-psk-identity\"",
            "                       5 SecretKey            Opaque   19 bytes (masked)",
            "                       10 ShortServerID       Integer  1",
            " 1 Server    1         0 ShortServerID        Integer  1",
            "                       1 Lifetime             Integer  86400",
            "                       6 NotificationStoring  Boolean  false",
            "                       7 Binding              String   \"U\"",
            "",
            "accepted",
        ];
        CollectionAssert.AreEqual(expected, run.Lines, run.Output);
        Assert.AreEqual("", run.Error);
        Assert.AreEqual(ExitCode.Done, run.Code);
    }

    [TestMethod]
    public void Inspect_Padding_IsSaid()
    {
        CommandRun run = Inspect(Vectors.B);

        Assert.AreEqual("standard input: 60 bytes, content 58, 2 bytes of padding, CRC-32 D9919478", run.Lines[0]);
        Assert.AreEqual(ExitCode.Done, run.Code);
    }

    [TestMethod]
    public void Inspect_OtherBytesBehindTheContent_AreSaid()
    {
        CommandRun run = Inspect(Vectors.A + "FFFF00");

        Assert.AreEqual(
            "standard input: 129 bytes, content 126, 3 bytes that are not all FF behind it, CRC-32 CACEC06C", run.Lines[0]);
        Assert.Contains("warning: 3 bytes behind the content are not all FF", run.Lines);
        Assert.AreEqual(ExitCode.Done, run.Code);
    }

    [TestMethod]
    public void Inspect_ShowSecrets_ShowsTheKey()
    {
        CommandRun run = Inspect(Vectors.A, "--show-secrets");

        Assert.Contains("                       5 SecretKey            Opaque   \"3x@mpl3P5K53cr3tK3y\"", run.Lines);
    }

    [TestMethod]
    [DataRow("C102" + "04", "2 Mode Integer 4 (EST)")]
    [DataRow("C102" + "05", "2 Mode Integer 5")]
    [DataRow("8410" + "42" + "00C0A8", "16 DtlsTlsCiphersuite [0] Unsigned 49320 (0xC0A8)")]
    [DataRow("8010", "16 DtlsTlsCiphersuite no value")]
    [DataRow("C211" + "0015", "17 OSCORESecurityMode no Objlnk 00 15")]
    [DataRow("C411" + "FFFFFFFF", "17 OSCORESecurityMode Objlnk none (65535:65535)")]
    [DataRow("C20A" + "8001", "10 ShortServerID Integer -32767 (a device reads 32769)")]
    [DataRow("C1C8" + "05", "200 unknown 1 byte (masked)")]
    [DataRow("C0C8", "200 unknown 0 bytes (masked)")]
    public void Inspect_Value_IsShownByItsMeaning(string resource, string row)
    {
        CommandRun run = Inspect(Tlv.File(Tlv.Record(0, Tlv.Instance(1, resource))));

        Assert.AreEqual($"0 Security 1 {row}", Row(run));
    }

    [TestMethod]
    public void Inspect_Time_IsShownAsADateToo()
    {
        CommandRun run = Inspect(Tlv.File(Tlv.Record(1, Tlv.Instance(0, "C40C" + "5182428F"))));

        Assert.AreEqual("1 Server 0 12 LastBootstrapped Time 1367491215 (2013-05-02 10:40:15Z)", Row(run));
    }

    [TestMethod]
    public void Inspect_UnknownObject_IsShownByItsNumbers()
    {
        CommandRun run = Inspect(Tlv.File(Tlv.Record(30000, 2, 5, Tlv.Instance(300, "C10105"))));

        Assert.AreEqual("30000 2.5 300 1 unknown 1 byte (masked)", Row(run));
        Assert.AreEqual(ExitCode.Nothing, run.Code);
    }

    [TestMethod]
    public void Inspect_ObjectWithoutInstance_IsShown() =>
        Assert.AreEqual("1 Server no instance", Row(Inspect(Tlv.File(Tlv.Record(1, "")))));

    [TestMethod]
    public void Inspect_InstanceWithoutResource_IsShown() =>
        Assert.AreEqual("1 Server 3 no resource", Row(Inspect(Tlv.File(Tlv.Record(1, Tlv.Instance(3, ""))))));

    // The longest names there are.
    [TestMethod]
    [DataRow(40)]
    [DataRow(60)]
    [DataRow(80)]
    public void Show_NarrowTerminal_BreaksCellsAndLeavesNoneOut(int width)
    {
        StringWriter output = new();
        Terminal terminal = new(() => Stream.Null, () => Stream.Null, output, TextWriter.Null);
        terminal.Tables.Profile.Width = width;
        string values = Tlv.Multiple(21, Tlv.ResourceInstance(65534, "0403"));

        new Inspector(terminal, showSecrets: false).Show(
            "image",
            Hex.Bytes(Tlv.File(Tlv.Record(4, 1, 1, Tlv.Instance(65534, "C10005")), Tlv.Record(0, Tlv.Instance(1, values)))),
            isHex: false);

        Assert.Contains("1027", output.ToString());
    }

    // Nothing that a card holds may steer the terminal, or be taken for the table's own markup.
    [TestMethod]
    [DataRow("--hex")]
    [DataRow("--show-secrets")]
    public void Inspect_TextThatSteers_IsShownAsItStands(string option)
    {
        string uri = "coap://[red]x[/]" + (char)0x1B + "[31m" + (char)0x202E + "\r\n\t" + (char)0x9B;
        CommandRun run = Inspect(Tlv.File(Tlv.Record(0, Tlv.Instance(1, Tlv.Resource(0, Tlv.Text(uri))))), option);

        Assert.Contains("\"coap://[red]x[/]\\u001B[31m\\u202E\\u000D\\u000A\\u0009\\u009B\"", run.Output);
        Assert.IsFalse(run.All.Any(c => char.IsControl(c) && c is not ('\r' or '\n')));
    }

    [TestMethod]
    public void Inspect_DamagedFile_ShowsWhatIsSound()
    {
        CommandRun run = Inspect(Vectors.A[..(2 * 100)]);

        Assert.AreEqual("standard input: 100 bytes of 126", run.Lines[0]);
        Assert.Contains("                       5 SecretKey     Opaque   19 bytes (masked)", run.Lines);
        CollectionAssert.AreEqual(
            new[]
            {
                "damaged: shown as far as it is sound, up to offset 100: the file is truncated",
                "violation: offset 100: the file is truncated",
                "refused, 1 violation",
            },
            run.Lines[^3..]);
        Assert.AreEqual(ExitCode.Content, run.Code);
    }

    // It can be read to its end, but a device refuses it.
    [TestMethod]
    public void Inspect_ResourceTwice_IsShownAndRefused()
    {
        CommandRun run = Inspect(Tlv.File(Tlv.Record(1, Tlv.Instance(0, "C10701C10702"))));

        Assert.AreEqual("1 Server 0 7 Binding String \"\\u0001\"", Row(run));
        CollectionAssert.AreEqual(
            new[]
            {
                "violation: offset 14, /1/0/7 Server.Binding: the identifier stands there twice",
                "refused, 1 violation",
            },
            run.Lines[^2..]);
        Assert.AreEqual(ExitCode.Content, run.Code);
    }

    [TestMethod]
    [DataRow("FFFFFFFFFFFF", "6 bytes, blank", "blank: never written")]
    [DataRow("00000000", "4 bytes, content 4, no padding", "empty: no account, neither a Security nor a Server instance")]
    public void Inspect_NothingInIt_EndsAsADeviceThatIsNotProvisioned(string file, string summary, string reason)
    {
        CommandRun run = Inspect(file);

        Assert.StartsWith($"standard input: {summary}, CRC-32 ", run.Output);
        CollectionAssert.AreEqual(new[] { $"violation: {reason}", "refused, 1 violation" }, run.Lines[1..]);
        Assert.AreEqual(ExitCode.Nothing, run.Code);
    }

    [TestMethod]
    public void Inspect_Inconsistent_IsShownAndRefused()
    {
        CommandRun run = Inspect(Tlv.File(Tlv.Record(1, Tlv.Instance(1, "C10001" + "C10164" + "C10755"))));

        Assert.Contains("violation: /1/1/0 Server.ShortServerID: no Security instance has this ID (rule 11)", run.Lines);
        Assert.AreEqual(ExitCode.Content, run.Code);
    }

    private static CommandRun Inspect(string hex, params string[] options) =>
        CommandRun.Of(Hex.Bytes(hex), ["inspect", "-", .. options]);

    // The first row below the title.
    private static string Row(CommandRun run)
    {
        int title = Array.FindIndex(run.Lines, line => line.StartsWith('─'));
        return string.Join(' ', run.Lines[title + 1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
