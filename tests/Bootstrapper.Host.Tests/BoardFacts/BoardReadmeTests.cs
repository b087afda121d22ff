using System.Text.RegularExpressions;
using Bootstrapper.Boards;
using Bootstrapper.Host.Tests.Guards;

namespace Bootstrapper.Host.Tests.BoardFacts;

/// <summary>The boards' pages, against their definitions.</summary>
[TestClass]
public partial class BoardReadmeTests
{
    private static readonly string[] _headings =
    [
        "What it is", "Wiring", "Power and modem", "Flashing", "First run", "Tried on hardware", "Sources",
    ];

    public static IEnumerable<object[]> Folders => BoardDefinitionTests.AllFolders;

    [TestMethod]
    public void Folders_WithABoard_AreAllHere()
    {
        string[] folders =
        [
            .. Directory.GetDirectories(Repository.At("boards")).Where(folder => File.Exists(Path.Combine(folder, "Board.cs")))
                .Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal),
        ];

        CollectionAssert.AreEqual(
            folders,
            Folders.Select(row => row[0]).Order().ToArray(),
            "a board that is not in BoardDefinitionTests: " + string.Join(", ", folders));
    }

    [TestMethod]
    [DynamicData(nameof(Folders))]
    public void Headings_AreThoseOfEveryPage(string folder)
    {
        string page = Page(folder);

        Assert.StartsWith($"# {BoardDefinitionTests.Definition(folder).Name}\n", page);
        CollectionAssert.AreEqual(_headings, Heading().Matches(page).Select(match => match.Groups[1].Value).ToArray());
    }

    [TestMethod]
    [DynamicData(nameof(Folders))]
    public void WiringTable_NamesThePinsOfTheDefinition(string folder)
    {
        BoardDefinition board = BoardDefinitionTests.Definition(folder);
        string[] rows =
        [
            .. Rows(folder, "Wiring").Where(row => row.Name != nameof(BoardDefinition.Port)).Select(row => row.Fact),
        ];

        CollectionAssert.AreEquivalent(BoardValues.Pins(board).ToArray(), rows);
    }

    [TestMethod]
    [DynamicData(nameof(Folders))]
    public void PowerTable_NamesTheRestOfTheDefinition(string folder)
    {
        BoardDefinition board = BoardDefinitionTests.Definition(folder);
        string[] rows =
        [
            $"{nameof(BoardDefinition.Name)} {board.Name}",
            .. Rows(folder, "Wiring").Where(row => row.Name == nameof(BoardDefinition.Port)).Select(row => row.Fact),
            .. Rows(folder, "Power and modem").Select(row => row.Fact),
        ];

        CollectionAssert.AreEquivalent(BoardValues.Rest(board).ToArray(), rows);
    }

    [TestMethod]
    [DynamicData(nameof(Folders))]
    public void FlashCommands_NameTheImage(string folder)
    {
        string image = BoardDefinitionTests.Definition(folder).FirmwareImage;
        string[] targets = [.. Target().Matches(Section(folder, "Flashing")).Select(match => match.Groups[1].Value)];

        CollectionAssert.AreEqual(new[] { image }, targets);
    }

    // nf-interpreter and nf-Community-Targets, target_system_io_ports_config.cpp; ST's Arduino header.
    [TestMethod]
    [DataRow("Stm32F769IDiscovery", "USART6: PC6, Arduino D1, sends; PC7, Arduino D0, receives")]
    [DataRow("NucleoF767ZI", "USART6: PG14, Arduino D1, sends; PG9, Arduino D0, receives")]
    public void WiringTable_PinsFixedInTheFirmware_AreNamed(string folder, string pins) =>
        Assert.Contains($"| `Port` | COM6 | {pins} |", Section(folder, "Wiring"));

    [TestMethod]
    [DynamicData(nameof(Folders))]
    public void Rows_HaveASource(string folder)
    {
        foreach ((string name, _, string source) in Rows(folder, "Wiring").Concat(Rows(folder, "Power and modem")))
            Assert.IsTrue(Reference().IsMatch(source) || (folder == "Generic" && source == "example"), name);
    }

    [TestMethod]
    [DynamicData(nameof(Folders))]
    public void Sources_AreAllThereAndAllUsed(string folder)
    {
        string page = Page(folder);
        string[] used = [.. Reference().Matches(page).Select(match => match.Groups[1].Value).Distinct().OrderBy(int.Parse)];
        string[] listed = [.. Source().Matches(Section(folder, "Sources")).Select(match => match.Groups[1].Value)];

        CollectionAssert.AreEqual(listed, used);
        Assert.HasCount(Section(folder, "Sources").Trim().Split('\n').Length, listed, "each source is a line with its address");
    }

    [TestMethod]
    [DynamicData(nameof(Folders))]
    public void Sources_AreOfACommit(string folder)
    {
        foreach (Match source in Source().Matches(Section(folder, "Sources")))
        {
            string address = source.Groups[2].Value;
            if (address.Contains("/blob/", StringComparison.Ordinal))
                Assert.MatchesRegex("/blob/[0-9a-f]{40}/", address);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Folders))]
    public void FirstRun_NamesTheProject(string folder) => Assert.Contains($"`{folder}`", Section(folder, "First run"));

    [TestMethod]
    [DynamicData(nameof(Folders))]
    public void Links_LeadToFiles(string folder)
    {
        foreach (Match link in Link().Matches(Page(folder)))
            Assert.IsTrue(File.Exists(Repository.At("boards", folder, link.Groups[1].Value)), link.Value);
    }

    [TestMethod]
    [DataRow("debugging.md")]
    [DataRow("memory.md")]
    [DataRow("your-own-board.md")]
    public void Links_OfThePagesForAll_LeadToFiles(string page)
    {
        foreach (Match link in Link().Matches(File.ReadAllText(Repository.At("docs", page))))
            Assert.IsTrue(File.Exists(Repository.At("docs", link.Groups[1].Value)), link.Value);
    }

    [TestMethod]
    public void Template_SaysOfEveryPropertyWhatToPutThere()
    {
        string source = File.ReadAllText(Repository.At("boards", "Generic", "Board.cs"));

        foreach (string property in typeof(BoardDefinition).GetProperties().Select(property => property.Name))
            Assert.MatchesRegex($@"//.*\n(\s+\w+ = .*,\n){{0,2}}\s+{property} = ", source);
    }

    private static string Page(string folder) => File.ReadAllText(Repository.At("boards", folder, "README.md"));

    private static string Section(string folder, string heading)
    {
        string page = Page(folder);
        int begin = page.IndexOf($"\n## {heading}\n", StringComparison.Ordinal) + heading.Length + 5;
        int end = page.IndexOf("\n## ", begin, StringComparison.Ordinal);
        return end < 0 ? page[begin..] : page[begin..end];
    }

    private static IEnumerable<(string Name, string Fact, string Source)> Rows(string folder, string heading) =>
        from match in Row().Matches(Section(folder, heading))
        let name = match.Groups[1].Value
        select (name, name + " " + match.Groups[2].Value, match.Groups[4].Value);

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\| `(\w+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"--target (\w+)")]
    private static partial Regex Target();

    [GeneratedRegex(@"\[(\d+)\](?!\()")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^(\d+)\. .+: <(https://[^>]+)>$", RegexOptions.Multiline)]
    private static partial Regex Source();

    [GeneratedRegex(@"\]\(([^)#]+\.md)\)")]
    private static partial Regex Link();
}
