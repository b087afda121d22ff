using Bootstrapper.DeviceCheck.Projects;
using Bootstrapper.DeviceCheck.Rules;
using Bootstrapper.DeviceCheck.Stubs;
using Microsoft.CodeAnalysis;

namespace Bootstrapper.DeviceCheck;

/// <summary>Checks the device projects of a repository.</summary>
internal sealed class Checker(string root, StubLibrary stubs)
{
    private readonly Dictionary<string, MetadataReference> _built = [];

    /// <summary>Checks every device project, in the order in which they build.</summary>
    /// <returns>Each project with what its build gave; no build for one without sources.</returns>
    public IEnumerable<(DeviceProject Project, DeviceBuild Build)> Run()
    {
        foreach (DeviceProject project in DeviceProject.FindAll(root))
        {
            IReadOnlyList<string> files = project.Sources();
            if (files.Count == 0)
                continue;

            DeviceBuild build = DeviceBuild.Run(
                project.AssemblyName,
                files.Select(file => KeyValuePair.Create(Path.GetRelativePath(root, file), File.ReadAllText(file))),
                References(project),
                project.IsTestProject ? RuleOptions.Tests : RuleOptions.Firmware);
            if (!build.Image.IsEmpty)
                _built[project.File] = MetadataReference.CreateFromImage(build.Image, filePath: project.AssemblyName + ".dll");
            yield return (project, build);
        }
    }

    // A project whose build failed leaves its users without it: their errors say so, after its own.
    private IEnumerable<MetadataReference> References(DeviceProject project)
    {
        foreach (string name in project.References)
        {
            if (!stubs.Contains(name))
                throw new FormatException($"{Path.GetRelativePath(root, project.File)}: tools/DeviceCheck/Api has no list for {name}");
            yield return stubs.Reference(name);
        }

        foreach (string file in project.ProjectReferences)
        {
            if (_built.TryGetValue(file, out MetadataReference? reference))
                yield return reference;
        }
    }
}
