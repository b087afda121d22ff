using System.Diagnostics;
using System.Globalization;
using System.Text;
using Bootstrapper.Cli.Configuration;
using Bootstrapper.Cli.Generation;
using Bootstrapper.Cli.Output;

namespace Bootstrapper.Cli.Tests.Batch;

/// <summary>The command line of a batch.</summary>
[TestClass]
public sealed class BatchCommandTests
{
    private const string Json = """
        {
          "OID.Security": {
            "1": {
              "ServerURI": "coaps://${host}",
              "Bootstrap": false,
              "Mode": 0,
              "PKOrIdentity": {"file": "${id}.id"},
              "SecretKey": {"hex": "${psk}"},
              "ShortServerID": "${server}"
            }
          },
          "OID.Server": {
            "${server}": { "ShortServerID": "${server}", "Lifetime": 86400, "NotificationStoring": "${stores}", "Binding": "U" }
          }
        }
        """;

    private const string Csv = """
        id;host;psk;server;stores
        A;a.net;0011 2233 4455 6677;101;TRUE
        B;b.net;8899AABBCCDDEEFF;102;0

        """;

    private readonly string _root = Directory.CreateTempSubdirectory("batch-").FullName;

    private string Folder => Path.Combine(_root, "out");

    [TestInitialize]
    public void Write()
    {
        File.WriteAllText(Path.Combine(_root, "template.json"), Json);
        File.WriteAllText(Path.Combine(_root, "cards.csv"), Csv);
        File.WriteAllText(Path.Combine(_root, "A.id"), "identity of A");
        File.WriteAllText(Path.Combine(_root, "B.id"), "identity of B");
    }

    [TestCleanup]
    public void Delete() => Directory.Delete(_root, recursive: true);

    [TestMethod]
    public void Generate_JsonTemplateWithFiles_MakesAnImageARow()
    {
        (ExitCode code, string error) = Run("--batch", "cards.csv", "-c", "template.json", "-o", "out", "--name", "x ${id}.bin");

        Assert.AreEqual($"simboot: 2 images; {Path.Combine(Folder, "manifest.csv")} lists them\n", error);
        Assert.AreEqual(ExitCode.Done, code);
        CollectionAssert.AreEqual(
            ByHand("b'identity of B'", "'coaps://b.net'", "b'\\x88\\x99\\xAA\\xBB\\xCC\\xDD\\xEE\\xFF'", "102", "False"),
            File.ReadAllBytes(Path.Combine(Folder, "x B.bin")));
        CollectionAssert.AreEqual(
            ByHand("b'identity of A'", "'coaps://a.net'", "b'\\x00\\x11\\x22\\x33\\x44\\x55\\x66\\x77'", "101", "True"),
            File.ReadAllBytes(Path.Combine(Folder, "x A.bin")));
    }

    [TestMethod]
    public void Generate_CsvFromStandardInput_MakesAnImageARow()
    {
        (ExitCode code, string error) = Run("--batch", "-", "-c", "template.json", "-o", "out");

        StringAssert.StartsWith(error, "simboot: standard input: line 4: 1 instead of 5 cells\n");
        Assert.AreEqual(ExitCode.Content, code);
        Assert.HasCount(2, Directory.GetFiles(Folder, "*.bin"));
    }

    [TestMethod]
    public void Generate_MissingFile_IsTheErrorOfItsRow()
    {
        File.Delete(Path.Combine(_root, "A.id"));

        (ExitCode code, string error) = Run("--batch", "cards.csv", "-c", "template.json", "-o", "out");

        Assert.AreEqual(ExitCode.Content, code);
        StringAssert.Contains(error, "line 2: template line 7, column 23: RID.Security.PKOrIdentity of instance 1: A.id: ");
        Assert.AreEqual("row-2.bin", Path.GetFileName(Directory.GetFiles(Folder, "*.bin").Single()));
    }

