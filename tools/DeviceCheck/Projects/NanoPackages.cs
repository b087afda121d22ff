using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Bootstrapper.DeviceCheck.Projects;

/// <summary>The packages that <c>nfproj.props</c> names: the only place that decides on a version.</summary>
internal sealed partial class NanoPackages
{
    private readonly Dictionary<string, (string Id, string Version)> _byProperty = [];

    private NanoPackages(XElement root)
    {
        Dictionary<string, string> properties = root.Elements()
            .Where(element => element.Name.LocalName == "PropertyGroup")
            .Elements()
            .ToDictionary(element => element.Name.LocalName, element => element.Value);
        foreach ((string name, string value) in properties)
        {
            Match match = LibraryFolder().Match(value);
            if (match.Success && properties.TryGetValue(match.Groups["version"].Value, out string? version))
                _byProperty[name] = (match.Groups["id"].Value, version);
        }
    }

    /// <summary>Gets each package's version.</summary>
    public Dictionary<string, string> Versions =>
        _byProperty.Values.ToDictionary(package => package.Id, package => package.Version);

    public static NanoPackages Read(string root) => new(XDocument.Load(Path.Combine(root, "nfproj.props")).Root!);

    /// <summary>Gets the package that a hint path points into, or null where it does not go through nfproj.props.</summary>
    public string? PackageOf(string hintPath)
    {
        Match match = Property().Match(hintPath);
        return match.Success && _byProperty.TryGetValue(match.Groups["name"].Value, out (string Id, string) package)
            ? package.Id
            : null;
    }

    [GeneratedRegex(@"^\$\(NanoPackages\)(?<id>[\w.]+)\.\$\((?<version>\w+)\)\\lib\\$")]
    private static partial Regex LibraryFolder();

    [GeneratedRegex(@"^\$\((?<name>\w+)\)[\w.]+$")]
    private static partial Regex Property();
}
