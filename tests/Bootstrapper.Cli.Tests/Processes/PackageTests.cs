using System.Diagnostics;
using System.Runtime.CompilerServices;
using Bootstrapper.Cli.Tests.Inspection;
using Bootstrapper.Tests;
using Bootstrapper.Tests.Lwm2m;

namespace Bootstrapper.Cli.Tests.Processes;

/// <summary>The tool as it is delivered: packed, installed from a folder, and run.</summary>
[TestClass]
public sealed class PackageTests
{
#if DEBUG
    private const string BuildConfiguration = "Debug";
#else
    private const string BuildConfiguration = "Release";
#endif

    [TestMethod]
    public void Package_InstalledFromAFolder_Runs()
    {
        using TemporaryFolder folder = new();
        string packages = Path.Combine(folder.ToString(), "packages");
        string tools = Path.Combine(folder.ToString(), "tools");
        string image = folder.Add("image.bin", Hex.Bytes(Vectors.A));

        Dotnet(folder, "pack", Project(), "--no-build", "-c", BuildConfiguration, "-o", packages);
        string package = Path.GetFileNameWithoutExtension(Directory.GetFiles(packages, "*.nupkg").Single());
        string version = package["Bootstrapper.Simboot.".Length..];
        Dotnet(folder, "tool", "install", "Bootstrapper.Simboot", "--version", version, "--tool-path", tools, "--source", packages);
        ProcessResult result = SimbootProcess.RunProgram(new ProcessStartInfo(
            Path.Combine(tools, OperatingSystem.IsWindows() ? "simboot.exe" : "simboot"), ["check", image]));

        Assert.AreEqual("", result.Error);
        Assert.AreEqual("accepted\n", result.Text);
        Assert.AreEqual(0, result.Code);
    }

    // With a package cache of its own: that of the user may have another package of this version.
    private static void Dotnet(TemporaryFolder folder, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", arguments) { WorkingDirectory = folder.ToString() };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        if (arguments[0] == "tool")
            start.Environment["NUGET_PACKAGES"] = Path.Combine(folder.ToString(), "cache");
        ProcessResult result = SimbootProcess.RunProgram(start);
        Assert.AreEqual(0, result.Code, $"dotnet {string.Join(' ', arguments)}\n{result.Text}{result.Error}");
    }

    private static string Project([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../../tools/Cli/Cli.csproj"));
}
