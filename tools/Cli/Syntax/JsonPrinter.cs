using System.Globalization;

namespace Bootstrapper.Cli.Syntax;

/// <summary>
/// Prints trees in JSON. Names and numbers are strings where they are keys. Two kinds are only shown, and not read again: masked
/// keys, as <c>{"masked": 19}</c>, and what is not a number, as <c>null</c>.
/// </summary>
internal sealed class JsonPrinter : TreePrinter
{
    private JsonPrinter()
        : base(indentation: 2, endsWithComma: false)
    {
    }

    /// <summary>Prints a tree.</summary>
    /// <exception cref="ArgumentException">A key is neither a name nor a number nor a string.</exception>
    public static string Print(Node root) => new JsonPrinter().PrintAll(root);

    /// <inheritdoc/>
    protected override void PrintKey(Node key) => PrintText(key switch
    {
        NameNode name => name.Name,
        IntegerNode integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        StringNode text => text.Value,
        _ => throw new ArgumentException("no key in JSON", nameof(key)),
    });

    /// <inheritdoc/>
    protected override void PrintValue(Node node)
    {
        switch (node)
        {
            case ListNode list:
                Output.Append('[');
                PrintSeparated(list.Items, PrintInline);
                Output.Append(']');
                break;
            case StringNode text:
                PrintText(text.Value);
                break;
            case NameNode name:
                PrintText(name.Name);
                break;
            case BytesNode bytes:
                PrintMember("hex", Convert.ToHexStringLower(bytes.Value));
                break;
            case FileNode file:
                PrintMember("file", file.Path);
                break;
            case PlaceholderNode { Form: PlaceholderForm.Text } placeholder:
                PrintText($"${{{placeholder.Column}}}");
                break;
            case PlaceholderNode placeholder:
                PrintMember(placeholder.Form == PlaceholderForm.Hex ? "hex" : "base64", $"${{{placeholder.Column}}}");
                break;
            default:
                Output.Append(node switch
                {
                    IntegerNode integer => integer.Value.ToString(CultureInfo.InvariantCulture),
                    FloatNode real => NumberLiteral.Write(real.Value, "null"),
                    BooleanNode boolean => boolean.Value ? "true" : "false",
                    MaskedNode masked => $"{{\"masked\": {masked.Length}}}",
                    _ => throw new ArgumentException("no value in JSON", nameof(node)),
                });
                break;
        }
    }

    private void PrintMember(string key, string value)
    {
        Output.Append("{\"").Append(key).Append("\": ");
        PrintText(value);
        Output.Append('}');
    }

    private void PrintText(string text) =>
        PrintString(text, '"', rune => string.Concat(rune.ToString().Select(unit => $"\\u{(int)unit:x4}")));
}
