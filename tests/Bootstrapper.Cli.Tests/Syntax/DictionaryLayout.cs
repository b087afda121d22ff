using System.Globalization;
using System.Numerics;
using System.Text;
using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Tests.Syntax;

/// <summary>
/// Writes a tree in the dictionary syntax in one of the many ways there are: other bases, quotes, prefixes and escapes, pieces of
/// strings side by side, parentheses, tuples, blanks, line ends and comments wherever they may be.
/// </summary>
internal sealed class DictionaryLayout(Random random)
{
    private readonly StringBuilder _text = new();

    public static string Write(Node tree, Random random)
    {
        DictionaryLayout layout = new(random);
        layout.Blank(isInBrackets: false);
        layout.Value(tree, isInBrackets: false);
        layout.Blank(isInBrackets: false);
        return layout._text.Append(random.Next(2) == 0 ? "\n" : "\n\n# the end").ToString();
    }

    private void Value(Node node, bool isInBrackets)
    {
        if (random.Next(8) == 0)
        {
            _text.Append('(');
            Blank(isInBrackets: true);
            Value(node, isInBrackets: true);
            Blank(isInBrackets: true);
            _text.Append(')');
            return;
        }

        switch (node)
        {
            case DictionaryNode dictionary:
                Items('{', dictionary.Entries, '}', e => Entry(e), needsComma: false);
                break;
            case ListNode list when random.Next(2) == 0:
                Items('(', list.Items, ')', i => Value(i, isInBrackets: true), needsComma: list.Items.Count == 1);
                break;
            case ListNode list:
                Items('[', list.Items, ']', i => Value(i, isInBrackets: true), needsComma: false);
                break;
            case IntegerNode integer:
                Sign(integer.Value < 0 || (integer.Value == 0 && random.Next(4) == 0), isInBrackets);
                Integer(BigInteger.Abs(integer.Value));
                break;
            case FloatNode real:
                Sign(double.IsNegative(real.Value), isInBrackets);
                Float(Math.Abs(real.Value));
                break;
            case BooleanNode boolean:
                _text.Append(boolean.Value ? "True" : "False");
                break;
            case NameNode name:
                _text.Append(name.Name);
                break;
            case StringNode text:
                Pieces([.. text.Value.EnumerateRunes().Select(r => r.Value)], isBytes: false, isInBrackets);
                break;
            case BytesNode bytes:
                Pieces([.. bytes.Value.Select(b => (int)b)], isBytes: true, isInBrackets);
                break;
            default:
                throw new ArgumentException(node.GetType().Name, nameof(node));
        }
    }

    private void Items<T>(char open, IReadOnlyList<T> items, char close, Action<T> write, bool needsComma)
    {
        _text.Append(open);
        for (int i = 0; i < items.Count; i++)
        {
            Blank(isInBrackets: true);
            write(items[i]);
            Blank(isInBrackets: true);
            if (i < items.Count - 1 || needsComma || random.Next(2) == 0)
                _text.Append(',');
        }

        Blank(isInBrackets: true);
        _text.Append(close);
    }

    private void Entry(KeyValuePair<Node, Node> entry)
    {
        Value(entry.Key, isInBrackets: true);
        Blank(isInBrackets: true);
        _text.Append(':');
        Blank(isInBrackets: true);
        Value(entry.Value, isInBrackets: true);
    }

    private void Blank(bool isInBrackets)
    {
        for (int i = random.Next(3); i > 0; i--)
        {
            _text.Append(random.Next(isInBrackets ? 9 : 4) switch
            {
                0 => " ",
                1 => "\t",
                2 => "\f",
                3 => "\\\n",
                4 => "\r\n",
                5 => "\r",
                6 => "\n",
                7 => "# it's {\"(\n",
                _ => "  ",
            });
        }
    }

    private void Sign(bool isNegative, bool isInBrackets)
    {
        if (!isNegative && random.Next(4) != 0)
            return;
        _text.Append(isNegative ? '-' : '+');
        Blank(isInBrackets);
    }

    private void Integer(BigInteger value)
    {
        string digits = random.Next(4) switch
        {
            0 when value == 0 => Underscores(new string('0', random.Next(1, 4))),
            0 => Underscores(value.ToString(CultureInfo.InvariantCulture)),
            1 => AnyCase("0x") + Prefixed(value.ToString(AnyCase("x"), CultureInfo.InvariantCulture)),
            2 => AnyCase("0b") + Prefixed(value.ToString("B", CultureInfo.InvariantCulture)),
            _ => AnyCase("0o") + Prefixed(Octal(value)),
        };
        _text.Append(digits);
    }

