using System.Globalization;
using System.Text.Json.Nodes;

namespace Bootstrapper.Desktop;

/// <summary>A result document as text for a person.</summary>
internal sealed class TextReport(TextWriter output)
{
    private const int NameWidth = 30;

    /// <summary>Writes the document, leaving out what is empty.</summary>
    public void Write(JsonObject document)
    {
        output.WriteLine();
        Write(document, "");
    }

    private void Write(JsonObject document, string indent)
    {
        foreach ((string name, JsonNode? value) in document)
        {
            switch (value)
            {
                case null or JsonArray { Count: 0 }:
                case JsonObject skipped when !skipped.ContainsKey("length") && IsNothing(skipped):
                    break;
                case JsonArray findings when findings[0] is JsonObject first && first.ContainsKey("message"):
                    foreach (JsonNode? finding in findings)
                        WriteLine(name, $"{finding!["path"]}: {finding["message"]} (rule {finding["rule"]})", indent);
                    break;
                case JsonArray array when array[0] is JsonObject:
                    for (int i = 0; i < array.Count; i++)
                        WriteGroup($"{name} {i + 1}", (JsonObject)array[i]!, indent);
                    break;
                case JsonArray array:
                    WriteLine(name, string.Join(", ", array.Select(item => item?.ToString())), indent);
                    break;
                case JsonObject bytes when bytes.ContainsKey("length"):
                    WriteLine(name, $"{bytes["length"]} bytes{(bytes["hex"] is { } hex ? $": {hex}" : "")}", indent);
                    break;
                case JsonObject group:
                    WriteGroup(name, group, indent);
                    break;
                default:
                    WriteLine(name, value.ToString(), indent);
                    break;
            }
        }
    }

    private static bool IsNothing(JsonObject group) =>
        group.All(item => item.Value is JsonArray { Count: 0 } || (item.Value is JsonValue number && number.ToString() == "0"));

    private static bool IsSteering(char c) => char.IsControl(c) || char.GetUnicodeCategory(c)
        is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    // Text from a card must not steer the terminal.
    private static string Printable(string text) =>
        string.Concat(text.Select(c => IsSteering(c) ? $"\\u{(int)c:X4}" : c.ToString()));

    private void WriteGroup(string name, JsonObject group, string indent)
    {
        output.WriteLine($"{indent}{name}");
        Write(group, indent + "  ");
    }

    private void WriteLine(string name, string value, string indent)
    {
        output.WriteLine($"{(indent + name).PadRight(NameWidth)} {Printable(value)}");
    }
}
