using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Bootstrapper.Cli.Tests.Generate;
using Bootstrapper.Cli.Tests.Inspection;
using Bootstrapper.Tests;
using Bootstrapper.Tests.Lwm2m;

namespace Bootstrapper.Cli.Tests.Processes;

/// <summary>Every command as its user runs it: a process, its arguments, its streams and its exit code.</summary>
[TestClass]
public sealed class CommandProcessTests
{
    private const string Key = "3x@mpl3P5K53cr3tK3y";

    private static readonly byte[] _image = Hex.Bytes(Vectors.A);

    [TestMethod]
    [DataRow("Example.py")]
    [DataRow("Example.json")]
    public void Generate_StandardInputAndOutput_AreNothingButConfigurationAndImage(string configuration)
    {
        ProcessResult result = SimbootProcess.Run(File.ReadAllBytes(GenerateRun.Configuration(configuration)), "generate");

        Assert.AreEqual("", result.Error);
        Assert.AreEqual(0, result.Code);
        CollectionAssert.AreEqual(_image, result.Output);
    }

    [TestMethod]
    [DataRow("__import__('os').system('id')", 2, "simboot: standard input: line 1, column 1: ")]
    [DataRow("{}", 5, "simboot: standard input: empty: no account")]
    public void Generate_WhatIsNoConfiguration_IsOneLineOnStandardErrorAlone(string text, int code, string error)
    {
        ProcessResult result = SimbootProcess.Run(Encoding.UTF8.GetBytes(text), "generate");

        Assert.AreEqual(code, result.Code);
        Assert.IsEmpty(result.Output);
        Assert.StartsWith(error, result.Error);
        Assert.AreEqual(1, result.Error.Count(c => c == '\n'));
    }

    [TestMethod]
    public void Generate_Batch_MakesAnImageARow()
    {
        using TemporaryFolder folder = new();
        string template = folder.Add("template.py", Encoding.UTF8.GetBytes(
            File.ReadAllText(GenerateRun.Configuration("Example.py")).Replace($"b'{Key}'", "${psk:hex}", StringComparison.Ordinal)));
        string rows = folder.Add("series.csv", Encoding.UTF8.GetBytes(
            $"iccid,psk\n1,{Convert.ToHexString(Encoding.ASCII.GetBytes(Key))}\n2,xyz\n"));
        string images = Path.Combine(folder.ToString(), "images");

        ProcessResult result = SimbootProcess.Run(
            null, "generate", "--batch", rows, "-c", template, "--name", "${iccid}.bin", "-o", images);

        Assert.AreEqual(5, result.Code);
        Assert.IsEmpty(result.Output);
        Assert.Contains("series.csv: line 3: ", result.Error);
        CollectionAssert.AreEqual(_image, File.ReadAllBytes(Path.Combine(images, "1.bin")));
        CollectionAssert.AreEquivalent(
            new[] { "1.bin", "manifest.csv" }, Directory.GetFiles(images).Select(Path.GetFileName).ToArray());
    }

    [TestMethod]
    [DataRow("--json")]
    [DataRow("--config")]
    public void Inspect_WithSecretsThenGenerate_IsTheImageAgain(string format)
    {
        ProcessResult text = SimbootProcess.Run(_image, "inspect", "-", format, "--show-secrets");
        ProcessResult image = SimbootProcess.Run(text.Output, "generate");

        Assert.AreEqual("", text.Error);
        Assert.AreEqual("", image.Error);
        CollectionAssert.AreEqual(_image, image.Output);
    }

    [TestMethod]
    public void Inspect_Image_IsATableWithoutKeys()
    {
        ProcessResult result = SimbootProcess.Run(_image, "inspect", "-");

        Assert.AreEqual(0, result.Code);
        Assert.AreEqual("", result.Error);
        Assert.Contains("\"coaps://eu.iot.avsystem.cloud:5684\"", result.Text);
        Assert.DoesNotContain(Key, result.Text);
        Assert.EndsWith("accepted\n", result.Text);
    }

    [TestMethod]
    public void Check_Image_SaysWhatADeviceSays()
    {
        ProcessResult sound = SimbootProcess.Run(_image, "check", "-");
        ProcessResult cut = SimbootProcess.Run(_image[..100], "check", "-");

        Assert.AreEqual(0, sound.Code);
        Assert.AreEqual("accepted\n", sound.Text);
        Assert.AreEqual(5, cut.Code);
        Assert.EndsWith("refused, 1 violation\n", cut.Text);
    }

    [TestMethod]
    public void Diff_OtherKey_IsToldAndNotShown()
    {
        using TemporaryFolder folder = new();
        byte[] other = [.. _image];
        other[81]++;

        ProcessResult result = SimbootProcess.Run(null, "diff", folder.Add("a.bin", _image), folder.Add("b.bin", other));

        Assert.AreEqual(1, result.Code);
        Assert.Contains("/0/1/5", result.Text);
        Assert.DoesNotContain(Key, result.Text);
    }

