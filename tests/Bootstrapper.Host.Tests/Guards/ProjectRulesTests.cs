using Bootstrapper.DeviceCheck.Projects;

namespace Bootstrapper.Host.Tests.Guards;

[TestClass]
public sealed class ProjectRulesTests : IDisposable
{
    private const string Core = "<Reference Include=\"mscorlib\"><HintPath>$(CorePath)mscorlib.dll</HintPath></Reference>";
    private const string CorePackage =
        "<package id=\"nanoFramework.CoreLibrary\" version=\"1.2.3\" targetFramework=\"netnano1.0\" />";

    private const string SharedItem = @"<Compile Include=""..\Shared\S.cs"" Link=""Shared\S.cs"" />";
    private const string Esp32Item = @"<Compile Include=""..\Esp32\E.cs"" Link=""Esp32\E.cs"" />";
    private const string Esp32Reference =
        "<Reference Include=\"nanoFramework.Hardware.Esp32\"><HintPath>$(Esp32Path)nanoFramework.Hardware.Esp32.dll</HintPath>"
        + "</Reference>";

    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [TestMethod]
    public void Check_ProjectInOrder_FindsNothing()
    {
        _repository.Write("P/Sub/A.cs", "");
        Assert.AreEqual("", Check("<Compile Include=\"Sub\\A.cs\" />" + Core, CorePackage));
    }

    [TestMethod]
    public void Check_FileOfAnotherFolderLinked_FindsNothing()
    {
        _repository.Write("Q/A.cs", "");
        Assert.AreEqual("", Check("<Compile Include=\"..\\Q\\A.cs\"><Link>A.cs</Link></Compile>" + Core, CorePackage));
    }

    [TestMethod]
    public void Check_LinkedFileMissing_IsFound() => Assert.Contains(
        "does not exist: ..\\Q\\A.cs", Check("<Compile Include=\"..\\Q\\A.cs\"><Link>A.cs</Link></Compile>" + Core, CorePackage));

    [TestMethod]
    public void Check_SourceNotListed_IsFound()
    {
        _repository.Write("P/Sub/A.cs", "");
        Assert.Contains("lacks <Compile Include=\"Sub\\A.cs\" />", Check(Core, CorePackage));
    }

    [TestMethod]
    [DataRow("bin/A.cs")]
    [DataRow("obj/A.cs")]
    public void Check_LeftoverOfABuild_IsNoSource(string file)
    {
        _repository.Write("P/" + file, "");
        Assert.AreEqual("", Check(Core, CorePackage));
    }

    [TestMethod]
    public void Check_ListedFileMissing_IsFound() =>
        Assert.Contains("does not exist: B.cs", Check("<Compile Include=\"B.cs\" />" + Core, CorePackage));

    [TestMethod]
    public void Check_FileListedTwice_IsFound()
    {
        _repository.Write("P/A.cs", "");
        Assert.Contains(
            "compiles twice: A.cs", Check("<Compile Include=\"A.cs\" /><Compile Include=\"A.cs\" />" + Core, CorePackage));
    }

    [TestMethod]
    public void Check_Wildcard_IsFound()
    {
        _repository.Write("P/A.cs", "");
        Assert.Contains("wildcards", Check("<Compile Include=\"*.cs\" />" + Core, CorePackage));
    }

    [TestMethod]
    [DataRow("$(OtherPath)mscorlib.dll", "no property of nfproj.props", DisplayName = "property that is not there")]
    [DataRow("..\\packages\\nanoFramework.CoreLibrary.1.2.3\\lib\\mscorlib.dll", "no property of nfproj.props",
        DisplayName = "literal path")]
    [DataRow("$(CorePath)System.dll", "another assembly", DisplayName = "another assembly")]
    public void Check_HintPath_IsFound(string path, string problem) => Assert.Contains(
        problem, Check($"<Reference Include=\"mscorlib\"><HintPath>{path}</HintPath></Reference>", CorePackage));

    [TestMethod]
    [DataRow("", "lacks nanoFramework.CoreLibrary", DisplayName = "missing package")]
    [DataRow(CorePackage + "<package id=\"nanoFramework.System.Text\" version=\"4.5.6\" targetFramework=\"netnano1.0\" />",
        "has nanoFramework.System.Text", DisplayName = "package nobody refers to")]
    [DataRow(CorePackage + "<package id=\"Other\" version=\"4.5.6\" targetFramework=\"netnano1.0\" />",
        "no package Other", DisplayName = "unknown package")]
    [DataRow("<package id=\"nanoFramework.CoreLibrary\" version=\"1.2.4\" targetFramework=\"netnano1.0\" />",
        "is 1.2.4 here and 1.2.3 in nfproj.props", DisplayName = "another version")]
    [DataRow("<package id=\"nanoFramework.CoreLibrary\" version=\"1.2.3\" />", "targetFramework",
        DisplayName = "no target framework")]
    public void Check_PackagesConfig_IsFound(string packages, string problem) => Assert.Contains(problem, Check(Core, packages));

