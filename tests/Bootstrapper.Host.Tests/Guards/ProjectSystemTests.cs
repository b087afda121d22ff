using System.Diagnostics;
using Bootstrapper.DeviceCheck.Projects;

namespace Bootstrapper.Host.Tests.Guards;

/// <summary>What the device half says on a machine that cannot build it.</summary>
[TestClass]
public class ProjectSystemTests
{
    [TestMethod]
    public async Task Build_WithoutProjectSystem_IsOneLineAProjectThatSaysWhatToInstall()
    {
        string[] projects = [.. SourceFiles.Under(Repository.Root, "*.nfproj")];

        (int exitCode, string[] lines) = await BuildAsync(projects);

        Assert.AreEqual(1, exitCode);
        Assert.HasCount(projects.Length, lines);
        foreach (string project in projects)
        {
            string start = Path.GetFileName(project) + " : error NANO: ";
            string line = lines.Single(line => line.StartsWith(start, StringComparison.Ordinal));
            Assert.Contains("install the extension '.NET nanoFramework' of Visual Studio", line);
            Assert.Contains("'dotnet build Bootstrapper.Host.slnf'", line);
        }
    }

    // One process for all, in which each fails by itself.
    private static async Task<(int ExitCode, string[] Lines)> BuildAsync(string[] projects)
    {
        using var folder = new TemporaryRepository();
        string traversal = folder.Write("traversal.proj", $"""
            <Project>
              <Target Name="Build">
                <MSBuild Projects="{string.Join(';', projects)}" ContinueOnError="ErrorAndContinue" />
              </Target>
            </Project>
            """);

        // Where there is a project system it is not to be found.
        string[] arguments = ["msbuild", traversal, "-nologo", "-m:1", "-p:NanoFrameworkProjectSystemPath=nowhere/"];
        string dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(dotnet, arguments) { RedirectStandardOutput = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
