using Bootstrapper.DeviceCheck.Projects;

namespace Bootstrapper.Host.Tests.Guards;

/// <summary>What nanoFramework's test runner wants of a project that it is to find tests in.</summary>
internal static class TestProjectRules
{
    private static readonly string[] _needed =
    [
        "<ProjectCapability Include=\"TestContainer\" />",
        "<OutputType>Library</OutputType>",
        "<AssemblyName>NFUnitTest</AssemblyName>",
        "<TestProjectType>UnitTest</TestProjectType>",
        @"<RunSettingsFilePath>$(MSBuildProjectDirectory)\nano.runsettings</RunSettingsFilePath>",
        "<Reference Include=\"nanoFramework.TestFramework\">",
        "<Reference Include=\"nanoFramework.UnitTestLauncher\">",
        "<None Include=\"nano.runsettings\" />",
    ];

    public static IEnumerable<string> Check(string root)
    {
        DeviceProject[] projects = [.. DeviceProject.FindAll(root).Where(project => project.IsTestProject)];
        foreach (DeviceProject project in projects)
        {
            string text = File.ReadAllText(project.File);
            foreach (string line in _needed.Where(line => !text.Contains(line, StringComparison.Ordinal)))
                yield return $"{project.Name} lacks {line}";
        }

        IEnumerable<string> settings = projects.Select(project => Path.Combine(project.Folder, "nano.runsettings"));
        if (settings.Select(File.ReadAllText).Distinct().Count() != 1)
            yield return "the run settings of the test projects differ";
    }
}