    [TestMethod]
    public void Check_NoPackagesConfig_IsFound() => Assert.Contains("has no packages.config", Check(Core, null));

    [TestMethod]
    public void Check_LinkWithoutItsPlace_IsFound()
    {
        _repository.Write("Q/A.cs", "");
        Assert.Contains("needs a Link: ..\\Q\\A.cs", Check("<Compile Include=\"..\\Q\\A.cs\" />" + Core, CorePackage));
    }

    [TestMethod]
    public void Check_ReferenceWithoutHintPath_IsFound() => Assert.Contains(
        "has no hint path for nanoFramework.System.Text",
        Check("<Reference Include=\"nanoFramework.System.Text\" />" + Core, CorePackage));

    [TestMethod]
    public void Check_BoardThatLinksWhatBoardsShare_FindsNothing()
    {
        WriteShared();
        Assert.AreEqual("", CheckBoard(Core + SharedItem));
    }

    [TestMethod]
    public void Check_BoardThatLacksWhatBoardsShare_IsFound()
    {
        WriteShared();
        string findings = CheckBoard(Core);

        Assert.Contains("lacks " + SharedItem, findings);
        Assert.DoesNotContain("Esp32", findings);
    }

    [TestMethod]
    public void Check_Esp32BoardThatLacksWhatTheyShare_IsFound()
    {
        WriteShared();
        Assert.Contains("lacks " + Esp32Item, CheckBoard(Core + SharedItem + Esp32Reference));
    }

    [TestMethod]
    public void Run_Board_ListsItsSourcesAndThoseThatBoardsShare()
    {
        WriteShared();
        _repository.Write("boards/P/A.cs", "");

        Assert.AreEqual(
            $"    {SharedItem}\n    <Compile Include=\"A.cs\" />\n", Update("    <Compile Include=\"Gone.cs\" />\n", Core));
    }

    [TestMethod]
    public void Run_Esp32Board_ListsThoseOfEsp32Besides()
    {
        WriteShared();

        Assert.AreEqual(
            $"    {Esp32Item}\n    {SharedItem}\n", Update("    <Compile Include=\"Gone.cs\" />\n", Core + Esp32Reference));
    }

    [TestMethod]
    public void Run_BoardWithoutEsp32AnyMore_DropsItsSources()
    {
        WriteShared();

        Assert.AreEqual($"    {SharedItem}\n", Update($"    {SharedItem}\n    {Esp32Item}\n", Core));
    }

    [TestMethod]
    public void Run_BoardInOrder_ChangesNothing()
    {
        WriteShared();
        string file = WriteBoard($"\n    {SharedItem}\n" + Core);

        Assert.IsFalse(ProjectUpdate.Run(DeviceProject.Read(file)));
    }

    [TestMethod]
    public void WithSources_NewAndGone_ListsWhatThereIsInOrder()
    {
        const string before = """
            <A>
                <Compile Include="B.cs" />
                <Compile Include="..\Other\X.cs">
                  <Link>X.cs</Link>
                </Compile>
                <Compile Include="..\Other\Y.cs" Link="Y.cs" />
                <Compile Include="Gone.cs" />
            </A>
            """;
        const string after = """
            <A>
                <Compile Include="A.cs" />
                <Compile Include="B.cs" />
                <Compile Include="..\Other\X.cs">
                  <Link>X.cs</Link>
                </Compile>
                <Compile Include="..\Other\Y.cs" Link="Y.cs" />
            </A>
            """;

        string[] items = ["<Compile Include=\"B.cs\" />", "<Compile Include=\"A.cs\" />"];
        Assert.AreEqual(after, ProjectUpdate.WithSources(before, items));
    }

    private void WriteShared()
    {
        _repository.Write("boards/Shared/S.cs", "");
        _repository.Write("boards/Esp32/E.cs", "");
    }

    private string WriteBoard(string items) => _repository.WriteProject("boards/P/P.nfproj", items, CorePackage);

    private string CheckBoard(string items) => string.Join(
        '\n', ProjectRules.Check(DeviceProject.Read(WriteBoard(items)), NanoPackages.Read(_repository.Root)));

    // Gets what becomes of a board's Compile lines, which stand before everything else.
    private string Update(string lines, string items)
    {
        string file = WriteBoard("\n" + lines + items);
        string start = File.ReadAllText(file).Split(lines)[0];
        Assert.IsTrue(ProjectUpdate.Run(DeviceProject.Read(file)));
        return File.ReadAllText(file)[start.Length..].Split(items)[0];
    }

    private string Check(string items, string? packages)
    {
        string project = _repository.WriteProject("P/P.nfproj", items, packages);
        return string.Join('\n', ProjectRules.Check(DeviceProject.Read(project), NanoPackages.Read(_repository.Root)));
    }
}
