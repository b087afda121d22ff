using Bootstrapper.DeviceCheck.Projects;

namespace Bootstrapper.Host.Tests.Guards;

/// <summary>A copy of what says how this repository is built, in which rules see one thing broken at a time.</summary>
internal sealed class RepositoryCopy : IDisposable
{
    // What rules about project files look into; of everything else its name is enough.
    private static readonly string[] _read =
    [
        ".nfproj", ".csproj", ".props", ".targets", ".sln", ".slnf", ".config", ".nuspec", ".runsettings", ".yml", "README.md",
        "AssemblyInfo.cs", "Board.cs", "Program.cs",
    ];

    private readonly TemporaryRepository _copy = new();

    public RepositoryCopy()
    {
        foreach (string file in SourceFiles.Under(Repository.Root, "*"))
        {
            bool isRead = _read.Any(end => file.EndsWith(end, StringComparison.Ordinal));
            _copy.Write(Path.GetRelativePath(Repository.Root, file), isRead ? File.ReadAllText(file) : "");
        }
    }

    public string Root => _copy.Root;

    public void Dispose() => _copy.Dispose();

    /// <summary>Gets what rules find while a file has other text in place of some that it has to have.</summary>
    public string Changed(Func<string, IEnumerable<string>> rules, string file, string old, string changed)
    {
        string text = File.ReadAllText(Path.Combine(Root, file));
        Assert.Contains(old, text, file);
        return Broken(rules, file, text.Replace(old, changed, StringComparison.Ordinal));
    }

    /// <summary>Gets what rules find while a file is gone.</summary>
    public string Without(Func<string, IEnumerable<string>> rules, string file) => Broken(rules, file, null);

    /// <summary>Gets what rules find while a file has this text, or does not exist.</summary>
    public string Broken(Func<string, IEnumerable<string>> rules, string file, string? text)
    {
        string path = Path.Combine(Root, file);
        string? before = File.Exists(path) ? File.ReadAllText(path) : null;
        try
        {
            Put(text);
            return string.Join('\n', rules(Root));
        }
        finally
        {
            Put(before);
        }

        void Put(string? content)
        {
            if (content != null)
                _copy.Write(file, content);
            else
                File.Delete(path);
        }
    }
}
