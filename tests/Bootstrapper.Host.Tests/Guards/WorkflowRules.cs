using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Bootstrapper.Host.Tests.Guards;

/// <summary>What can be said of the workflow without running it.</summary>
internal static partial class WorkflowRules
{
    public const string File = ".github/workflows/build.yml";

    public static IEnumerable<string> Check(string root)
    {
        using var reader = new StreamReader(Path.Combine(root, File));
        var yaml = new YamlStream();
        yaml.Load(reader);
        var jobs = (YamlMappingNode)yaml.Documents.Single().RootNode["jobs"];
        string[] commands = [.. Steps(jobs, "run")];
        string[] tests = [.. Directory.EnumerateDirectories(Path.Combine(root, "tests"))
            .Where(folder => System.IO.File.Exists(Path.Combine(folder, "nano.runsettings")))
            .Select(folder => "'tests\\" + Path.GetFileName(folder) + "'")];
        return
        [
            .. Steps(jobs, "uses").Where(action => !PinnedAction().IsMatch(action)).Select(action => "not pinned: " + action),
            .. commands.Contains(".ci/run") ? (string[])[] : ["does not run .ci/run"],
            .. tests.Where(test => !commands.Any(command => command.Contains(test))).Select(test => "does not test " + test),
            .. commands.SelectMany(command => NamedFile().Matches(command)).Select(match => match.Value)
                .Where(path => !Path.Exists(Path.Combine(root, path.Replace('\\', '/'))))
                .Select(path => "names what does not exist: " + path),
        ];
    }

    private static IEnumerable<string> Steps(YamlMappingNode jobs, string key) => jobs.Children.Values
        .SelectMany(job => (YamlSequenceNode)job["steps"])
        .OfType<YamlMappingNode>()
        .Where(step => step.Children.ContainsKey(key))
        .Select(step => ((YamlScalarNode)step[key]).Value!);

    [GeneratedRegex(@"^[\w-]+/[\w-]+@v\d+(\.\d+)*$")]
    private static partial Regex PinnedAction();

    [GeneratedRegex(@"\b((src|tests|boards)\\[\w.\\]+|Bootstrapper\.\w+\.slnf)")]
    private static partial Regex NamedFile();
}
