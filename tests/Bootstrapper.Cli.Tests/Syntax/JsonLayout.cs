using System.Globalization;
using System.Text;
using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Tests.Syntax;

/// <summary>Writes a tree as JSON in one of the many ways there are: blanks, escapes, forms of bytes and of numbers.</summary>
internal sealed class JsonLayout(Random random)
{
    private readonly StringBuilder _text = new();

    public static string Write(Node tree, Random random)
    {
        JsonLayout layout = new(random);
        layout.Value(tree);
        return layout._text.ToString();
    }

    private void Value(Node node)
    {
        Blank();
        switch (node)
        {
            case DictionaryNode dictionary:
                Items('{', dictionary.Entries, '}', e => Entry(((StringNode)e.Key).Value, () => Value(e.Value)));
                break;
            case ListNode list:
                Items('[', list.Items, ']', Value);
                break;
            case IntegerNode integer:
                _text.Append(integer.Value.ToString(CultureInfo.InvariantCulture));
                break;
            case FloatNode real when double.IsInfinity(real.Value):
                _text.Append(real.Value > 0 ? "1E999" : "-1.0e+999");
                break;
            case FloatNode real:
                _text.Append(real.Value.ToString(random.Next(2) == 0 ? "E16" : "e16", CultureInfo.InvariantCulture));
                break;
            case BooleanNode boolean:
                _text.Append(boolean.Value ? "true" : "false");
                break;
            case StringNode text:
                Text(text.Value);
                break;
            case BytesNode bytes when random.Next(2) == 0:
                Items('{', [Convert.ToBase64String(bytes.Value)], '}', v => Entry("base64", () => Text(v)));
                break;
            case BytesNode bytes:
                string digits = Convert.ToHexString(bytes.Value);
                string spaced = string.Concat(digits.Select(d => random.Next(4) == 0 ? $" {d}" : $"{char.ToLowerInvariant(d)}"));
                Items('{', [spaced], '}', v => Entry("hex", () => Text(v)));
                break;
            case FileNode file:
                Items('{', [file.Path], '}', v => Entry("file", () => Text(v)));
                break;
            default:
                throw new ArgumentException(node.GetType().Name, nameof(node));
        }

        Blank();
    }

    private void Items<T>(char open, IReadOnlyList<T> items, char close, Action<T> write)
    {
        _text.Append(open);
        Blank();
        for (int i = 0; i < items.Count; i++)
        {
            _text.Append(i > 0 ? "," : "");
            write(items[i]);
        }

        _text.Append(close);
    }

    private void Entry(string key, Action write)
    {
        Blank();
        Text(key);
        Blank();
        _text.Append(':');
        Blank();
        write();
        Blank();
    }

    private void Blank()
    {
        for (int i = random.Next(3); i > 0; i--)
            _text.Append(random.Next(5) switch { 0 => "\t", 1 => "\n", 2 => "\r\n", 3 => "\r", _ => " " });
    }

    private void Text(string text)
    {
        _text.Append('"');
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isPlain = rune.Value >= 0x20 && rune.Value is not ('"' or '\\');
            if (isPlain && random.Next(3) != 0)
                _text.Append(rune.ToString());
            else if (rune.Value is '"' or '\\' or '/' && random.Next(2) == 0)
                _text.Append('\\').Append(rune.ToString());
            else
                _text.Append(string.Concat(rune.ToString().Select(Escape)));
        }

        _text.Append('"');
    }

    private string Escape(char unit) => random.Next(2) == 0 ? $"\\u{(int)unit:x4}" : $"\\u{(int)unit:X4}";
}
