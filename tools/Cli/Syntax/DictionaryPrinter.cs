using System.Globalization;

namespace Bootstrapper.Cli.Syntax;

/// <summary>
/// Prints trees in the dictionary syntax, so that it and, names aside, CPython read the same values again. Three kinds have no
/// literal and are only shown: masked keys, <c>nan</c>, and files, as the dictionary that they are in JSON.
/// </summary>
internal sealed class DictionaryPrinter : TreePrinter
{
    private DictionaryPrinter()
        : base(indentation: 4, endsWithComma: true)
    {
    }

    /// <summary>Prints a tree.</summary>
    public static string Print(Node root) => new DictionaryPrinter().PrintAll(root);

    /// <inheritdoc/>
    protected override void PrintKey(Node key) => PrintNested(key);

    /// <inheritdoc/>
    protected override void PrintValue(Node node)
    {
        switch (node)
        {
            case ListNode list:
                Output.Append('[');
                PrintSeparated(list.Items, PrintNested);
                Output.Append(']');
                break;
            case StringNode text:
                PrintText(text.Value);
                break;
            case BytesNode bytes:
                PrintBytes(bytes.Value);
                break;
            case FileNode file:
                Output.Append("{'file': ");
                PrintText(file.Path);
                Output.Append('}');
                break;
            default:
                Output.Append(node switch
                {
                    IntegerNode integer => integer.Value.ToString(CultureInfo.InvariantCulture),
                    FloatNode real => NumberLiteral.Write(real.Value, "nan"),
                    BooleanNode boolean => boolean.Value ? "True" : "False",
                    NameNode name => name.Name,
                    PlaceholderNode placeholder => Write(placeholder),
                    MaskedNode masked => $"<{masked.Length} bytes, masked>",
                    _ => throw new ArgumentException("no literal", nameof(node)),
                });
                break;
        }
    }

    private static string Write(PlaceholderNode placeholder) => placeholder.Form switch
    {
        PlaceholderForm.Hex => $"${{{placeholder.Column}:hex}}",
        PlaceholderForm.Base64 => $"${{{placeholder.Column}:base64}}",
        _ => $"${{{placeholder.Column}}}",
    };

    // A list in a list is a tuple, as pairs are written; and in a key, where CPython takes no list.
    private void PrintNested(Node node)
    {
        if (node is ListNode list)
        {
            Output.Append('(');
            PrintSeparated(list.Items, PrintNested);
            Output.Append(list.Items.Count == 1 ? ",)" : ")");
        }
        else
        {
            PrintInline(node);
        }
    }

    private void PrintText(string text) => PrintString(text, '\'', rune => rune.Value switch
    {
        <= 0xFF => $"\\x{rune.Value:x2}",
        <= 0xFFFF => $"\\u{rune.Value:x4}",
        _ => $"\\U{rune.Value:x8}",
    });

    private void PrintBytes(byte[] bytes)
    {
        Output.Append("b'");
        foreach (byte unit in bytes)
        {
            if (unit is (byte)'\\' or (byte)'\'')
                Output.Append('\\').Append((char)unit);
            else if (unit is >= 0x20 and < 0x7F)
                Output.Append((char)unit);
            else
                Output.Append(CultureInfo.InvariantCulture, $"\\x{unit:x2}");
        }

        Output.Append('\'');
    }
}
