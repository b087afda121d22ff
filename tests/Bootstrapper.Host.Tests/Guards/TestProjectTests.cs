namespace Bootstrapper.Host.Tests.Guards;

[TestClass]
public class TestProjectTests
{
    private const string Project = "tests/Bootstrapper.Nano.Lwm2m.Tests/Bootstrapper.Nano.Lwm2m.Tests.nfproj";

    private static RepositoryCopy _copy = null!;

    [ClassInitialize]
    public static void MakeCopy(TestContext _) => _copy = new RepositoryCopy();

    [ClassCleanup]
    public static void DeleteCopy() => _copy.Dispose();

    [TestMethod]
    public void Check_ThisRepository_FindsNothing() =>
        Assert.AreEqual("", string.Join('\n', TestProjectRules.Check(Repository.Root)));

    [TestMethod]
    [DataRow(Project, "\"TestContainer\"", "\"Test\"", "lacks <ProjectCapability")]
    [DataRow(Project, ">NFUnitTest<", ">Tests<", "lacks <AssemblyName>NFUnitTest")]
    [DataRow(Project, "\\nano.runsettings<", "\\test.runsettings<", "lacks <RunSettingsFilePath>")]
    [DataRow(Project, "<None Include=\"nano.runsettings\" />", "", "lacks <None Include=\"nano.runsettings\" />")]
    [DataRow("tests/Bootstrapper.Nano.Tests/nano.runsettings", "120000", "1000", "run settings of the test projects differ")]
    public void Check_BrokenProject_IsFound(string file, string old, string changed, string problem) =>
        Assert.Contains(problem, _copy.Changed(TestProjectRules.Check, file, old, changed));
}
