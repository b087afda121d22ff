using Bootstrapper.Tests;
using Bootstrapper.Tests.Lwm2m;

namespace Bootstrapper.Cli.Tests.Inspection;

[TestClass]
public class HexViewTests
{
    private const string Masked = "** ** ** ** ** ** ** ** ** ** ** ** ** ** ** **";

    [TestMethod]
    public void Hex_PublishedExample_ExplainsEveryByte()
    {
        CommandRun run = Inspect(Hex.Bytes(Vectors.A));

        string path = Path.Combine(AppContext.BaseDirectory, "Inspection", "PublishedExample.txt");
        string[] expected = File.ReadAllLines(path);
        CollectionAssert.AreEqual(expected, run.Lines[1..], run.Output);
    }

    [TestMethod]
    public void Hex_ExplicitVersionAndLink_AreExplained()
    {
        CommandRun run = Inspect(Hex.Bytes(Vectors.Versions));

        Assert.Contains(Line(6, "01 01", "  version: 1.1"), run.Lines);
        Assert.Contains(Line(42, "00 15 00 00", "      Objlnk: 21:0"), run.Lines);
        Assert.Contains(Line(80, Masked, "      Opaque: 16 bytes (masked)"), run.Lines);
    }

    [TestMethod]
    public void Hex_MultipleResource_IsExplainedOneLevelDeeper()
    {
        CommandRun run = Inspect(Hex.Bytes(Vectors.AppendixF));

        Assert.Contains(
            Line(628, "83 02", "    Multiple Resource 2 ACL: 3 bytes (type 83: 8-bit ID, no length field)"),
            run.Lines);
        Assert.Contains(
            Line(630, "41 65", "      Resource Instance 101: 1 byte (type 41: 8-bit ID, no length field)"),
            run.Lines);
        Assert.Contains(Line(632, "0F", "        Integer: 15 (R W E D)"), run.Lines);
    }

    [TestMethod]
    public void Hex_ShowSecrets_ShowsTheKey()
    {
        CommandRun run = Inspect(Hex.Bytes(Vectors.A), "--show-secrets");

        Assert.Contains(
            Line(81, "33 78 40 6D 70 6C 33 50 35 4B 35 33 63 72 33 74", "      |3x@mpl3P5K53cr3t| Opaque: \"3x@mpl3P5K53cr3tK3y\""),
            run.Lines);
        Assert.Contains(Line(97, "4B 33 79", "      |K3y|"), run.Lines);
    }

    [TestMethod]
    public void Hex_Padding_IsSummarised()
    {
        CommandRun run = Inspect([.. Hex.Bytes(Vectors.B), .. Enumerable.Repeat((byte)0xFF, 1000)]);

        Assert.AreEqual(Line(58, "FF .. x 1002", "padding"), run.Lines[^2]);
    }

    // What an earlier and longer content has left behind may be a key.
    [TestMethod]
    public void Hex_OtherBytesBehindTheContent_AreMasked()
    {
        CommandRun run = Inspect([.. Hex.Bytes(Vectors.B)[..58], 1, 2, 3]);

        Assert.Contains(Line(58, "** ** **", "not FF behind the content"), run.Lines);
    }

    [TestMethod]
    public void Hex_BreakInTheMiddle_IsSaidWhereTheRestBegins()
    {
        // The length of the second record leads beyond the file.
        byte[] file = Hex.Bytes(Vectors.A);
        file[107] = 0x13;

        CommandRun run = Inspect(file);

        int at = Array.FindIndex(run.Lines, line => line.Contains("BROKEN"));
        Assert.AreEqual("   103  0067  BROKEN: an entry overruns the file", run.Lines[at]);
        Assert.AreEqual(Line(103, Masked, "not read"), run.Lines[at + 1]);
        Assert.AreEqual("   119  0077  ** ** ** ** ** ** **", run.Lines[at + 2]);
        Assert.AreEqual(ExitCode.Content, run.Code);
    }

    [TestMethod]
    public void Hex_CutOffInAValue_SaysHowMuchOfItIsThere()
    {
        CommandRun run = Inspect(Hex.Bytes(Vectors.A)[..20]);

        int at = Array.FindIndex(run.Lines, line => line.Contains("BROKEN"));
        Assert.AreEqual(Line(15, "63 6F 61 70 73", "      5 of 34 bytes"), run.Lines[at - 1]);
        Assert.AreEqual("    20  0014  BROKEN: the file is truncated", run.Lines[at]);
    }

    private static CommandRun Inspect(byte[] file, params string[] options) =>
        CommandRun.Of(file, ["inspect", "-", "--hex", .. options]);

    private static string Line(int offset, string bytes, string meaning) => $"{offset,6}  {offset:X4}  {bytes,-47}  {meaning}";
}