    [TestMethod]
    public void Generate_OtherOptions_HoldForEveryRow()
    {
        const string Template = """{ "OID.Server": { "1": { "Lifetime": "${server}", "ShortServerID": 1 } } }""";
        File.WriteAllText(Path.Combine(_root, "template.json"), Template);

        Assert.AreEqual(ExitCode.Content, Run("--batch", "cards.csv", "-c", "template.json", "-o", "out").Code);
        Assert.AreEqual(
            ExitCode.Done,
            Run("--batch", "cards.csv", "-c", "template.json", "-o", "out2", "--no-validate", "--object-version", "1=1.1").Code);

        byte[] expected = new Generator(".", new Dictionary<int, ObjectVersion> { [1] = new(1, 1) }, validates: false)
            .Generate(BatchFixture.Template("{ OID.Server: { 1: { 1: 102, 0: 1 } } }"));
        CollectionAssert.AreEqual(expected, File.ReadAllBytes(Path.Combine(_root, "out2", "row-2.bin")));
    }

    [TestMethod]
    [DataRow("--batch makes many images: name a folder for them with -o FOLDER", "--batch", "cards.csv", "-c", "template.json")]
    [DataRow("standard input can't be both template and CSV file", "--batch", "-", "-o", "out")]
    [DataRow("--name names the images of a batch: give its file with --batch", "--name", "x", "-c", "template.json", "-o", "out")]
    [DataRow("template.json: line 4, column 20: no column 'host'", "--batch", "A.id", "-c", "template.json", "-o", "out")]
    [DataRow("none.csv: can't be read: no such file", "--batch", "none.csv", "-c", "template.json", "-o", "out")]
    [DataRow("is not empty", "--batch", "cards.csv", "-c", "template.json", "-o", ".")]
    [DataRow("can't be written", "--batch", "cards.csv", "-c", "template.json", "-o", "A.id")]
    [DataRow("--name ${psk}: 'psk' holds keys", "--batch", "cards.csv", "-c", "template.json", "-o", "out", "--name", "${psk}")]
    public void Generate_WhatMakesNoSense_IsOneLineAndNothingWritten(string expected, params string[] arguments)
    {
        string[] before = Directory.GetFileSystemEntries(_root);

        (ExitCode code, string error) = Run(arguments);

        Assert.AreEqual(ExitCode.Usage, code);
        StringAssert.Contains(error, expected);
        Assert.AreEqual(error.Length - 1, error.IndexOf('\n', StringComparison.Ordinal));
        CollectionAssert.AreEqual(before, Directory.GetFileSystemEntries(_root));
    }

    [TestMethod]
    public void Interruption_Signal_CancelsOnce()
    {
        if (OperatingSystem.IsWindows())
            return;

        using Interruption interruption = new();
        using Process kill = Process.Start("kill", ["-TERM", Environment.ProcessId.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();

        Assert.IsTrue(interruption.Token.WaitHandle.WaitOne(TimeSpan.FromMinutes(1)));
    }

    private static byte[] ByHand(string identity, string uri, string key, string server, string stores) =>
        new Generator(".").Generate(BatchFixture.Template($$"""
            {
                OID.Security: { 1: { 0: {{uri}}, 1: False, 2: 0, 3: {{identity}}, 5: {{key}}, 10: {{server}} } },
                OID.Server: { {{server}}: { 0: {{server}}, 1: 86400, 6: {{stores}}, 7: 'U' } },
            }
            """));

    private (ExitCode Code, string Error) Run(params string[] arguments)
    {
        string[] files = ["cards.csv", "template.json", "none.csv", "out", "out2", ".", "A.id"];
        using StringWriter error = new() { NewLine = "\n" };
        Terminal terminal = new(
            () => new MemoryStream(Encoding.UTF8.GetBytes(Csv + "C\n")), () => Stream.Null, TextWriter.Null, error);
        string[] full = [.. arguments.Select(a => files.Contains(a) ? Path.Combine(_root, a) : a)];
        return (Simboot.Run(["generate", .. full], terminal), error.ToString());
    }
}
