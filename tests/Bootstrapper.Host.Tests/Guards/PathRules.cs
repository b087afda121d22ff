using System.Xml.Linq;
using Bootstrapper.DeviceCheck.Projects;

namespace Bootstrapper.Host.Tests.Guards;

/// <summary>Every file that a project file names exists, in the case that it names it in.</summary>
internal static class PathRules
{
    private static readonly string[] _items = ["Compile", "None", "EmbeddedResource", "ProjectReference"];

    public static IEnumerable<string> Check(string root)
    {
        HashSet<string> files = [.. SourceFiles.Under(root, "*")];
        return new[] { "*.*proj", "*.props", "*.targets" }
            .SelectMany(pattern => SourceFiles.Under(root, pattern))
            .SelectMany(file => Named(file)
                .Where(path => !Exists(files, Path.Combine(Path.GetDirectoryName(file)!, path.Replace('\\', '/'))))
                .Select(path => $"{Path.GetRelativePath(root, file).Replace('\\', '/')} names {path}, which does not exist"));
    }

    private static IEnumerable<string> Named(string file)
    {
        XElement[] elements = [.. XDocument.Load(file).Descendants()];
        return elements.Where(element => _items.Contains(element.Name.LocalName))
            .SelectMany(element => ((string?)element.Attribute("Include") ?? "").Split(';'))
            .Concat(elements.Where(element => element.Name.LocalName == "Import")
                .Select(import => (string)import.Attribute("Project")!))
            .Concat(elements.Where(element => element.Name.LocalName == "RunSettingsFilePath")
                .Select(element => element.Value.Replace(@"$(MSBuildProjectDirectory)\", "")))
            .Where(path => path.Length > 0 && !path.Contains("$(", StringComparison.Ordinal));
    }

    // A wildcard needs its folder only: there may be no fakes.
    private static bool Exists(HashSet<string> files, string path) => path.Contains('*', StringComparison.Ordinal)
        ? files.Any(file => file.StartsWith(Path.GetFullPath(path[..path.IndexOf('*')]), StringComparison.Ordinal))
        : files.Contains(Path.GetFullPath(path));
}
