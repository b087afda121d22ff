using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Bootstrapper.DeviceCheck.Projects;

namespace Bootstrapper.Host.Tests.Guards;

/// <summary>What the solution and its two filters must be like for Visual Studio and MSBuild to find everything.</summary>
internal static partial class SolutionRules
{
    public const string File = "Bootstrapper.Nano.sln";

    private const int DeepestFolder = 4;
    private const string Folder = "{2150E333-8FDC-42A3-9474-1A3956D46DE8}";

    // Visual Studio chooses the project system by these.
    private static readonly Dictionary<string, string> _types = new()
    {
        [".nfproj"] = "{11A8DD76-328B-46DF-9F39-F559912D0360}",
        [".csproj"] = "{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}",
    };

    public static IEnumerable<string> Check(string root)
    {
        string text = System.IO.File.ReadAllText(Path.Combine(root, File)).ReplaceLineEndings("\n");
        Entry[] entries = [.. ProjectLine().Matches(text).Select(match => new Entry(
            match.Groups["type"].Value, match.Groups["name"].Value, match.Groups["path"].Value, match.Groups["guid"].Value))];
        Entry[] projects = [.. entries.Where(entry => entry.Type != Folder)];
        return
        [
            .. Differences(File, ProjectFiles(root, "*.*proj"), projects.Select(project => project.Path)),
            .. entries.GroupBy(entry => entry.Guid).Where(same => same.Count() > 1).Select(same => "used twice: " + same.Key),
            .. projects.Where(project => System.IO.File.Exists(InFolder(root, project.Path)))
                .SelectMany(project => CheckProject(root, project)),
            .. Differences(
                "configurations", projects.SelectMany(Configurations), Lines(text, "ProjectConfigurationPlatforms")),
            .. CheckFolders(entries, Lines(text, "NestedProjects")),
            .. CheckFilter(root, "Bootstrapper.Host.slnf", "*.csproj"),
            .. CheckFilter(root, "Bootstrapper.Device.slnf", "*.nfproj"),
        ];
    }

    private static IEnumerable<string> CheckProject(string root, Entry project)
    {
        string extension = Path.GetExtension(project.Path);
        if (project.Type != _types[extension])
            yield return $"{project.Path} has the type {project.Type}, which is not that of a {extension}";
        if (project.Name != Path.GetFileNameWithoutExtension(InFolder(root, project.Path)))
            yield return $"{project.Path} is called {project.Name}";
        if (extension != ".nfproj")
            yield break;
        string? guid = Property(InFolder(root, project.Path), "ProjectGuid");
        if (!string.Equals($"{{{guid}}}", project.Guid, StringComparison.OrdinalIgnoreCase))
            yield return $"{project.Path} is {project.Guid} in the solution and {guid} by itself";
        if (Property(InFolder(root, project.Path), "ProjectTypeGuids") != string.Join(';', _types.Values))
            yield return $"{project.Path} has other ProjectTypeGuids";
    }

    // Solution folders show the projects where the disk has them.
    private static IEnumerable<string> CheckFolders(Entry[] entries, string[] nested)
    {
        ILookup<string, string> parents = nested.Select(line => line.Split(" = ")).ToLookup(pair => pair[0], pair => pair[1]);
        string Shown(string guid, int depth) => parents[guid].FirstOrDefault() is string parent && depth < DeepestFolder
            && entries.FirstOrDefault(candidate => candidate.Guid == parent) is Entry folder
                ? Shown(parent, depth + 1) + folder.Name + "\\"
                : "";

        foreach (Entry project in entries.Where(entry => entry.Type != Folder))
        {
            string shown = Shown(project.Guid, 0);
            if (project.Path != shown + string.Join('\\', project.Path.Split('\\')[^2..]))
                yield return $"{project.Path} is shown in '{shown}'";
        }
    }

    private static IEnumerable<string> Configurations(Entry project)
    {
        string[] actions = project.Type == _types[".nfproj"] ? ["ActiveCfg", "Build.0", "Deploy.0"] : ["ActiveCfg", "Build.0"];
        return
        [
            .. actions.Select(action => $"{project.Guid}.Debug|Any CPU.{action} = Debug|Any CPU"),
            .. actions.Select(action => $"{project.Guid}.Release|Any CPU.{action} = Release|Any CPU"),
        ];
    }

    private static IEnumerable<string> CheckFilter(string root, string filter, string pattern)
    {
        using JsonDocument document = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(root, filter)));
        JsonElement solution = document.RootElement.GetProperty("solution");
        string[] projects = [.. solution.GetProperty("projects").EnumerateArray().Select(project => project.GetString()!)];
        return
        [
            .. Differences(filter, [File], [solution.GetProperty("path").GetString()!]),
            .. Differences(filter, ProjectFiles(root, pattern), projects),
        ];
    }

    private static string[] Lines(string solution, string section) => Regex
        .Match(solution, $@"GlobalSection\({section}\).*\n((?:.*\n)*?)\tEndGlobalSection").Groups[1].Value
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IEnumerable<string> ProjectFiles(string root, string pattern) => SourceFiles.Under(root, pattern)
        .Select(file => Path.GetRelativePath(root, file).Replace('/', '\\'));

    private static IEnumerable<string> Differences(string where, IEnumerable<string> expected, IEnumerable<string> actual)
    {
        string[] there = [.. actual];
        return
        [
            .. expected.Except(there).Select(item => $"{where} lacks {item}"),
            .. there.Except(expected).Select(item => $"{where} has {item}"),
            .. there.CountBy(item => item).Where(item => item.Value > 1).Select(item => $"{where} has twice {item.Key}"),
        ];
    }

    private static string InFolder(string root, string path) => Path.Combine(root, path.Replace('\\', '/'));

    private static string? Property(string project, string name) =>
        XDocument.Load(project).Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value;

    [GeneratedRegex(
        """^Project\("(?<type>[^"]+)"\) = "(?<name>[^"]+)", "(?<path>[^"]+)", "(?<guid>[^"]+)"$""", RegexOptions.Multiline)]
    private static partial Regex ProjectLine();

    private sealed record Entry(string Type, string Name, string Path, string Guid);
}