    [TestMethod]
    public void Card_Image_IsAFolderThatInspectReads()
    {
        using TemporaryFolder folder = new();
        string card = Path.Combine(folder.ToString(), "card");

        ProcessResult made = SimbootProcess.Run(_image, "card", "-", "-o", card, "--file-size", "300");
        ProcessResult inspected = SimbootProcess.Run(null, "inspect", card);
        ProcessResult script = SimbootProcess.Run(_image, "card", "-", "--apdu-script");

        Assert.AreEqual("", made.Error);
        Assert.AreEqual(0, made.Code);
        Assert.Contains("300 bytes, content 126", inspected.Text);
        Assert.Contains("\n00A4040C0CA000000063504B43532D3135\n", script.Text);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void Simulate_OnAPseudoTerminal_IsAModemForReadUntilItIsInterrupted()
    {
        using TemporaryFolder folder = new();
        string image = folder.Add("image.bin", _image);
        string link = Path.Combine(folder.ToString(), "modem");
        string read = Path.Combine(folder.ToString(), "read.bin");
        using SimbootProcess modem = SimbootProcess.Start("simulate", "--image", image, "--link", link);
        Assert.IsNotNull(modem.ReadLine());

        ProcessResult result = SimbootProcess.Run(null, "read", "--port", link, "-o", read);
        Interrupt(modem.Id);
        ProcessResult end = modem.End(null);

        Assert.AreEqual("", result.Error);
        Assert.AreEqual(0, result.Code);
        Assert.EndsWith("accepted\n", result.Text);
        Assert.DoesNotContain(Key, result.Text);
        CollectionAssert.AreEqual(_image, File.ReadAllBytes(read));
        Assert.AreEqual(0, end.Code);
        Assert.IsFalse(Path.Exists(link), "the link is gone");
    }

    [TestMethod]
    public void Read_PortThatIsNotThere_IsOneLine()
    {
        ProcessResult result = SimbootProcess.Run(null, "read", "--port", "no-such-port");

        Assert.AreEqual(3, result.Code);
        Assert.IsEmpty(result.Output);
        Assert.StartsWith("simboot: no-such-port: ", result.Error);
        Assert.AreEqual(1, result.Error.Count(c => c == '\n'));
    }

    [TestMethod]
    [DataRow("generate")]
    [DataRow("inspect")]
    [DataRow("check")]
    [DataRow("diff")]
    [DataRow("card")]
    [DataRow("simulate")]
    [DataRow("read")]
    public void Help_OfEachCommand_HasAnExample(string command)
    {
        ProcessResult result = SimbootProcess.Run(null, command, "--help");

        Assert.AreEqual(0, result.Code);
        Assert.AreEqual("", result.Error);
        Assert.Contains($"\nExamples:\n  simboot {command} ", result.Text);
    }

    [TestMethod]
    [DataRow("nonsense")]
    [DataRow("inspect")]
    [DataRow("inspect --nonsense x")]
    [DataRow("simulate --profile Nokia")]
    [DataRow("generate --validate=false")]
    public void Usage_Wrong_EndsWith2AndOneLine(string arguments)
    {
        ProcessResult result = SimbootProcess.Run(null, arguments.Split(' '));

        Assert.AreEqual(2, result.Code);
        Assert.IsEmpty(result.Output);
        Assert.StartsWith("simboot: ", result.Error);
        Assert.AreEqual(1, result.Error.Count(c => c == '\n'));
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [DataRow("generate -c {file} >&-", 2, "simboot: reading or writing failed: ")]
    [DataRow("inspect {file} --show-secrets >&-", 2, "simboot: reading or writing failed: ")]
    [DataRow("check {file}.no 2>&-", 2, "")]
    public void Stream_Closed_EndsWithAMessageIfThereIsAWayForIt(string line, int code, string error)
    {
        using TemporaryFolder folder = new();
        bool isImage = !line.StartsWith("generate", StringComparison.Ordinal);
        string file = isImage ? folder.Add("image", _image) : GenerateRun.Configuration("Example.py");
        string arguments = line.Replace("{file}", $"'{file}'", StringComparison.Ordinal);

        ProcessResult result = SimbootProcess.RunProgram(
            new ProcessStartInfo("sh", ["-c", $"dotnet '{typeof(Simboot).Assembly.Location}' {arguments}"]));

        Assert.AreEqual(code, result.Code, result.Error);
        Assert.StartsWith(error, result.Error);
        Assert.AreEqual(error == "" ? 0 : 1, result.Error.Count(c => c == '\n'));
    }

    // A shell gives what it runs in the background no SIGINT, and so it is with all that that starts.
    private static void Interrupt(int processId)
    {
        const int Terminate = 15;
        if (Kill(processId, Terminate) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int processId, int signal);
}
