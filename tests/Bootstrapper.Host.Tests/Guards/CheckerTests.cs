using Bootstrapper.DeviceCheck;
using Bootstrapper.DeviceCheck.Stubs;

namespace Bootstrapper.Host.Tests.Guards;

[TestClass]
public sealed class CheckerTests : IDisposable
{
    private const string Core = "<Reference Include=\"mscorlib\"><HintPath>$(CorePath)mscorlib.dll</HintPath></Reference>";
    private const string CorePackage =
        "<package id=\"nanoFramework.CoreLibrary\" version=\"1.2.3\" targetFramework=\"netnano1.0\" />";


    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [TestMethod]
    public void Run_ProjectsInOrder_BuildsEachAgainstWhatItRefersTo()
    {
        WriteLibrary("namespace Lib { public class A { public int N() { return 1; } } }");
        WriteUser();

        CheckedProject[] results = [.. Run()];

        // By name the user comes first.
        Assert.AreEqual("Lib App", string.Join(' ', results.Select(result => result.Project.AssemblyName)));
        Assert.AreEqual("", Findings(results));
    }

    [TestMethod]
    public void Run_Finding_NamesTheFileFromTheRootOn()
    {
        WriteLibrary("namespace Lib { public class A { public string N() { return \"a\".Replace('a', 'b'); } } }");

        string findings = Findings([.. Run()]);

        Assert.StartsWith(Path.Combine("lib", "A.cs") + "(1,65): error CS1061: ", findings);
    }

    [TestMethod]
    public void Run_ProjectThatDoesNotCompile_LeavesOutThoseThatNeedIt()
    {
        WriteLibrary("namespace Lib { public class A { public int N() { return x; } } }");
        WriteUser();

        CheckedProject[] results = [.. Run()];

        Assert.IsTrue(results[0].Build!.Image.IsEmpty);
        Assert.IsNull(results[1].Build);
        Assert.IsEmpty(results[1].Findings);
    }

    [TestMethod]
    public void Run_TwoTestProjects_BuildsTheFileThatOneLinksFromTheOther()
    {
        const string tests = "<AssemblyName>NFUnitTest</AssemblyName><IsTestProject>true</IsTestProject>";
        _repository.Write("a/A.cs", "class A { public static int N() { return 1; } }");
        _repository.Write("b/B.cs", "class B { int F() { return A.N(); } }");
        _repository.WriteProject("a/A.nfproj", "<Compile Include=\"A.cs\" />" + tests + Core, CorePackage);
        _repository.WriteProject(
            "b/B.nfproj",
            "<Compile Include=\"..\\a\\A.cs\"><Link>A.cs</Link></Compile><Compile Include=\"B.cs\" />" + tests + Core,
            CorePackage);

        CheckedProject[] results = [.. Run()];

        Assert.AreEqual("A B", string.Join(' ', results.Select(result => result.Project.Name)));
        Assert.AreEqual("", Findings(results));
        Assert.IsTrue(results.All(result => result.Build is { Image.IsEmpty: false }));
    }

    [TestMethod]
    public void Run_UnknownReference_IsFound()
    {
        _repository.Write("lib/A.cs", "class A { }");
        _repository.WriteProject(
            "lib/Lib.nfproj", "<Compile Include=\"A.cs\" /><Reference Include=\"System.Other\" />" + Core, CorePackage);

        Assert.Contains("no list of what is in System.Other", Findings([.. Run()]));
    }

    [TestMethod]
    public void Run_ReferenceToNoProject_IsFound()
    {
        WriteUser();

        Assert.Contains("refers to a project that does not exist", Findings([.. Run()]));
    }

    [TestMethod]
    public void Run_BoardThatListsNothing_BuildsWhatItShouldList()
    {
        _repository.Write("boards/Shared/Loop.cs", "public class Loop { public int N() { return \"\".IndexOf('x'); } }");
        _repository.Write("boards/B/Program.cs", "class Program { static void Main() { new Loop().N(); } }");
        _repository.WriteProject("boards/B/B.nfproj", Core + "<OutputType>Exe</OutputType>", CorePackage);

        CheckedProject result = Run().Single();

        Assert.IsFalse(result.Build!.Image.IsEmpty);
        Assert.IsTrue(result.Findings.All(finding => finding.Rule == "nano-project"));
    }

    [TestMethod]
    public void Run_ProgramWithoutMain_IsFound()
    {
        _repository.Write("app/A.cs", "class A { }");
        _repository.WriteProject(
            "app/App.nfproj", "<Compile Include=\"A.cs\" /><OutputType>Exe</OutputType>" + Core, CorePackage);

        Assert.Contains("CS5001", Findings([.. Run()]));
    }

    private void WriteLibrary(string source)
    {
        _repository.Write("lib/A.cs", source);
        _repository.WriteProject("lib/Lib.nfproj", "<Compile Include=\"A.cs\" />" + Core, CorePackage);
    }

    private void WriteUser()
    {
        _repository.Write("app/B.cs", "class B { int F() { return new Lib.A().N(); } }");
        _repository.WriteProject(
            "app/App.nfproj",
            "<Compile Include=\"B.cs\" /><ProjectReference Include=\"..\\lib\\Lib.nfproj\" />" + Core,
            CorePackage);
    }

    private IEnumerable<CheckedProject> Run() => new Checker(_repository.Root, StubLibrary.Default).Run();

    private static string Findings(CheckedProject[] results) => string.Join('\n', results.SelectMany(result => result.Findings));
}
