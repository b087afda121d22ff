namespace Bootstrapper.Host.Tests.Guards;

[TestClass]
public class WorkflowTests
{
    private static RepositoryCopy _copy = null!;

    [ClassInitialize]
    public static void MakeCopy(TestContext _) => _copy = new RepositoryCopy();

    [ClassCleanup]
    public static void DeleteCopy() => _copy.Dispose();

    [TestMethod]
    public void Check_ThisRepository_FindsNothing() =>
        Assert.AreEqual("", string.Join('\n', WorkflowRules.Check(Repository.Root)));

    [TestMethod]
    [DataRow("nanobuild@v1", "nanobuild@main", "not pinned: nanoframework/nanobuild@main")]
    [DataRow("run: .ci/run", "run: dotnet test", "does not run .ci/run")]
    [DataRow("'tests\\Bootstrapper.Nano.Lwm2m.Tests'", "''", "does not test 'tests\\Bootstrapper.Nano.Lwm2m.Tests'")]
    [DataRow("Bootstrapper.Device.slnf -m", "Bootstrapper.Devices.slnf -m", "does not exist: Bootstrapper.Devices.slnf")]
    [DataRow("Bootstrapper.Nano.nuspec", "Bootstrapper.nuspec", "does not exist: src\\Bootstrapper.Nano\\Bootstrapper.nuspec")]
    public void Check_BrokenWorkflow_IsFound(string old, string changed, string problem) =>
        Assert.Contains(problem, _copy.Changed(WorkflowRules.Check, WorkflowRules.File, old, changed));
}
