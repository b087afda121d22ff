using System.Text.Json;
using System.Text.RegularExpressions;
using Bootstrapper.DeviceCheck.Projects;

namespace Bootstrapper.Host.Tests.Guards;

[TestClass]
public partial class SolutionTests
{
    private static readonly string _solution = File.ReadAllText(Repository.At("Bootstrapper.Nano.sln"));

    [TestMethod]
    public void Solution_HasEveryProject() => AssertSame(ProjectFiles("*.*proj"), Projects().Select(project => project.Path));

    [TestMethod]
    public void Filter_HasEveryDotnetProject()
    {
        using JsonDocument filter = JsonDocument.Parse(File.ReadAllText(Repository.At("Bootstrapper.Host.slnf")));
        JsonElement projects = filter.RootElement.GetProperty("solution").GetProperty("projects");

        AssertSame(ProjectFiles("*.csproj"), projects.EnumerateArray().Select(project => project.GetString()!));
    }

    [TestMethod]
    [DataRow("ActiveCfg")]
    [DataRow("Build.0")]
    [DataRow("Deploy.0")]
    public void Solution_DeviceProjects_BuildAndDeployInEachConfiguration(string action)
    {
        foreach ((string path, string guid) in Projects()
            .Where(project => project.Path.EndsWith(".nfproj", StringComparison.Ordinal)))
        {
            Assert.Contains($"{guid}.Debug|Any CPU.{action} = Debug|Any CPU", _solution, path);
            Assert.Contains($"{guid}.Release|Any CPU.{action} = Release|Any CPU", _solution, path);
        }
    }

    [GeneratedRegex("""= "[^"]+", "(?<path>[^"]+proj)", "(?<guid>[^"]+)"\r?\n""")]
    private static partial Regex ProjectLine();

    private static IEnumerable<(string Path, string Guid)> Projects() =>
        ProjectLine().Matches(_solution).Select(match => (match.Groups["path"].Value, match.Groups["guid"].Value));

    private static IEnumerable<string> ProjectFiles(string pattern) => SourceFiles.Under(Repository.Root, pattern)
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('/', '\\'));

    private static void AssertSame(IEnumerable<string> expected, IEnumerable<string> actual) => Assert.AreEqual(
        string.Join('\n', expected.Order(StringComparer.Ordinal)), string.Join('\n', actual.Order(StringComparer.Ordinal)));
}
