using System.Xml.Linq;

namespace Bootstrapper.Host.Tests.Guards;

/// <summary>A board's folder is complete, and everything in it has the board's name.</summary>
internal static class BoardRules
{
    private static readonly string[] _others = ["Desktop", "Esp32", "Host", "Shared"];

    /// <summary>Gets the names of the folders that are boards with firmware.</summary>
    public static IEnumerable<string> Boards(string root) => Directory.EnumerateDirectories(Path.Combine(root, "boards"))
        .Select(folder => Path.GetFileName(folder))
        .Where(name => !_others.Contains(name) && !name.EndsWith(".Host", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    public static IEnumerable<string> Check(string root)
    {
        string[] boards = [.. Boards(root)];
        IEnumerable<string> twins = Directory.EnumerateDirectories(Path.Combine(root, "boards", "Host"))
            .Select(folder => Path.GetFileName(folder));
        return
        [
            .. twins.Except(boards).Select(twin => $"boards/Host/{twin} is of no board"),
            .. boards.SelectMany(board => Check(root, board)),
        ];
    }

    private static IEnumerable<string> Check(string root, string board)
    {
        string[] files =
        [
            $"boards/{board}/{board}.nfproj", $"boards/{board}/Board.cs", $"boards/{board}/Program.cs",
            $"boards/{board}/Properties/AssemblyInfo.cs", $"boards/{board}/packages.config", $"boards/{board}/README.md",
            $"boards/Host/{board}/{board}.Host.csproj",
        ];
        string[] missing = [.. files.Where(file => !File.Exists(Path.Combine(root, file)))];
        if (missing.Length > 0)
            return missing.Select(file => file + " does not exist");

        string name = "Bootstrapper.Boards." + board;
        XElement project = XDocument.Load(Path.Combine(root, files[0])).Root!;
        return
        [
            .. Property("OutputType", "Exe"),
            .. Property("RootNamespace", name),
            .. Property("AssemblyName", name),
            .. Text(files[1], $"namespace {name}\n"),
            .. Text(files[2], $"namespace {name}\n"),
            .. Text(files[2], "public static void Main()"),
            .. Text(files[3], $"AssemblyTitle(\"{name}\")"),
            .. Text(files[5], "# "),
        ];

        string[] Property(string property, string value)
        {
            string? actual = project.Descendants().FirstOrDefault(element => element.Name.LocalName == property)?.Value;
            return actual == value ? [] : [$"{files[0]} has the {property} {actual}"];
        }

        string[] Text(string file, string text)
        {
            string actual = File.ReadAllText(Path.Combine(root, file)).ReplaceLineEndings("\n");
            return actual.Contains(text, StringComparison.Ordinal) ? [] : [$"{file} has no '{text.Trim()}'"];
        }
    }
}
