using System.Reflection;
using System.Text.RegularExpressions;

namespace Bootstrapper.DeviceCheck.Stubs;

/// <summary>The public surface of one device assembly: one file of the folder Api, a line a type or member.</summary>
internal sealed partial class ApiList
{
    private ApiList(string assemblyName, string version, IReadOnlyList<string> lines)
    {
        AssemblyName = assemblyName;
        Version = version;
        Lines = lines;
        Read();
    }

    public string AssemblyName { get; }

    /// <summary>Gets the assembly's version, four numbers.</summary>
    public string Version { get; }

    /// <summary>Gets the lines without the heading.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>Gets the types that are not nested, each with what is nested in it.</summary>
    public List<ApiType> Types { get; } = [];

    /// <summary>Gets every type, by the name that the lines use for it.</summary>
    public Dictionary<string, ApiType> ByName { get; } = [];

    /// <summary>Reads all lists that this tool carries.</summary>
    public static IReadOnlyList<ApiList> LoadAll()
    {
        Assembly assembly = typeof(ApiList).Assembly;
        return [.. assembly.GetManifestResourceNames().Order(StringComparer.Ordinal).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return Parse(reader.ReadToEnd());
        })];
    }

    public static ApiList Parse(string text)
    {
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Match heading = Heading().Match(lines[0]);
        if (!heading.Success)
            throw new FormatException("not the heading of an API list: " + lines[0]);
        return new ApiList(heading.Groups["name"].Value, heading.Groups["version"].Value, lines[1..]);
    }

    [GeneratedRegex(@"^# (?<name>[\w.]+), Version=(?<version>[\d.]+)")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?<name>[^ (\[]+)(?<parameters>(\(.*?\)|\[.*?\])(?= : ))? : (?<declaration>.*)$")]
    private static partial Regex Line();

    [GeneratedRegex(@"^((abstract|sealed|static|ref) )*(class|struct|interface)( : .*)?$|^enum \w+$|^delegate ")]
    private static partial Regex TypeDeclaration();

    private void Read()
    {
        foreach (string line in Lines)
        {
            Match match = Line().Match(line);
            if (!match.Success)
                throw new FormatException(AssemblyName + ": not a line of an API list: " + line);

            string name = match.Groups["name"].Value;
            string declaration = match.Groups["declaration"].Value;
            if (TypeDeclaration().IsMatch(declaration))
                Add(new ApiType(name, declaration));
            else
                AddMember(name, match.Groups["parameters"].Value, declaration);
        }
    }

    // A type stands before its members and before what is nested in it: the lists are sorted.
    private void Add(ApiType type)
    {
        ByName.Add(type.Name, type);
        (ByName.TryGetValue(Outer(type.Name), out ApiType? outer) ? outer.Nested : Types).Add(type);
    }

    private void AddMember(string name, string parameters, string declaration)
    {
        const string obsolete = " [Obsolete]";
        bool isObsolete = declaration.EndsWith(obsolete, StringComparison.Ordinal);
        if (isObsolete)
            declaration = declaration[..^obsolete.Length];
        if (!ByName.TryGetValue(Outer(name), out ApiType? type))
            throw new FormatException(AssemblyName + ": a member without its type: " + name);
        type.Members.Add(new ApiMember(name[(name.LastIndexOf('.') + 1)..], parameters, declaration, isObsolete));
    }

    private static string Outer(string name) => name.LastIndexOf('.') is var dot and > 0 ? name[..dot] : "";
}
