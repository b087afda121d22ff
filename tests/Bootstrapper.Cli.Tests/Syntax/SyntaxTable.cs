using System.Text.Json;

namespace Bootstrapper.Cli.Tests.Syntax;

/// <summary>The tables beside the tests: a row has a text as a JSON string and, after a tab, what is expected of it.</summary>
internal static class SyntaxTable
{
    public static IEnumerable<(string Text, string Expected)> Read(string name)
    {
        using StreamReader reader = new(typeof(SyntaxTable).Assembly.GetManifestResourceStream(name)!);
        while (reader.ReadLine() is { } row)
        {
            if (row.StartsWith('#'))
                continue;
            string[] columns = row.Split('\t', 2);
            yield return (JsonSerializer.Deserialize<string>(columns[0])!, columns.ElementAtOrDefault(1) ?? "");
        }
    }
}
