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
        XNamespace ns = root.Name.Namespace;
        Folder = Path.GetDirectoryName(file)!;
        string prefix = IsTwin ? "Nano" : "";
        string[] Items(string name) => [.. root.Descendants(ns + name).Select(item => (string?)item.Attribute("Include")).OfType<string>()];
        string? Property(string name) => root.Descendants(ns + name).LastOrDefault()?.Value;

        AssemblyName = Property("AssemblyName") ?? Path.GetFileNameWithoutExtension(file);
        IsTestProject = Property("IsTestProject") == "true";
        Compile = Items("Compile");
        References = [.. Items(prefix + "Reference").Select(reference => reference.Split(',')[0])];
        HintPaths = [.. root.Descendants(ns + "HintPath").Select(path => (((string)path.Parent!.Attribute("Include")!).Split(',')[0], path.Value))];
        ProjectReferences = [.. Items(prefix + "ProjectReference").Select(Resolve)];
    }

    /// <summary>Gets the project file's full path.</summary>
    public string File { get; }

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
    /// <remarks>So a file that nobody added to the .nfproj yet is checked all the same; that it is missing is told apart.</remarks>
    public IReadOnlyList<string> Sources()
    {
        IEnumerable<string> inFolder = IsTwin ? [] : SourceFiles.Under(Folder);
        return [.. CompiledFiles().Concat(inFolder).Where(System.IO.File.Exists).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Gets the full paths of what the Compile items name, wildcards resolved.</summary>
    public IReadOnlyList<string> CompiledFiles() => [.. Compile.SelectMany(pattern => SourceFiles.Matching(Resolve(pattern)))];

    /// <summary>Gets a file's path as a Compile item of the project names it.</summary>
    public string Include(string file) => Path.GetRelativePath(Folder, file).Replace('/', '\\');

    /// <summary>Reads a project, or gives null where the file is a .NET project that stands for no device sources.</summary>
    public static DeviceProject? Read(string file)
    {
        XElement root = XDocument.Load(file).Root!;
        bool isDevice = Path.GetExtension(file) == ".nfproj" || root.Descendants(root.Name.Namespace + "NanoReference").Any();
        return isDevice ? new DeviceProject(Path.GetFullPath(file), root) : null;
    }

    /// <summary>Finds the device projects of a repository, each after those that it refers to.</summary>
    public static IReadOnlyList<DeviceProject> FindAll(string root)
    {
        Dictionary<string, DeviceProject> found = SourceFiles.Under(root, "*.*proj")
            .Select(Read).OfType<DeviceProject>()
            .ToDictionary(project => project.File);
        List<DeviceProject> ordered = [];
        void Add(DeviceProject project)
        {
            foreach (string reference in project.ProjectReferences)
            {
                if (!found.TryGetValue(reference, out DeviceProject? needed))
                    throw new FormatException($"{project.File}: no such device project: {reference}");
                Add(needed);
            }

            if (!ordered.Contains(project))
                ordered.Add(project);
        }

        foreach (DeviceProject project in found.Values.OrderBy(project => project.File, StringComparer.Ordinal))
            Add(project);
        return ordered;
    }

    private string Resolve(string include) => Path.GetFullPath(Path.Combine(Folder, include.Replace('\\', '/')));
}
