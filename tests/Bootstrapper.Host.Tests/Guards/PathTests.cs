namespace Bootstrapper.Host.Tests.Guards;

[TestClass]
public class PathTests
{
    private static RepositoryCopy _copy = null!;

    [ClassInitialize]
    public static void MakeCopy(TestContext _) => _copy = new RepositoryCopy();

    [ClassCleanup]
    public static void DeleteCopy() => _copy.Dispose();

    [TestMethod]
    public void Check_ThisRepository_FindsNothing() => Assert.AreEqual("", string.Join('\n', PathRules.Check(Repository.Root)));

    [TestMethod]
    [DataRow("boards/Walter/Walter.nfproj", "..\\..\\nfproj.props", "..\\nfproj.props", DisplayName = "import")]
    [DataRow("boards/Walter/Walter.nfproj", "packages.config", "Packages.config", DisplayName = "item, other case")]
    [DataRow("boards/Walter/Walter.nfproj", "..\\..\\src\\Bootstrapper.Nano\\", "..\\src\\Bootstrapper.Nano\\",
        DisplayName = "project")]
    [DataRow("boards/Host/Walter/Walter.Host.csproj", "../../Walter/**", "../../Wolter/**", DisplayName = "wildcard")]
    [DataRow("tests/Bootstrapper.Nano.Tests/Bootstrapper.Nano.Tests.nfproj", "nano.runsettings</", "test.runsettings</",
        DisplayName = "run settings")]
    public void Check_PathToNothing_IsFound(string file, string old, string changed)
    {
        string problems = _copy.Changed(PathRules.Check, file, old, changed);

        Assert.StartsWith($"{file} names {changed.Trim('<', '/', '*')}", problems);
    }
}
