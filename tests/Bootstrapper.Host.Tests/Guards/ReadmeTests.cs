using System.Text.RegularExpressions;
using Bootstrapper.Desktop;
using Bootstrapper.DeviceCheck;
using Bootstrapper.DeviceCheck.Rules;
using Bootstrapper.DeviceCheck.Stubs;
using Microsoft.CodeAnalysis;

namespace Bootstrapper.Host.Tests.Guards;

/// <summary>What the README claims.</summary>
[TestClass]
public partial class ReadmeTests
{
    private const string PageUsings = "\nusing Bootstrapper.Boards; using Bootstrapper.Boards.Esp32; using Bootstrapper.Lwm2m;\n";

    // What a page leaves to its reader.
    private const string OfTheReader =
        """
        internal static class Board { public static BoardDefinition Define() { return new BoardDefinition(); } }
        internal static class MyStore
        {
            public static bool HasAccounts;
            public static void Keep(BootstrapConfiguration accounts) { HasAccounts = accounts != null; }
        }
        internal static class MyClient { public static void RegisterOrUpdate(Bootstrapper.Modem.AtChannel modem) { modem.Poll(); } }

        """;

    private static readonly string _readme = File.ReadAllText(Repository.At("README.md"));

    [TestMethod]
    public void DeviceCode_CompilesForTheDevice()
    {
        DeviceBuild library = Build("Bootstrapper.Nano", Sources("src", "Bootstrapper.Nano"));
        DeviceBuild boards = Build("Bootstrapper.Boards.Shared", Sources("boards", "Shared"), library);
        MatchCollection snippets = CodeBlock().Matches(_readme);
        Assert.HasCount(2, snippets);
        foreach (Match snippet in snippets)
        {
            string[] lines = snippet.Groups[1].Value.Split('\n');
            string source = string.Join('\n', lines.Where(IsUsing))
                + "\nnamespace Application { public static class Program { public static void Main() {\n"
                + string.Join('\n', lines.Where(line => !IsUsing(line))) + "\n} } }\n";

            DeviceBuild application = Build("Application", [new("README.md", source)], library, boards);

            Assert.AreEqual("", string.Join('\n', application.Findings));
            Assert.IsNotEmpty(application.Image);
            Assert.IsLessThanOrEqualTo(25, lines.Count(line => line.Trim().Length > 0), "the README promises a few lines");
        }
    }

    [TestMethod]
    [DataRow("memory.md", 2)]
    [DataRow("your-own-board.md", 1)]
    public void DeviceCodeOfAPage_CompilesForTheDevice(string page, int count)
    {
        DeviceBuild library = Build("Bootstrapper.Nano", Sources("src", "Bootstrapper.Nano"));
        DeviceBuild boards = Build(
            "Bootstrapper.Boards", Sources("boards", "Shared").Concat(Sources("boards", "Esp32")), library);
        MatchCollection snippets = CodeBlock().Matches(File.ReadAllText(Repository.At("docs", page)));
        Assert.HasCount(count, snippets);
        foreach (Match snippet in snippets)
        {
            string[] lines = snippet.Groups[1].Value.Split('\n');
            int members = Array.FindIndex(lines, line => line.StartsWith("static ", StringComparison.Ordinal));
            string[] statements = members < 0 ? lines : lines[..members];
            string source = string.Join('\n', lines.Where(IsUsing)) + PageUsings
                + "namespace Application { public static class Program { public static void Main() {\n"
                + string.Join('\n', statements.Where(line => !IsUsing(line))) + "\n}\n"
                + string.Join('\n', members < 0 ? [] : lines[members..]) + "\n}\n" + OfTheReader + "}\n";

            DeviceBuild application = Build("Application", [new(page, source)], library, boards);

            Assert.AreEqual("", string.Join('\n', application.Findings));
        }
    }

    [TestMethod]
    public void TestCommand_IsTheOneOfTheGate()
    {
        const string Command = "dotnet test Bootstrapper.Host.slnf";
        Assert.Contains("\n" + Command + "\n", _readme);
        Assert.Contains("\n" + Command + " ", File.ReadAllText(Repository.At(".ci", "run")));
    }

    [TestMethod]
    public void ExitCodes_AreThoseOfTheProgram()
    {
        int[] codes = [.. ExitCodeRow().Matches(_readme).Select(match => int.Parse(match.Groups[1].Value, null))];

        CollectionAssert.AreEqual(Enum.GetValues<ExitCode>().Select(code => (int)code).ToArray(), codes);
    }

    [TestMethod]
    public void Outcomes_AreAllNamed()
    {
        foreach (string outcome in Enum.GetNames<BootstrapOutcome>())
            Assert.Contains($"`{outcome}`", _readme);
    }

    private static DeviceBuild Build(
        string name, IEnumerable<KeyValuePair<string, string>> sources, params DeviceBuild[] libraries)
    {
        string[] packages =
        [
            "mscorlib", "nanoFramework.System.Text", "System.IO.Ports", "nanoFramework.Runtime.Native",
            "nanoFramework.Runtime.Events", "System.Device.Gpio", "System.IO.Streams", "System.IO.FileSystem",
            "nanoFramework.Hardware.Esp32",
        ];
        IEnumerable<MetadataReference> references = packages.Select(StubLibrary.Default.Reference)
            .Concat(libraries.Select(library => MetadataReference.CreateFromImage(library.Image)));
        return DeviceBuild.Run(name, name, sources, references, RuleOptions.Firmware);
    }

    private static IEnumerable<KeyValuePair<string, string>> Sources(params string[] folder) =>
        Directory.EnumerateFiles(Repository.At(folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .Select(file => KeyValuePair.Create(file, File.ReadAllText(file)));

    private static bool IsUsing(string line) => line.StartsWith("using ", StringComparison.Ordinal);

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"^\| (\d) \| ", RegexOptions.Multiline)]
    private static partial Regex ExitCodeRow();
}
