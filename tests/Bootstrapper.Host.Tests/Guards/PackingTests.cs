namespace Bootstrapper.Host.Tests.Guards;

[TestClass]
public class PackingTests
{
    private const string Nuspec = "src/Bootstrapper.Nano/Bootstrapper.Nano.nuspec";

    private static RepositoryCopy _copy = null!;

    [ClassInitialize]
    public static void MakeCopy(TestContext _) => _copy = new RepositoryCopy();

    [ClassCleanup]
    public static void DeleteCopy() => _copy.Dispose();

    [TestMethod]
    public void Check_ThisRepository_FindsNothing() =>
        Assert.AreEqual("", string.Join('\n', PackingRules.Check(Repository.Root)));

    [TestMethod]
    [DataRow(Nuspec, "<id>Bootstrapper.Nano", "<id>Bootstrapper", "id: 'Bootstrapper' should be 'Bootstrapper.Nano'")]
    [DataRow(Nuspec, "<version>0.1.0", "<version>0.2.0", "src/Bootstrapper.Nano/Properties/AssemblyInfo.cs has 0.1.0.0")]
    [DataRow("boards/Walter/Properties/AssemblyInfo.cs", "AssemblyFileVersion(\"0.1.0.0", "AssemblyFileVersion(\"0.1.1.0",
        "boards/Walter/Properties/AssemblyInfo.cs has 0.1.1.0")]
    [DataRow(Nuspec, "version=\"1.3.42\"", "version=\"1.3.41\"", "dependencies: ")]
    [DataRow(Nuspec, "<dependency id=\"nanoFramework.System.Text\" version=\"1.3.42\" />", "", "dependencies: ")]
    [DataRow(Nuspec, "<file src=\"bin\\Release\\Bootstrapper.Nano.pdbx\" target=\"lib\\Bootstrapper.Nano.pdbx\" />", "", "lib: ")]
    [DataRow(Nuspec, "src=\"bin\\Release\\Bootstrapper.Nano.pe\"", "src=\"bin\\Debug\\Bootstrapper.Nano.pe\"", "lib: ")]
    [DataRow(Nuspec, "..\\..\\README.md", "..\\README.md", "packs a file that does not exist: ../README.md")]
    [DataRow(Nuspec, "<readme>docs\\", "<readme>", "does not pack its readme")]
    public void Check_BrokenFile_IsFound(string file, string old, string changed, string problem) =>
        Assert.Contains(problem, _copy.Changed(PackingRules.Check, file, old, changed));
}
