using Bootstrapper.DeviceCheck.Projects;
using Bootstrapper.DeviceCheck.Rules;
using Bootstrapper.DeviceCheck.Stubs;
using Microsoft.CodeAnalysis;

namespace Bootstrapper.DeviceCheck;

/// <summary>Checks the device projects of a repository, the way the machine that has everything would build them.</summary>
internal sealed class Checker(string root, StubLibrary stubs)
{
    private readonly NanoPackages _packages = NanoPackages.Read(root);
    private readonly Dictionary<string, MetadataReference> _built = [];

    /// <summary>Checks every device project that has sources, each after those that it needs.</summary>
    public IEnumerable<CheckedProject> Run() =>
        DeviceProject.FindAll(root).Where(project => project.Sources().Count > 0).Select(Check);

    private CheckedProject Check(DeviceProject project)
    {
        List<Finding> findings = [.. ProjectRules.Check(project, _packages)];
        foreach (string name in project.References.Where(name => !stubs.Contains(name)))
            findings.Add(ProjectRules.Found(project, "tools/DeviceCheck/Api has no list of what is in " + name));
        foreach (string file in project.ProjectReferences.Where(file => !File.Exists(file)))
            findings.Add(ProjectRules.Found(project, "refers to a project that does not exist: " + file));

        // Every use of a project that does not compile would be an error; its own errors are enough.
        DeviceBuild? build = project.ProjectReferences.All(_built.ContainsKey) ? Build(project) : null;
        findings.AddRange(build?.Findings ?? []);
        return new CheckedProject(project, [.. findings.Select(Relative)], build);
    }

    private DeviceBuild Build(DeviceProject project)
    {
        DeviceBuild build = DeviceBuild.Run(
            project.AssemblyName,
            project.File,
            project.Sources().Select(file => KeyValuePair.Create(file, File.ReadAllText(file))),
            [
                .. project.References.Where(stubs.Contains).Select(stubs.Reference),
                .. project.ProjectReferences.Select(file => _built[file]),
            ],
            project.IsTestProject ? RuleOptions.Tests : RuleOptions.Firmware,
            project.IsProgram);
        if (!build.Image.IsEmpty)
            _built[project.File] = MetadataReference.CreateFromImage(build.Image, filePath: project.AssemblyName + ".dll");
        return build;
    }

    private Finding Relative(Finding finding) =>
        finding with { Location = finding.Location with { File = Path.GetRelativePath(root, finding.Location.File) } };
}
