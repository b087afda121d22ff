namespace Bootstrapper.DeviceCheck.Projects;

/// <summary>Finds files the way project files do.</summary>
internal static class SourceFiles
{
    private static readonly string[] _notSources = ["bin", "obj", "packages", ".git", ".vs", "TestResults"];

    /// <summary>Gets the files under a folder, what builds leave there excluded.</summary>
    public static IEnumerable<string> Under(string folder, string pattern = "*.cs")
    {
        if (!Directory.Exists(folder))
            return [];
        IEnumerable<string> deeper = Directory.EnumerateDirectories(folder)
            .Where(child => !_notSources.Contains(Path.GetFileName(child)))
            .SelectMany(child => Under(child, pattern));
        return Directory.EnumerateFiles(folder, pattern).Concat(deeper);
    }

    /// <summary>Gets the files that a full path stands for, whose last parts may be <c>**/*.cs</c> or <c>*.cs</c>.</summary>
    public static IEnumerable<string> Matching(string path)
    {
        string pattern = Path.GetFileName(path);
        string folder = Path.GetDirectoryName(path)!;
        if (!pattern.Contains('*', StringComparison.Ordinal))
            return [path];
        return Path.GetFileName(folder) == "**" ? Under(Path.GetDirectoryName(folder)!, pattern)
            : Directory.Exists(folder) ? Directory.EnumerateFiles(folder, pattern)
            : [];
    }
}
