using System.Text.RegularExpressions;

namespace Bootstrapper.DeviceCheck.Projects;

/// <summary>Keeps the list of a .nfproj's own sources; the project system knows no wildcards.</summary>
internal static partial class ProjectUpdate
{
    /// <summary>Gets a project file's text with exactly these sources of its own; what it links from elsewhere stays.</summary>
    public static string WithSources(string text, IEnumerable<string> includes)
    {
        MatchCollection own = OwnSource().Matches(text);
        if (own.Count == 0)
            throw new FormatException("no <Compile Include=\"...\" /> to put the others beside");
        IEnumerable<string> lines = includes
            .Order(StringComparer.Ordinal)
            .Select(include => $"    <Compile Include=\"{include}\" />\n");
        return text[..own[0].Index] + string.Concat(lines) + OwnSource().Replace(text[own[0].Index..], "");
    }

    /// <summary>Brings a .nfproj up to date with its folder.</summary>
    /// <returns>Whether that changed it.</returns>
    public static bool Run(DeviceProject project)
    {
        string before = File.ReadAllText(project.File);
        string after = WithSources(before, SourceFiles.Under(project.Folder).Select(project.Include));
        if (after == before)
            return false;
        File.WriteAllText(project.File, after);
        return true;
    }

    [GeneratedRegex(@"^ *<Compile Include=""(?!\.\.)[^""]*"" />\r?\n", RegexOptions.Multiline)]
    private static partial Regex OwnSource();
}
