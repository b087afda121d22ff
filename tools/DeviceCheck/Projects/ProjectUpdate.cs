using System.Text.RegularExpressions;

namespace Bootstrapper.DeviceCheck.Projects;

/// <summary>Keeps the list of a .nfproj's sources; the project system knows no wildcards.</summary>
internal static partial class ProjectUpdate
{
    /// <summary>
    /// Gets a project file's text with exactly these sources, of its own and of what boards share; what else it links stays.
    /// </summary>
    public static string WithSources(string text, IEnumerable<string> compileItems)
    {
        MatchCollection listed = Listed().Matches(text);
        if (listed.Count == 0)
            throw new FormatException("no <Compile Include=\"...\" /> to put the others beside");
        IEnumerable<string> lines = compileItems.Order(StringComparer.Ordinal).Select(item => $"    {item}\n");
        return text[..listed[0].Index] + string.Concat(lines) + Listed().Replace(text[listed[0].Index..], "");
    }

    /// <summary>Brings a .nfproj up to date with its folder.</summary>
    /// <returns>Whether that changed it.</returns>
    public static bool Run(DeviceProject project)
    {
        string before = File.ReadAllText(project.File);
        string after = WithSources(before, project.RequiredFiles().Select(project.CompileItem));
        if (after == before)
            return false;
        File.WriteAllText(project.File, after);
        return true;
    }

    [GeneratedRegex(
        """^ *<Compile Include="((?!\.\.)[^"]*"|\.\.\\(?<file>[^"]+)" Link="\k<file>") />\r?\n""", RegexOptions.Multiline)]
    private static partial Regex Listed();
}
