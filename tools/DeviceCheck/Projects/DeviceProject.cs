using System.Xml.Linq;

namespace Bootstrapper.DeviceCheck.Projects;

/// <summary>
/// Device sources that are compiled together: a .nfproj, or the .NET twin of sources that have none, where items named
/// Nano... say what a .nfproj would.
/// </summary>
internal sealed class DeviceProject
{
    private DeviceProject(string file, XElement root)
    {
        File = file;
        Folder = Path.GetDirectoryName(file)!;
        string prefix = IsTwin ? "Nano" : "";
        AssemblyName = Property(root, "AssemblyName") ?? Name;
        IsTestProject = Property(root, "IsTestProject") == "true";
        Compile = Items(root, "Compile");
        References = [.. Items(root, prefix + "Reference").Select(reference => reference.Split(',')[0])];
        HintPaths = [.. root.Descendants(root.Name.Namespace + "HintPath")
            .Select(path => (((string)path.Parent!.Attribute("Include")!).Split(',')[0], path.Value))];
        ProjectReferences = [.. Items(root, prefix + "ProjectReference").Select(Resolve)];
    }

    /// <summary>Gets the project file's full path.</summary>
    public string File { get; }

    /// <summary>Gets the project's name. Unlike the assembly's no other has it: every test assembly is an NFUnitTest.</summary>
    public string Name => Path.GetFileNameWithoutExtension(File);

    public string Folder { get; }

    /// <summary>Gets whether the file is a .NET project that stands for device sources without a .nfproj.</summary>
    public bool IsTwin => Path.GetExtension(File) != ".nfproj";

    public string AssemblyName { get; }

    public bool IsTestProject { get; }

    /// <summary>Gets the Compile items as the file has them.</summary>
    public IReadOnlyList<string> Compile { get; }

    /// <summary>Gets the names of the device assemblies that the project refers to.</summary>
    public IReadOnlyList<string> References { get; }

    /// <summary>Gets the hint path of each reference, unevaluated.</summary>
    public IReadOnlyList<(string Reference, string Path)> HintPaths { get; }

    /// <summary>Gets the full paths of the device projects that the project refers to.</summary>
    public IReadOnlyList<string> ProjectReferences { get; }

    /// <summary>Gets the sources: what the Compile items name, and for a .nfproj every source in its folder besides.</summary>
    /// <remarks>So a file that the .nfproj does not list yet is checked all the same; that it is missing is told apart.</remarks>
    public IReadOnlyList<string> Sources()
    {
        IEnumerable<string> inFolder = IsTwin ? [] : SourceFiles.Under(Folder);
        return [.. CompiledFiles().Concat(inFolder).Where(System.IO.File.Exists).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Gets the full paths of what the Compile items name, wildcards resolved.</summary>
    public IReadOnlyList<string> CompiledFiles() => [.. Compile.SelectMany(pattern => SourceFiles.Matching(Resolve(pattern)))];

    /// <summary>Gets a file's path as a Compile item of the project names it.</summary>
    public string Include(string file) => Path.GetRelativePath(Folder, file).Replace('/', '\\');

    /// <summary>Reads a project file.</summary>
    public static DeviceProject Read(string file) => new(Path.GetFullPath(file), XDocument.Load(file).Root!);

    /// <summary>Finds the device projects of a repository, each after those that it refers to.</summary>
    public static IReadOnlyList<DeviceProject> FindAll(string root)
    {
        Dictionary<string, DeviceProject> found = SourceFiles.Under(root, "*.*proj")
            .Select(Read)
            .Where(project => !project.IsTwin || project.References.Count > 0)
            .ToDictionary(project => project.File);
        List<DeviceProject> ordered = [];
        void Add(DeviceProject project)
        {
            foreach (string reference in project.ProjectReferences.Where(found.ContainsKey))
                Add(found[reference]);
            if (!ordered.Contains(project))
                ordered.Add(project);
        }

        foreach (DeviceProject project in found.Values.OrderBy(project => project.File, StringComparer.Ordinal))
            Add(project);
        return ordered;
    }

    private static string[] Items(XElement root, string name) => [.. root.Descendants(root.Name.Namespace + name)
        .Select(item => (string?)item.Attribute("Include"))
        .OfType<string>()];

    private static string? Property(XElement root, string name) =>
        root.Descendants(root.Name.Namespace + name).LastOrDefault()?.Value;

    private string Resolve(string include) => Path.GetFullPath(Path.Combine(Folder, include.Replace('\\', '/')));
}
