using System.Xml.Linq;

namespace Bootstrapper.DeviceCheck.Projects;

/// <summary>
/// Rules about a .nfproj and its packages.config: what would else only show on a machine that has the project system.
/// </summary>
internal static class ProjectRules
{
    private const string Rule = "nano-project";

    public static IEnumerable<Finding> Check(DeviceProject project, NanoPackages packages) =>
        CheckCompile(project).Concat(CheckPackages(project, packages));

    public static Finding Found(DeviceProject project, string text) => Found(project.File, text);

    private static IEnumerable<Finding> CheckCompile(DeviceProject project)
    {
        IReadOnlyList<string> compiled = project.CompiledFiles();
        foreach (string file in compiled.Where(file => !File.Exists(file)))
            yield return Found(project, "compiles a file that does not exist: " + project.Include(file));
        foreach (string file in project.RequiredFiles().Except(compiled))
        {
            yield return Found(
                project, $"lacks {project.CompileItem(file)}; 'dotnet run --project tools/DeviceCheck -- . --update' adds it");
        }

        foreach (string include in project.Compile.Except(project.CompileWithLink))
        {
            if (include.StartsWith("..", StringComparison.Ordinal))
                yield return Found(project, "a file outside the folder needs a Link: " + include);
        }

        foreach ((string include, int count) in project.Compile.CountBy(include => include))
        {
            if (count > 1)
                yield return Found(project, "compiles twice: " + include);
        }

        foreach (string include in project.Compile.Where(include => include.Contains('*', StringComparison.Ordinal)))
            yield return Found(project, "the project system expands no wildcards in Visual Studio: " + include);
    }

    private static IEnumerable<Finding> CheckPackages(DeviceProject project, NanoPackages packages)
    {
        foreach (string reference in project.References.Except(project.HintPaths.Select(hint => hint.Reference)))
            yield return Found(project, "has no hint path for " + reference);

        HashSet<string> used = [];
        foreach ((string reference, string hintPath) in project.HintPaths)
        {
            if (packages.PackageOf(hintPath) is not string package)
                yield return Found(project, $"the hint path of {reference} goes through no property of nfproj.props: {hintPath}");
            else if (Path.GetFileNameWithoutExtension(hintPath.Split(')')[^1]) != reference)
                yield return Found(project, $"the hint path of {reference} points to another assembly: {hintPath}");
            else
                used.Add(package);
        }

        string config = Path.Combine(project.Folder, "packages.config");
        if (!File.Exists(config))
        {
            yield return Found(project, "has no packages.config");
            yield break;
        }

        HashSet<string> listed = [];
        foreach (XElement element in XDocument.Load(config).Root!.Elements("package"))
        {
            string id = (string)element.Attribute("id")!;
            string version = (string)element.Attribute("version")!;
            listed.Add(id);
            if (!packages.Versions.TryGetValue(id, out string? wanted))
                yield return Found(config, $"nfproj.props has no package {id}");
            else if (wanted != version)
                yield return Found(config, $"{id} is {version} here and {wanted} in nfproj.props");
            if ((string?)element.Attribute("targetFramework") != "netnano1.0")
                yield return Found(config, $"{id} needs targetFramework=\"netnano1.0\"");
        }

        foreach (string id in used.Except(listed).Order(StringComparer.Ordinal))
            yield return Found(config, $"lacks {id}, which the .nfproj refers to");
        foreach (string id in listed.Except(used).Order(StringComparer.Ordinal))
            yield return Found(config, $"has {id}, to which the .nfproj does not refer");
    }

    private static Finding Found(string file, string text) => new(new SourceLocation(file), Rule, text);
}
