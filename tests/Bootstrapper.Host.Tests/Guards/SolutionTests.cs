namespace Bootstrapper.Host.Tests.Guards;

[TestClass]
public class SolutionTests
{
    private const string Walter = "{EBDCD280-902E-4C69-BCBD-8345B3AFD893}";

    private static RepositoryCopy _copy = null!;

    [ClassInitialize]
    public static void MakeCopy(TestContext _) => _copy = new RepositoryCopy();

    [ClassCleanup]
    public static void DeleteCopy() => _copy.Dispose();

    [TestMethod]
    public void Check_ThisRepository_FindsNothing() =>
        Assert.AreEqual("", string.Join('\n', SolutionRules.Check(Repository.Root)));

    [TestMethod]
    [DataRow("\"boards\\Walter\\Walter.nfproj\"", "\"boards\\Walter\\Wolter.nfproj\"", "lacks boards\\Walter\\Walter.nfproj",
        DisplayName = "path that does not exist")]
    [DataRow("= \"Walter\", ", "= \"Wolter\", ", "boards\\Walter\\Walter.nfproj is called Wolter", DisplayName = "other name")]
    [DataRow("{11A8DD76-328B-46DF-9F39-F559912D0360}\") = \"Walter\"", "{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}\") = \"Walter\"",
        "which is not that of a .nfproj", DisplayName = "wrong project type")]
    [DataRow("{310AA598-F82A-6D7F-B304-FC64F1C5EC0C}", Walter, "used twice: " + Walter, DisplayName = "one GUID twice")]
    [DataRow(Walter, "{00000000-902E-4C69-BCBD-8345B3AFD893}", "in the solution and ebdcd280", DisplayName = "other GUID")]
    [DataRow("\t\t" + Walter + ".Release|Any CPU.Deploy.0 = Release|Any CPU\r\n", "", "configurations lacks " + Walter,
        DisplayName = "not deployed")]
    [DataRow("\t\t" + Walter + ".Release|Any CPU.Build.0 = Release|Any CPU\r\n", "", "configurations lacks " + Walter,
        DisplayName = "not built")]
    [DataRow("\t\t" + Walter + ".Release|Any CPU.Build.0 = ", "\t\t" + Walter + ".Release|x64.Build.0 = ",
        "configurations has " + Walter, DisplayName = "another platform")]
    [DataRow("\t\t" + Walter + " = {310AA598-F82A-6D7F-B304-FC64F1C5EC0C}\r\n", "", "Walter.nfproj is shown in ''",
        DisplayName = "in no folder")]
    [DataRow("= \"Host\", \"Host\"", "= \"Guest\", \"Guest\"", "Walter.Host.csproj is shown in 'boards\\Guest\\'",
        DisplayName = "in another folder")]
    public void Check_BrokenSolution_IsFound(string old, string changed, string problem) =>
        AssertFound(SolutionRules.File, old, changed, problem);

    [TestMethod]
    [DataRow("Bootstrapper.Host.slnf", "Walter.Host.csproj", "Wolter.Host.csproj", "Host.slnf lacks boards\\Host\\Walter")]
    [DataRow("Bootstrapper.Host.slnf", "boards\\\\Host\\\\Walter\\\\Walter.Host.csproj", "boards\\\\Walter\\\\Walter.nfproj",
        "Host.slnf has boards\\Walter\\Walter.nfproj")]
    [DataRow("Bootstrapper.Device.slnf", "Walter.nfproj", "Wolter.nfproj", "Device.slnf lacks boards\\Walter\\Walter.nfproj")]
    public void Check_BrokenFilter_IsFound(string filter, string old, string changed, string problem) =>
        AssertFound(filter, old, changed, problem);

    [TestMethod]
    [DataRow("ebdcd280", "00000000", "is {EBDCD280", DisplayName = "other GUID")]
    [DataRow("{11A8DD76-328B-46DF-9F39-F559912D0360};", "", "ProjectTypeGuids", DisplayName = "other types")]
    public void Check_BrokenProject_IsFound(string old, string changed, string problem) =>
        AssertFound("boards/Walter/Walter.nfproj", old, changed, problem);

    private static void AssertFound(string file, string old, string changed, string problem) =>
        Assert.Contains(problem, _copy.Changed(SolutionRules.Check, file, old, changed));
}
