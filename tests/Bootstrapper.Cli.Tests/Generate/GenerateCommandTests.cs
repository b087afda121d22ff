using Bootstrapper.Tests;
using Bootstrapper.Tests.Lwm2m;

namespace Bootstrapper.Cli.Tests.Generate;

[TestClass]
public sealed class GenerateCommandTests : IDisposable
{
    private const string Account =
        """
        { "Security": { "1": { "ServerURI": "coap://10.0.0.1", "Bootstrap": false, "Mode": 3, "ShortServerID": 1 } },
          "Server": { "1": { "ShortServerID": 1, "Lifetime": 300, "NotificationStoring": true, "Binding": "U" } } }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("simboot-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    [DataRow("Example.py", Vectors.A)]
    [DataRow("Example.json", Vectors.A)]
    [DataRow("AppendixF.py", Vectors.AppendixF)]
    [DataRow("AppendixF.json", Vectors.AppendixF)]
    [DataRow("Versions.py", Vectors.Versions)]
    [DataRow("Versions.json", Vectors.Versions)]
    public void Run_PublishedConfiguration_GivesItsImageByteForByte(string name, string expected)
    {
        GenerateRun file = new("", "-c", GenerateRun.Configuration(name));
        GenerateRun stream = new(File.ReadAllText(GenerateRun.Configuration(name)));

        Assert.AreEqual(ExitCode.Done, file.Code, file.Error);
        CollectionAssert.AreEqual(Hex.Bytes(expected), file.Output, Convert.ToHexString(file.Output));
        CollectionAssert.AreEqual(Hex.Bytes(expected), stream.Output);
        Assert.AreEqual("", file.Text);
    }

    [TestMethod]
    public void Run_OddConfiguration_WarnsOnStandardErrorOnly()
    {
        string odd = GenerateRun.Configuration("AppendixF.json");

        Assert.AreEqual("", new GenerateRun("", "-c", GenerateRun.Configuration("Example.json")).Error);
        Assert.AreEqual(
            $"simboot: {odd}: warning: OID.AccessControl: with several servers, a client without this object refuses the image",
            new GenerateRun("", "-c", odd).Error.TrimEnd());
    }

    [TestMethod]
    public void Run_Format_IsAsTold()
    {
        string json = GenerateRun.Configuration("Example.json");
        string dictionary = GenerateRun.Configuration("Example.py");

        Assert.HasCount(126, new GenerateRun("", "-c", json, "--format", "json").Output);
        Assert.HasCount(126, new GenerateRun("", "-c", dictionary, "--format", "dictionary").Output);
        Assert.AreEqual(ExitCode.Usage, new GenerateRun("", "-c", dictionary, "--format", "json").Code);
        Assert.AreEqual(ExitCode.Usage, new GenerateRun("", "-c", json, "--format", "xml").Code);
    }

    [TestMethod]
    public void Run_OutputFile_IsWrittenForItsOwnerAlone()
    {
        string output = Path.Combine(_folder, "bootstrap.bin");

        GenerateRun run = new("", "-c", GenerateRun.Configuration("Example.json"), "-o", output);

        Assert.AreEqual(ExitCode.Done, run.Code);
        Assert.IsEmpty(run.Output);
        CollectionAssert.AreEqual(Hex.Bytes(Vectors.A), File.ReadAllBytes(output));
        if (!OperatingSystem.IsWindows())
            Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(output));
    }

    [TestMethod]
    public void Run_WhatIsRefused_LeavesTheOutputAsItWas()
    {
        string output = Path.Combine(_folder, "bootstrap.bin");
        File.WriteAllText(output, "before");

        GenerateRun run = new("{}", "-o", output);

        Assert.AreEqual(ExitCode.Content, run.Code);
        Assert.AreEqual("before", File.ReadAllText(output));
        Assert.AreEqual(
            "simboot: standard input: empty: no account, neither a Security nor a Server instance",
            run.Error.TrimEnd());
    }

    [TestMethod]
    public void Run_MistakeInTheConfiguration_IsNamedWithFileLineAndColumn()
    {
        string path = Path.Combine(_folder, "config.py");
        File.WriteAllText(path, "{\n  OID.Server: {\n    1: { RID.Server.Lifetimes: 1 } } }\n");

        GenerateRun run = new("", "-c", path);

        Assert.AreEqual(ExitCode.Usage, run.Code);
        Assert.IsEmpty(run.Output);
        Assert.AreEqual(
            $"simboot: {path}: line 3, column 10: RID.Server.Lifetimes is no resource of OID.Server; "
            + "perhaps RID.Server.Lifetime is meant",
            run.Error.TrimEnd());
    }

    [TestMethod]
    public void Run_Violation_EndsWith5AndNoOutput()
    {
        GenerateRun run = new(Account.Replace("\"Lifetime\": 300", "\"Lifetime\": -1", StringComparison.Ordinal));

        Assert.AreEqual(ExitCode.Content, run.Code);
        Assert.IsEmpty(run.Output);
        Assert.StartsWith("simboot: standard input: RID.Server.Lifetime of instance 1: ", run.Error);
    }

    [TestMethod]
    public void Run_Validation_IsOnUnlessItIsTold()
    {
        Assert.AreEqual(ExitCode.Content, new GenerateRun("{}", "--validate").Code);

        GenerateRun run = new("{}", "--no-validate");
        Assert.AreEqual(ExitCode.Done, run.Code);
        CollectionAssert.AreEqual(new byte[4], run.Output);

        Assert.AreEqual(ExitCode.Usage, new GenerateRun("{}", "--validate", "--no-validate").Code);
    }

    [TestMethod]
    public void Run_ObjectVersions_AreWritten()
    {
        GenerateRun run = new(Account, "--object-version", "1=1.1", "--object-version", "OID.Security=1.2");

        Assert.AreEqual(ExitCode.Done, run.Code, run.Error);
        CollectionAssert.AreEqual(Hex.Bytes("00000102"), run.Output[4..8]);
    }

    [TestMethod]
    [DataRow("1", "--object-version 1: is written 1=1.1, major 1..255 and minor 0..255")]
    [DataRow("1=", "--object-version 1=: is written 1=1.1, major 1..255 and minor 0..255")]
    [DataRow("1=0.1", "--object-version 1=0.1: is written 1=1.1, major 1..255 and minor 0..255")]
    [DataRow("1=1.1=1", "--object-version 1=1.1=1: is written 1=1.1, major 1..255 and minor 0..255")]
    [DataRow("Servr=1.1", "--object-version Servr=1.1: Servr is no object; perhaps OID.Server is meant")]
    [DataRow("65535=1.1", "--object-version 65535=1.1: an Object ID is 0..65534")]
    [DataRow("3=1.1", "standard input: version 1.1 of OID.Device: the configuration has no such object")]
    public void Run_BadObjectVersion_Fails(string option, string message)
    {
        GenerateRun run = new(Account, "--object-version", option);

        Assert.AreEqual(ExitCode.Usage, run.Code);
        Assert.AreEqual($"simboot: {message}", run.Error.TrimEnd());
    }

    [TestMethod]
    public void Run_TwoVersionsOfAnObject_Fail()
    {
        GenerateRun run = new(Account, "--object-version", "1=1.1", "--object-version", "Server=1.2");

        Assert.AreEqual("simboot: --object-version Server=1.2: a second version of the object", run.Error.TrimEnd());
    }

    [TestMethod]
    public void Run_KeyboardOrScreen_IsRefusedPolitely()
    {
        GenerateRun keyboard = new(Account, isInputRedirected: false, isOutputRedirected: true);
        GenerateRun screen = new(Account, isInputRedirected: true, isOutputRedirected: false);
        GenerateRun neither = new(
            "", false, false, "-c", GenerateRun.Configuration("Example.json"), "-o", Path.Combine(_folder, "image"));

        Assert.AreEqual(ExitCode.Usage, keyboard.Code);
        Assert.AreEqual(
            "simboot: standard input is a keyboard: name the configuration with -c FILE", keyboard.Error.TrimEnd());
        Assert.AreEqual(ExitCode.Usage, screen.Code);
        Assert.IsEmpty(screen.Output);
        Assert.AreEqual("simboot: an image is no text for a screen: name a file with -o FILE", screen.Error.TrimEnd());
        Assert.AreEqual(ExitCode.Done, neither.Code);
    }

    [TestMethod]
    public void Run_FilesOfAConfiguration_AreNextToIt()
    {
        string path = Path.Combine(_folder, "config.json");
        string withFile = "\"Mode\": 3, \"PKOrIdentity\": { \"file\": \"id.bin\" }";
        File.WriteAllText(path, Account.Replace("\"Mode\": 3", withFile, StringComparison.Ordinal));
        File.WriteAllBytes(Path.Combine(_folder, "id.bin"), [0xDE, 0xAD, 0xBE, 0xEF]);

        GenerateRun run = new("", "-c", path);

        Assert.AreEqual(ExitCode.Done, run.Code, run.Error);
        Assert.Contains("DEADBEEF", Convert.ToHexString(run.Output));
    }

    [TestMethod]
    public void Run_ConfigurationThatIsNotThereOrTooLong_Fails()
    {
        GenerateRun missing = new("", "-c", Path.Combine(_folder, "missing.json"));
        GenerateRun large = new(new string(' ', (1 << 20) + 1));

        Assert.AreEqual(ExitCode.Usage, missing.Code);
        Assert.AreEqual(ExitCode.Usage, new GenerateRun("", "-c", "").Code);
        Assert.EndsWith("missing.json: can't be read: no such file", missing.Error.TrimEnd());
        Assert.AreEqual("simboot: standard input: longer than 1048576 bytes", large.Error.TrimEnd());
    }

    [TestMethod]
    public void Run_Help_EndsWithExamples() =>
        Assert.Contains("simboot generate -c config.py -o bootstrap.bin", new GenerateRun("", "--help").Text);
}
