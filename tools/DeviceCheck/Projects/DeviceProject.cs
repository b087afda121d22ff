using System.Xml.Linq;

namespace Bootstrapper.DeviceCheck.Projects;

/// <summary>Device sources that are compiled together: a .nfproj. Its .NET twin is read the same way, to be compared.</summary>
internal sealed class DeviceProject
{
    // A .nfproj in a folder of boards is the program of a board, which has what boards share in its own assembly.
    private const string BoardsFolder = "boards";
    private const string SharedFolder = "Shared";
    private const string Esp32Folder = "Esp32";
    private const string Esp32Assembly = "nanoFramework.Hardware.Esp32";

    private DeviceProject(string file, XElement root)
    {
        File = file;
        Folder = Path.GetDirectoryName(file)!;
        AssemblyName = Property(root, "AssemblyName") ?? Name;
        IsTestProject = Property(root, "IsTestProject") == "true";
        IsProgram = Property(root, "OutputType") == "Exe";
        Compile = Items(root, "Compile");
        CompileWithLink = [.. root.Descendants(root.Name.Namespace + "Compile")
            .Where(item => item.Attribute("Link") != null || item.Element(item.Name.Namespace + "Link") != null)
            .Select(item => (string?)item.Attribute("Include"))
            .OfType<string>()];
        References = [.. Items(root, "Reference").Select(reference => reference.Split(',')[0])];
        HintPaths = [.. root.Descendants(root.Name.Namespace + "HintPath")
            .Select(path => (((string)path.Parent!.Attribute("Include")!).Split(',')[0], path.Value))];
        ProjectReferences = [.. Items(root, "ProjectReference").Select(Resolve)];
    }

    /// <summary>Gets the project file's full path.</summary>
    public string File { get; }

    /// <summary>Gets the project's name. Unlike the assembly's no other has it: every test assembly is an NFUnitTest.</summary>
    public string Name => Path.GetFileNameWithoutExtension(File);

    public string Folder { get; }

    public string AssemblyName { get; }

    public bool IsTestProject { get; }

    /// <summary>Gets whether it is a program, with a <c>Main</c>, and no library.</summary>
    public bool IsProgram { get; }

    /// <summary>Gets the Compile items as the file has them.</summary>
    public IReadOnlyList<string> Compile { get; }

    /// <summary>Gets those Compile items that say where the project shows them.</summary>
    public IReadOnlyList<string> CompileWithLink { get; }

    /// <summary>Gets the names of the device assemblies that the project refers to.</summary>
    public IReadOnlyList<string> References { get; }

    /// <summary>Gets the hint path of each reference, unevaluated.</summary>
    public IReadOnlyList<(string Reference, string Path)> HintPaths { get; }

    /// <summary>Gets the full paths of the device projects that the project refers to.</summary>
    public IReadOnlyList<string> ProjectReferences { get; }

    /// <summary>Gets the folders outside its own of which a project compiles every source: those that boards share.</summary>
    public IReadOnlyList<string> LinkedFolders()
    {
        string boards = Path.GetDirectoryName(Folder)!;
        if (Path.GetFileName(boards) != BoardsFolder)
            return [];
        string shared = Path.Combine(boards, SharedFolder);
        return References.Contains(Esp32Assembly) ? [Path.Combine(boards, Esp32Folder), shared] : [shared];
    }

    /// <summary>Gets the full paths of the sources that the project has to list: its folder's, and those it links.</summary>
    public IReadOnlyList<string> RequiredFiles() =>
        [.. LinkedFolders().Append(Folder).SelectMany(folder => SourceFiles.Under(folder)).Order(StringComparer.Ordinal)];

    /// <summary>Gets the sources: what the Compile items name, and what they should.</summary>
    /// <remarks>So a file that the .nfproj does not list yet is checked all the same; that it is missing is told apart.</remarks>
    public IReadOnlyList<string> Sources() =>
        [.. CompiledFiles().Concat(RequiredFiles()).Where(System.IO.File.Exists).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Gets the full paths of what the Compile items name, wildcards resolved.</summary>
    public IReadOnlyList<string> CompiledFiles() => [.. Compile.SelectMany(pattern => SourceFiles.Matching(Resolve(pattern)))];

    /// <summary>Gets a file's path as a Compile item of the project names it.</summary>
    public string Include(string file) => Path.GetRelativePath(Folder, file).Replace('/', '\\');

    /// <summary>Gets a Compile item for a file. One of another folder is shown in a folder of that name.</summary>
    public string CompileItem(string file)
    {
        string include = Include(file);
        return include.StartsWith(@"..\", StringComparison.Ordinal)
            ? $"<Compile Include=\"{include}\" Link=\"{include[3..]}\" />"
            : $"<Compile Include=\"{include}\" />";
    }

    /// <summary>Reads a project file.</summary>
    public static DeviceProject Read(string file) => new(Path.GetFullPath(file), XDocument.Load(file).Root!);

    /// <summary>Finds the device projects of a repository, each after those that it refers to.</summary>
    public static IReadOnlyList<DeviceProject> FindAll(string root)
    {
        var found = SourceFiles.Under(root, "*.nfproj").Select(Read).ToDictionary(project => project.File);
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
