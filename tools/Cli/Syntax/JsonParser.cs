using System.Buffers;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Bootstrapper.Cli.Syntax;

/// <summary>
/// Reads JSON (RFC 8259, so without comments and trailing commas). An object whose first key is <c>hex</c>, <c>base64</c> or
/// <c>file</c> is a value of bytes; in a template, <c>{"hex": "${column}"}</c> and <c>{"base64": "${column}"}</c> are
/// placeholders.
/// </summary>
internal ref struct JsonParser
{
    private static readonly SearchValues<char> _hexDigitsAndSpace = SearchValues.Create("0123456789abcdefABCDEF ");

    private readonly ReadOnlySpan<byte> _utf8;
    private readonly bool _isTemplate;
    private Utf8JsonReader _reader;

    // The place last asked for, from which the next is counted.
    private int _index;
    private int _line = 1;
    private int _column = 1;

    private JsonParser(ReadOnlySpan<byte> utf8, bool isTemplate)
    {
        _utf8 = utf8;
        _isTemplate = isTemplate;
        _reader = new Utf8JsonReader(utf8);
    }

    private enum Container
    {
        None,
        Object,
        Array,
    }

    /// <summary>Reads a text whose only line ends are <c>\n</c>.</summary>
    /// <exception cref="ConfigurationException">It isn't one JSON value, or has a null.</exception>
    public static Node Read(string text, bool isTemplate)
    {
        JsonParser parser = new(Encoding.UTF8.GetBytes(text), isTemplate);
        parser.MoveNext(Container.None);
        Node root = parser.ReadValue(depth: 0);
        parser.MoveNext(Container.None);
        return root;
    }

    private Node ReadValue(int depth)
    {
        SourcePosition position = Place(_reader.TokenStartIndex);
        if (_reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && depth == ConfigurationText.MaxDepth)
            throw new ConfigurationException(position, ConfigurationText.TooDeep);

        return _reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(position, depth + 1),
            JsonTokenType.StartArray => ReadArray(position, depth + 1),
            JsonTokenType.String => new StringNode(position, ReadString(position)),
            JsonTokenType.Number => ReadNumber(position),
            JsonTokenType.True => new BooleanNode(position, true),
            JsonTokenType.False => new BooleanNode(position, false),
            _ => throw new ConfigurationException(position, "unexpected `null`: leave the resource out"),
        };
    }

    private ListNode ReadArray(SourcePosition position, int depth)
    {
        List<Node> items = [];
        while (MoveNext(Container.Array) != JsonTokenType.EndArray)
            items.Add(ReadValue(depth));
        return new ListNode(position, items);
    }

    private Node ReadObject(SourcePosition position, int depth)
    {
        List<KeyValuePair<Node, Node>> entries = [];
        while (MoveNext(Container.Object) != JsonTokenType.EndObject)
        {
            SourcePosition place = Place(_reader.TokenStartIndex);
            StringNode key = new(place, ReadString(place));
            MoveNext(Container.Object);
            if (entries.Count == 0 && key.Value is "hex" or "base64" or "file" or "masked")
                return ReadBytes(key.Value, position);
            entries.Add(new KeyValuePair<Node, Node>(key, ReadValue(depth)));
        }

        return new DictionaryNode(position, entries);
    }

    private Node ReadBytes(string form, SourcePosition position)
    {
        if (form == "masked")
            throw new ConfigurationException(position, "a masked key can't be generated: inspect with --show-secrets");

        SourcePosition place = Place(_reader.TokenStartIndex);
        if (_reader.TokenType != JsonTokenType.String)
            throw new ConfigurationException(place, $"the value of `{form}` is a string");

        string text = ReadString(place);
        Node node = form switch
        {
            "file" => new FileNode(position, text),
            "hex" when IsPlaceholder(text) => new PlaceholderNode(position, text[2..^1], PlaceholderForm.Hex),
            "base64" when IsPlaceholder(text) => new PlaceholderNode(position, text[2..^1], PlaceholderForm.Base64),
            "hex" => new BytesNode(position, ReadHex(text, place)),
            _ => new BytesNode(position, ReadBase64(text, place)),
        };

        if (MoveNext(Container.Object) != JsonTokenType.EndObject)
            throw new ConfigurationException(Place(_reader.TokenStartIndex), $"`{form}` stands alone in its object");
        return node;
    }

    private readonly bool IsPlaceholder(string text) => _isTemplate && DictionaryTokenizer.IsPlaceholder(text);

    private readonly byte[] ReadHex(string text, SourcePosition place)
    {
        string digits = text.Replace(" ", "", StringComparison.Ordinal);
        int wrong = text.AsSpan().IndexOfAnyExcept(_hexDigitsAndSpace);
        if (wrong >= 0)
        {
            // Where no escape is in the way, it's the character itself that is shown.
            SourcePosition exact = _reader.ValueIsEscaped ? place : place with { Column = place.Column + 1 + wrong };
            throw new ConfigurationException(exact, $"unexpected {Excerpt.QuoteFirst(text.AsSpan(wrong))} in hexadecimal digits");
        }

        return digits.Length % 2 == 0
            ? Convert.FromHexString(digits)
            : throw new ConfigurationException(place, "an odd number of hexadecimal digits");
    }

    private static byte[] ReadBase64(string text, SourcePosition place)
    {
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int length)
            ? bytes[..length]
            : throw new ConfigurationException(place, "malformed base64");
    }

    private readonly Node ReadNumber(SourcePosition position)
    {
        string literal = Encoding.ASCII.GetString(_reader.ValueSpan);
        if (literal.AsSpan().ContainsAny('.', 'e', 'E'))
            return new FloatNode(position, NumberLiteral.ReadFloat(literal));

        BigInteger magnitude = NumberLiteral.ReadInteger(literal.AsSpan().TrimStart('-'), position);
        return new IntegerNode(position, literal[0] == '-' ? -magnitude : magnitude);
    }

    private readonly string ReadString(SourcePosition position)
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new ConfigurationException(position, "an escape of half a character: a surrogate without the other");
        }
    }

    private JsonTokenType MoveNext(Container container)
    {
        long start = _reader.TokenStartIndex;
        try
        {
            _reader.Read();
            return _reader.TokenType;
        }
        catch (JsonException e)
        {
            int index = IndexOf(e);
            bool isAfterKey = _reader.TokenStartIndex > start && _reader.TokenStartIndex < index;
            throw new ConfigurationException(Place(index), Describe(index, container, isAfterKey));
        }
    }

    private readonly string Describe(int index, Container container, bool isAfterKey)
    {
        string found = "end";
        if (index < _utf8.Length)
        {
            Rune.DecodeFromUtf8(_utf8[index..], out Rune rune, out _);
            found = Excerpt.QuoteFirst(rune.ToString());
        }

        // Within a token, or between two of them?
        if (index > _reader.BytesConsumed)
        {
            string token = _utf8[(int)_reader.BytesConsumed] switch
            {
                (byte)'"' => "string",
                (byte)'-' or (>= (byte)'0' and <= (byte)'9') => "number",
                _ => "word",
            };
            return $"unexpected {found} in a {token}";
        }

        bool isAfterComma = _utf8[..index].TrimEnd(" \t\n"u8) is [.., (byte)','];
        string expected = (_reader.TokenType, container) switch
        {
            (JsonTokenType.None or JsonTokenType.PropertyName, _) => "a value",
            (JsonTokenType.StartObject, _) => "a key in double quotes or `}`",
            (JsonTokenType.StartArray, _) => "a value or `]`",
            (JsonTokenType.String, Container.Object) when isAfterKey => "`:`",
            (_, Container.Object) when isAfterComma => "a key in double quotes",
            (_, Container.Object) => "`,` or `}`",
            (_, Container.Array) when isAfterComma => "a value",
            (_, Container.Array) => "`,` or `]`",
            _ => "nothing more",
        };
        return $"unexpected {found}, expected {expected}";
    }

    private readonly int IndexOf(JsonException e)
    {
        int index = 0;
        for (long line = 0; line < e.LineNumber; line++)
            index += _utf8[index..].IndexOf((byte)'\n') + 1;
        return index + (int)(e.BytePositionInLine ?? 0);
    }

    // Tokens come in their order, so that all places together take one walk over the text.
    private SourcePosition Place(long index)
    {
        for (; _index < index; _index++)
        {
            byte unit = _utf8[_index];
            if (unit == '\n')
                (_line, _column) = (_line + 1, 1);
            else if (unit is < 0x80 or >= 0xC0)
                _column += unit >= 0xF0 ? 2 : 1;
        }

        return new SourcePosition(_line, _column);
    }
}
