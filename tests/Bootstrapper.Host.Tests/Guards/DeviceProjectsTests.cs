using Bootstrapper.DeviceCheck;
using Bootstrapper.DeviceCheck.Projects;
using Bootstrapper.DeviceCheck.Stubs;

namespace Bootstrapper.Host.Tests.Guards;

/// <summary>The repository's own device half.</summary>
[TestClass]
public class DeviceProjectsTests
{
    public static IEnumerable<object[]> Projects => new Checker(Repository.Root, StubLibrary.Default).Run()
        .Select(result => new object[] { result.Project.Name, string.Join('\n', result.Findings), result.Build != null });

    [TestMethod]
    [DynamicData(nameof(Projects))]
    public void Project_ChecksClean(string name, string findings, bool wasBuilt)
    {
        Assert.AreEqual("", findings, name);
        Assert.IsTrue(wasBuilt, name + " was not built");
    }

    [TestMethod]
    public void Projects_AreTheOnesWeKnow()
    {
        string[] found = [.. DeviceProject.FindAll(Repository.Root)
            .Select(project => Path.GetRelativePath(Repository.Root, project.File).Replace('\\', '/'))];

        Assert.Contains("src/Bootstrapper.Nano/Bootstrapper.Nano.nfproj", found);
        Assert.Contains("tests/Bootstrapper.Nano.Tests/Bootstrapper.Nano.Tests.nfproj", found);
        Assert.Contains("tests/Bootstrapper.Nano.Lwm2m.Tests/Bootstrapper.Nano.Lwm2m.Tests.nfproj", found);
        Assert.Contains("boards/LilyGoTSim7000G/LilyGoTSim7000G.nfproj", found);
        Assert.Contains("tools/DeviceBenchmarks/DeviceBenchmarks.nfproj", found);
    }

    [TestMethod]
    public void ApiLists_AreOfTheVersionsInUse()
    {
        Dictionary<string, string> versions = NanoPackages.Read(Repository.Root).Versions;
        foreach (ApiList list in ApiList.LoadAll())
        {
            string package = list.AssemblyName == "mscorlib" ? "nanoFramework.CoreLibrary" : list.AssemblyName;
            string? version = versions.GetValueOrDefault(package)
                ?? versions.GetValueOrDefault("nanoFramework." + list.AssemblyName);
            if (version != null)
                Assert.AreEqual(Surface(version), Surface(list.Version), list.AssemblyName);
        }
    }

    // The third number counts builds; what is public changes with the second.
    private static string Surface(string version) => string.Join('.', version.Split('.')[..2]);
}
