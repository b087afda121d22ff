using Bootstrapper.DeviceCheck.Projects;

namespace Bootstrapper.Host.Tests.Guards;

/// <summary>A .NET twin is worth something only if it compiles what its .nfproj compiles: no file more or less.</summary>
internal static class TwinRules
{
    // Measures on a device alone; its sources are compiled as the device's, and its parts run in tests of their own.
    private const string Measuring = "tools/DeviceBenchmarks";

    public static IEnumerable<string> Check(string root)
    {
        (string Twin, string[] Projects)[] pairs =
        [
            ("src/Bootstrapper.Host/Bootstrapper.Host.csproj", ["src/Bootstrapper.Nano"]),
            ("tests/Bootstrapper.Nano.Tests.Host/Bootstrapper.Nano.Tests.Host.csproj",
                ["tests/Bootstrapper.Nano.Tests", "tests/Bootstrapper.Nano.Lwm2m.Tests"]),
            .. BoardRules.Boards(root)
                .Select(board => ($"boards/Host/{board}/{board}.Host.csproj", new[] { "boards/" + board })),
        ];
        IEnumerable<string> known = pairs.SelectMany(pair => pair.Projects).Append(Measuring);
        return pairs.SelectMany(pair => Compare(root, pair.Twin, pair.Projects))
            .Concat(DeviceProjects(root).Except(known).Select(folder => folder + " has no .NET twin"));
    }

    private static IEnumerable<string> Compare(string root, string twin, string[] projects)
    {
        string twinFile = Path.Combine(root, twin);
        string[] files = [.. projects.Select(project => Path.Combine(root, project, Path.GetFileName(project) + ".nfproj"))];
        foreach (string missing in files.Append(twinFile).Where(file => !File.Exists(file)))
            yield return Relative(root, missing) + " does not exist";
        if (!File.Exists(twinFile) || !files.All(File.Exists))
            yield break;

        string[] host = [.. Compiled(root, DeviceProject.Read(twinFile)).Distinct()];
        string[] device = [.. files.SelectMany(file => DeviceProject.Read(file).CompiledFiles()).Distinct()];
        if (host.Length == 0)
            yield return twin + " compiles nothing";
        foreach (string file in host.Except(device))
            yield return $"{twin} compiles {Relative(root, file)}, its .nfproj does not";
        foreach (string file in device.Except(host))
            yield return $"{twin} does not compile {Relative(root, file)}, its .nfproj does";
    }

    // What boards share is in assemblies of its own here. Their fakes, files of their own folder, are not the device's.
    private static IEnumerable<string> Compiled(string root, DeviceProject twin) => twin.CompiledFiles()
        .Where(file => !file.StartsWith(twin.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        .Concat(twin.ProjectReferences
            .Where(file => Relative(root, file).StartsWith("boards/", StringComparison.Ordinal))
            .Where(File.Exists)
            .SelectMany(file => Compiled(root, DeviceProject.Read(file))));

    private static IEnumerable<string> DeviceProjects(string root) =>
        Directory.EnumerateFiles(root, "*.nfproj", SearchOption.AllDirectories)
            .Select(file => Relative(root, Path.GetDirectoryName(file)!));

    private static string Relative(string root, string file) => Path.GetRelativePath(root, file).Replace('\\', '/');
}
