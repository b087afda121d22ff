using System.Text.RegularExpressions;
using System.Xml.Linq;
using Bootstrapper.DeviceCheck.Projects;

namespace Bootstrapper.Host.Tests.Guards;

/// <summary>The packed library, and one version for everything that goes on a device.</summary>
internal static partial class PackingRules
{
    private const string Library = "src/Bootstrapper.Nano/";

    public static IEnumerable<string> Check(string root)
    {
        XElement nuspec = Load(root, Library + "Bootstrapper.Nano.nuspec");
        var project = DeviceProject.Read(Path.Combine(root, Library, "Bootstrapper.Nano.nfproj"));
        string version = Value(nuspec, "version") + ".0";
        return
        [
            .. Differ("id", project.AssemblyName, Value(nuspec, "id")),
            .. AssemblyVersions(root).Where(found => found.Version != version)
                .Select(found => $"{found.File} has {found.Version}, the package {version}"),
            .. Differ(
                "dependencies",
                Dependencies(Load(root, Library + "packages.config"), "package"),
                Dependencies(nuspec, "dependency")),
            .. Differ("lib", string.Join(' ', Built(project.AssemblyName)), string.Join(' ', Files(nuspec, "lib"))),
            .. nuspec.Descendants().Where(element => element.Name.LocalName == "file")
                .Select(file => ((string)file.Attribute("src")!).Replace('\\', '/'))
                .Where(file => !file.StartsWith("bin/", StringComparison.Ordinal))
                .Where(file => !File.Exists(Path.Combine(root, Library, file)))
                .Select(file => "packs a file that does not exist: " + file),
            .. Files(nuspec, "docs").Any(file => file.EndsWith("->" + Value(nuspec, "readme"), StringComparison.Ordinal))
                ? (string[])[] : ["does not pack its readme"],
        ];
    }

    // What the project system leaves beside the assembly; the debugger needs .pdbx, the device .pe.
    private static IEnumerable<string> Built(string name) => new[] { "dll", "pdb", "pdbx", "pe", "xml" }
        .Select(extension => $@"bin\Release\{name}.{extension}->lib\{name}.{extension}");

    private static IEnumerable<string> Files(XElement nuspec, string folder) => nuspec.Descendants()
        .Where(element => element.Name.LocalName == "file")
        .Select(file => (Source: (string)file.Attribute("src")!, Target: (string)file.Attribute("target")!))
        .Where(file => file.Target.StartsWith(folder + "\\", StringComparison.Ordinal))
        .Select(file => $"{file.Source}->{file.Target}" + (file.Target.EndsWith('\\') ? file.Source.Split('\\')[^1] : ""));

    private static string Dependencies(XElement root, string element) => string.Join(' ', root.Descendants()
        .Where(item => item.Name.LocalName == element && (string?)item.Attribute("developmentDependency") != "true")
        .Select(item => (string)item.Attribute("id")! + " " + (string)item.Attribute("version")!)
        .Order(StringComparer.Ordinal));

    private static IEnumerable<(string File, string Version)> AssemblyVersions(string root) => SourceFiles
        .Under(root, "AssemblyInfo.cs")
        .SelectMany(file => Version().Matches(File.ReadAllText(file))
            .Select(match => (Path.GetRelativePath(root, file).Replace('\\', '/'), match.Groups[1].Value)));

    private static IEnumerable<string> Differ(string what, string expected, string? actual) =>
        expected == actual ? [] : [$"{what}: '{actual}' should be '{expected}'"];

    private static string? Value(XElement root, string name) =>
        root.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value;

    private static XElement Load(string root, string file) => XDocument.Load(Path.Combine(root, file)).Root!;

    [GeneratedRegex("""Assembly(?:File)?Version\("([^"]*)"\)""")]
    private static partial Regex Version();
}
