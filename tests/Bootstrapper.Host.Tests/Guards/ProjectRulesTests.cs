using Bootstrapper.DeviceCheck.Projects;

namespace Bootstrapper.Host.Tests.Guards;

[TestClass]
public sealed class ProjectRulesTests : IDisposable
{
    private const string Props = """
        <Project>
          <PropertyGroup><CoreVersion>1.2.3</CoreVersion><TextVersion>4.5.6</TextVersion></PropertyGroup>
          <PropertyGroup>
            <NanoPackages>packages\</NanoPackages>
            <CorePath>$(NanoPackages)nanoFramework.CoreLibrary.$(CoreVersion)\lib\</CorePath>
            <TextPath>$(NanoPackages)nanoFramework.System.Text.$(TextVersion)\lib\</TextPath>
          </PropertyGroup>
        </Project>
        """;

    private const string Core = "<Reference Include=\"mscorlib\"><HintPath>$(CorePath)mscorlib.dll</HintPath></Reference>";
    private const string CorePackage = "<package id=\"nanoFramework.CoreLibrary\" version=\"1.2.3\" targetFramework=\"netnano1.0\" />";

    private readonly string _folder = Directory.CreateTempSubdirectory("nfproj").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void Check_ProjectInOrder_FindsNothing()
    {
        Write("Sub/A.cs", "");
        Assert.AreEqual("", Check("<Compile Include=\"Sub\\A.cs\" />" + Core, CorePackage));
    }

    [TestMethod]
    public void Check_SourceNotListed_IsFound()
    {
        Write("Sub/A.cs", "");
        Assert.Contains("lacks <Compile Include=\"Sub\\A.cs\" />", Check(Core, CorePackage));
    }

    [TestMethod]
    [DataRow("bin/A.cs")]
    [DataRow("obj/A.cs")]
    public void Check_LeftoverOfABuild_IsNoSource(string file)
    {
        Write(file, "");
        Assert.AreEqual("", Check(Core, CorePackage));
    }

    [TestMethod]
    public void Check_ListedFileMissing_IsFound() =>
        Assert.Contains("does not exist: B.cs", Check("<Compile Include=\"B.cs\" />" + Core, CorePackage));

    [TestMethod]
    public void Check_FileListedTwice_IsFound()
    {
        Write("A.cs", "");
        Assert.Contains("compiles twice: A.cs", Check("<Compile Include=\"A.cs\" /><Compile Include=\"A.cs\" />" + Core, CorePackage));
    }

    [TestMethod]
    public void Check_Wildcard_IsFound()
    {
        Write("A.cs", "");
        Assert.Contains("wildcards", Check("<Compile Include=\"*.cs\" />" + Core, CorePackage));
    }

    [TestMethod]
    [DataRow("$(OtherPath)mscorlib.dll", "no property of nfproj.props", DisplayName = "property that is not there")]
    [DataRow("..\\packages\\nanoFramework.CoreLibrary.1.2.3\\lib\\mscorlib.dll", "no property of nfproj.props", DisplayName = "literal path")]
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
    [DataRow("<package id=\"nanoFramework.CoreLibrary\" version=\"1.2.3\" />", "targetFramework", DisplayName = "no target framework")]
    public void Check_PackagesConfig_IsFound(string packages, string problem) => Assert.Contains(problem, Check(Core, packages));

    [TestMethod]
    public void Check_NoPackagesConfig_IsFound() => Assert.Contains("has no packages.config", Check(Core, null));

    [TestMethod]
    public void WithSources_NewAndGone_ListsWhatThereIsInOrder()
    {
        const string before = "<A>\n    <Compile Include=\"B.cs\" />\n    <Compile Include=\"..\\Shared\\X.cs\" />\n    <Compile Include=\"Gone.cs\" />\n</A>\n";

        Assert.AreEqual(
            "<A>\n    <Compile Include=\"A.cs\" />\n    <Compile Include=\"B.cs\" />\n    <Compile Include=\"..\\Shared\\X.cs\" />\n</A>\n",
            ProjectUpdate.WithSources(before, ["B.cs", "A.cs"]));
    }

    private string Check(string items, string? packages)
    {
        string project = Write("P.nfproj", "<Project xmlns=\"http://schemas.microsoft.com/developer/msbuild/2003\"><ItemGroup>" + items + "</ItemGroup></Project>");
        if (packages != null)
            Write("packages.config", "<packages>" + packages + "</packages>");
        return string.Join('\n', ProjectRules.Check(DeviceProject.Read(project), NanoPackages.Parse(Props)));
    }

    private string Write(string file, string text)
    {
        string path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
