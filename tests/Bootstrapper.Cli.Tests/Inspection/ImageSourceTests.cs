using System.Text;
using Bootstrapper.Tests.Lwm2m;

namespace Bootstrapper.Cli.Tests.Inspection;

[TestClass]
public class ImageSourceTests
{
    [TestMethod]
    [DataRow("{0}", DisplayName = "One line")]
    [DataRow("{0}\n", DisplayName = "A newline at its end")]
    [DataRow("  {0}\r\n\r\n", DisplayName = "Blanks around it")]
    [DataRow("\uFEFF{0}\r\n", DisplayName = "A byte order mark")]
    public void Load_HexText_IsItsBytes(string form) => AssertAccepted(string.Format(null, form, Vectors.A));

    [TestMethod]
    public void Load_HexTextInPairsAndLines_IsItsBytes() => AssertAccepted(string.Join(
        "\r\n", Vectors.A.Chunk(32).Select(line => string.Join(' ', line.Chunk(2).Select(pair => new string(pair))))));

    [TestMethod]
    public void Load_LowerCaseDigitsAndTabs_IsItsBytes() =>
        AssertAccepted(string.Join('\t', Vectors.A.ToLowerInvariant().Chunk(7).Select(part => new string(part))));

    [TestMethod]
    public void Load_FileOfHexText_IsItsBytes()
    {
        using TemporaryFolder folder = new();
        string path = folder.Add("image.hex", Encoding.ASCII.GetBytes(Vectors.A));

        Assert.AreEqual(ExitCode.Done, CommandRun.Of([], "check", path).Code);
    }

    [TestMethod]
    public void Load_DigitMissing_IsRefused()
    {
        CommandRun run = CommandRun.Of(Encoding.ASCII.GetBytes(Vectors.A[1..]), "check", "-");

        Assert.AreEqual("simboot: standard input: an odd number of hex digits: 251", run.Error.TrimEnd());
        Assert.AreEqual(ExitCode.Usage, run.Code);
    }

    // Anything else is binary, and judged as such.
    [TestMethod]
    [DataRow("0x00020000")]
    [DataRow("00 02 00 7A  ..")]
    [DataRow("hello")]
    public void Load_OtherText_IsTakenForBinary(string text)
    {
        CommandRun run = CommandRun.Of(Encoding.ASCII.GetBytes(text), "check", "-");

        Assert.StartsWith("violation: offset ", run.Output);
        Assert.AreEqual(ExitCode.Content, run.Code);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("\n")]
    [DataRow(" \r\n\t")]
    public void Load_Blanks_IsNoHexText(string text) =>
        Assert.AreEqual(ExitCode.Content, CommandRun.Of(Encoding.ASCII.GetBytes(text), "check", "-").Code);

    [TestMethod]
    [DataRow("inspect")]
    [DataRow("check")]
    public void Load_StreamWithoutEnd_IsRefused(string command)
    {
        CommandRun run = CommandRun.Of(new EndlessStream(), command, "-");

        Assert.AreEqual("simboot: standard input: longer than 131072 bytes", run.Error.TrimEnd());
        Assert.AreEqual(ExitCode.Usage, run.Code);
    }

    [TestMethod]
    public void Load_LongestFileAsHexText_IsRead()
    {
        byte[] text = Encoding.ASCII.GetBytes(string.Join(' ', Enumerable.Repeat("FF", 32768)));

        Assert.AreEqual("violation: blank: never written", CommandRun.Of(text, "check", "-").Lines[0]);
    }

    [TestMethod]
    public void Load_NoSuchFile_IsUnreadable()
    {
        CommandRun run = CommandRun.Of([], "inspect", "no-such-\u001B[31mfile");

        Assert.AreEqual("simboot: no-such-\\u001B[31mfile: can't be read: no such file", run.Error.TrimEnd());
        Assert.AreEqual(ExitCode.Usage, run.Code);
    }

    [TestMethod]
    [DataRow("inspect")]
    [DataRow("check")]
    [DataRow("diff")]
    public void Help_EachCommand_HasExamples(string command)
    {
        CommandRun run = CommandRun.Of([], command, "--help");

        Assert.Contains($"  simboot {command} ", run.Output[run.Output.IndexOf("Examples:", StringComparison.Ordinal)..]);
        Assert.AreEqual(ExitCode.Done, run.Code);
    }

    private static void AssertAccepted(string text)
    {
        CommandRun run = CommandRun.Of(Encoding.UTF8.GetBytes(text), "inspect", "-");

        Assert.AreEqual("standard input: 126 bytes, content 126, no padding, CRC-32 CACEC06C", run.Lines[0]);
        Assert.AreEqual(ExitCode.Done, run.Code);
    }

    // As /dev/zero is.
    private sealed class EndlessStream : MemoryStream
    {
        public override int Read(Span<byte> buffer)
        {
            buffer.Clear();
            return buffer.Length;
        }
    }
}