    private static string Octal(BigInteger value)
    {
        string digits = "";
        for (; value > 0; value /= 8)
            digits = (value % 8) + digits;
        return digits.PadLeft(1, '0');
    }

    private string Prefixed(string digits) => (random.Next(2) == 0 ? "_" : "") + Underscores(digits);

    private string Underscores(string digits) =>
        string.Concat(digits.Select((d, i) => i > 0 && random.Next(6) == 0 ? $"_{d}" : $"{d}"));

    private void Float(double value)
    {
        if (double.IsPositiveInfinity(value))
        {
            _text.Append("1_0e9_99");
            return;
        }

        string digits = value.ToString(random.Next(2) == 0 ? "R" : "E16", CultureInfo.InvariantCulture);
        if (!digits.Contains('E'))
        {
            // 5 is written 5.0, 5. or 5e0, and 0.5 maybe .5.
            if (!digits.Contains('.'))
                digits += random.Next(3) switch { 0 => ".0", 1 => ".", _ => "e0" };
            else if (digits.StartsWith("0.", StringComparison.Ordinal) && random.Next(2) == 0)
                digits = digits[1..];
        }

        _text.Append(random.Next(2) == 0 ? digits : digits.ToLowerInvariant());
    }

    private void Pieces(ReadOnlySpan<int> values, bool isBytes, bool isInBrackets)
    {
        int length = random.Next(3) == 0 ? random.Next(values.Length + 1) : values.Length;
        Piece(values[..length], isBytes);
        if (length == values.Length && random.Next(6) != 0)
            return;

        // Without a blank, two quotes and the next piece's would be three.
        _text.Append(' ');
        Blank(isInBrackets);
        Pieces(values[length..], isBytes, isInBrackets);
    }

    private void Piece(ReadOnlySpan<int> values, bool isBytes)
    {
        string quote = random.Next(4) switch { 0 => "'", 1 => "\"", 2 => "'''", _ => "\"\"\"" };
        string raw = Raw(values, isBytes, quote);
        string prefix = isBytes ? "b" : random.Next(4) == 0 ? "u" : "";
        if (raw.Length > 0 && random.Next(2) == 0)
        {
            prefix = isBytes ? (random.Next(2) == 0 ? "rb" : "br") : "r";
            _text.Append(AnyCase(prefix)).Append(quote).Append(raw).Append(quote);
            return;
        }

        _text.Append(AnyCase(prefix)).Append(quote);
        for (int i = 0; i < values.Length; i++)
            Character(values[i], i + 1 < values.Length ? values[i + 1] : -1, isBytes, quote);
        if (random.Next(8) == 0)
            _text.Append("\\\n");
        _text.Append(quote);
    }

    // What can be written raw as it is, or nothing.
    private static string Raw(ReadOnlySpan<int> values, bool isBytes, string quote)
    {
        StringBuilder raw = new();
        foreach (int value in values)
        {
            if (value == quote[0] || value is '\\' or '\r' or '\n' or 0 || (isBytes && value > 0x7F))
                return "";
            raw.Append(new Rune(value).ToString());
        }

        return raw.ToString();
    }

    private void Character(int value, int next, bool isBytes, string quote)
    {
        string? plain = value switch
        {
            '\a' => "\\a",
            '\b' => "\\b",
            '\t' => "\\t",
            '\n' => quote.Length == 3 ? "\r\n" : "\\n",
            '\v' => "\\v",
            '\f' => "\\f",
            '\r' => "\\r",
            '"' or '\'' when value != quote[0] => ((char)value).ToString(),
            '"' or '\'' or '\\' => $"\\{(char)value}",
            0 => null,
            _ => isBytes && value > 0x7F ? null : new Rune(value).ToString(),
        };
        bool digitFollows = next is >= '0' and <= '7';
        _text.Append(random.Next(plain is null ? 3 : 8) switch
        {
            0 when value <= 0xFF => $"\\x{value:x2}",
            1 when value <= 0xFF && !digitFollows => "\\" + Octal(value),
            2 when value <= 0x1FF => "\\" + Octal(value).PadLeft(3, '0'),
            3 when value <= 0xFFFF && !isBytes => $"\\u{value:X4}",
            4 when !isBytes => $"\\U{value:x8}",
            _ => plain ?? $"\\x{value:X2}",
        });
    }

    private string AnyCase(string prefix) =>
        string.Concat(prefix.Select(c => random.Next(2) == 0 ? char.ToUpperInvariant(c) : c));
}
