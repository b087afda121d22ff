using Superpower;
using Superpower.Model;
using Superpower.Parsers;

namespace Bootstrapper.Cli.Syntax;

/// <summary>
/// Reads the dictionary syntax: Python's literals of numbers, truth values, strings, bytes, lists, tuples and dictionaries, and
/// the names <c>OID.X</c> and <c>RID.X.Y</c>. Nothing is ever evaluated.
/// </summary>
internal static class DictionaryParser
{
    private static readonly TokenListParser<DictionaryToken, Node> _literal = ReadLiteral;

    private static readonly TokenListParser<DictionaryToken, Node> _integer =
        Token.EqualTo(DictionaryToken.Integer)
            .Select(t => (Node)new IntegerNode(Place(t), NumberLiteral.ReadInteger(t.Span.AsReadOnlySpan(), Place(t))));

    private static readonly TokenListParser<DictionaryToken, Node> _float =
        Token.EqualTo(DictionaryToken.Float)
            .Select(t => (Node)new FloatNode(Place(t), NumberLiteral.ReadFloat(t.Span.AsReadOnlySpan())));

    private static readonly TokenListParser<DictionaryToken, Node> _number =
        _integer
            .Or(_float)
            .Or(Parse.Ref(() => _number!)
                .Between(Token.EqualTo(DictionaryToken.LeftParenthesis), Token.EqualTo(DictionaryToken.RightParenthesis)))
            .Named("a number");

    private static readonly TokenListParser<DictionaryToken, Node> _signedNumber =
        Parse.Sequence(Token.EqualTo(DictionaryToken.Minus).Or(Token.EqualTo(DictionaryToken.Plus)), _number)
            .Select(signed => Signed(signed.Item1, signed.Item2));

    private static readonly TokenListParser<DictionaryToken, Node> _text =
        Token.EqualTo(DictionaryToken.Text).AtLeastOnce()
            .Select(tokens => (Node)new StringNode(Place(tokens[0]), StringLiteral.ReadText(tokens.Select(t => t.Span))));

    private static readonly TokenListParser<DictionaryToken, Node> _bytes =
        Token.EqualTo(DictionaryToken.Bytes).AtLeastOnce()
            .Select(tokens => (Node)new BytesNode(Place(tokens[0]), StringLiteral.ReadBytes(tokens.Select(t => t.Span))));

    private static readonly TokenListParser<DictionaryToken, Node> _boolean =
        Token.EqualTo(DictionaryToken.True).Or(Token.EqualTo(DictionaryToken.False))
            .Select(t => (Node)new BooleanNode(Place(t), t.Kind == DictionaryToken.True));

    private static readonly TokenListParser<DictionaryToken, Node> _name =
        Token.EqualTo(DictionaryToken.Name).Select(t => (Node)new NameNode(Place(t), t.ToStringValue()));

    private static readonly TokenListParser<DictionaryToken, Node> _placeholder =
        Token.EqualTo(DictionaryToken.Placeholder).Select(t => (Node)ReadPlaceholder(t));

    private static readonly TokenListParser<DictionaryToken, Node> _list =
        Enclosed(DictionaryToken.LeftBracket, _literal, DictionaryToken.RightBracket)
            .Select(items => (Node)new ListNode(items.Position, items.Values));

    // What parentheses enclose is a tuple if there is a comma, or nothing at all, in them.
    private static readonly TokenListParser<DictionaryToken, Node> _parenthesised =
        Enclosed(DictionaryToken.LeftParenthesis, _literal, DictionaryToken.RightParenthesis)
            .Select(items => items is { Values: [Node value], EndWithComma: false }
                ? value
                : new ListNode(items.Position, items.Values));

    private static readonly TokenListParser<DictionaryToken, KeyValuePair<Node, Node>> _entry =
        Parse.Sequence(_literal, Token.EqualTo(DictionaryToken.Colon), _literal)
            .Select(entry => KeyValuePair.Create(entry.Item1, entry.Item3));

    private static readonly TokenListParser<DictionaryToken, Node> _dictionary =
        Enclosed(DictionaryToken.LeftBrace, _entry, DictionaryToken.RightBrace)
            .Select(items => (Node)new DictionaryNode(items.Position, items.Values));

    private static readonly TokenListParser<DictionaryToken, Node> _document =
        Parse.Sequence(_literal, Token.EqualTo(DictionaryToken.LineEnd).Optional())
            .Select(document => document.Item1)
            .AtEnd();

    /// <summary>Reads a text whose only line ends are <c>\n</c>.</summary>
    /// <exception cref="ConfigurationException">It isn't one literal.</exception>
    public static Node Read(string text, bool isTemplate)
    {
        DictionaryTokenizer tokenizer = new(isTemplate);
        TokenList<DictionaryToken> tokens = tokenizer.Tokenize(text);
        TokenListParserResult<DictionaryToken, Node> result = _document.TryParse(tokens);
        if (result.HasValue)
            return result.Value;

        SourcePosition position = result.ErrorPosition.ToSource();
        string expected = string.Join(" or ", result.Expectations ?? ["nothing more"]);
        if (result.Remainder.IsAtEnd)
            throw new ConfigurationException(position, $"unexpected end, expected {expected}");

        Token<DictionaryToken> token = result.Remainder.ConsumeToken().Value;
        throw token.Kind == DictionaryToken.Invalid
            ? new ConfigurationException(position, tokenizer.Failure)
            : new ConfigurationException(position, $"unexpected {Show(token)}, expected {expected}");
    }

    // A literal is told by its first token.
    private static TokenListParserResult<DictionaryToken, Node> ReadLiteral(TokenList<DictionaryToken> input)
    {
        TokenListParser<DictionaryToken, Node>? parser = input.IsAtEnd ? null : input.ConsumeToken().Value.Kind switch
        {
            DictionaryToken.LeftBrace => _dictionary,
            DictionaryToken.LeftBracket => _list,
            DictionaryToken.LeftParenthesis => _parenthesised,
            DictionaryToken.Integer => _integer,
            DictionaryToken.Float => _float,
            DictionaryToken.Plus or DictionaryToken.Minus => _signedNumber,
            DictionaryToken.Text => _text,
            DictionaryToken.Bytes => _bytes,
            DictionaryToken.True or DictionaryToken.False => _boolean,
            DictionaryToken.Name => _name,
            DictionaryToken.Placeholder => _placeholder,
            _ => null,
        };
        return parser is null ? TokenListParserResult.Empty<DictionaryToken, Node>(input, ["a literal"]) : parser(input);
    }

    // Items in brackets. A comma ends each of them, but may be missing after the last.
    private static TokenListParser<DictionaryToken, Items<T>> Enclosed<T>(
        DictionaryToken open, TokenListParser<DictionaryToken, T> item, DictionaryToken close)
    {
        TokenListParser<DictionaryToken, (T Value, bool HasComma)> itemAndComma =
            Parse.Sequence(item, Token.EqualTo(DictionaryToken.Comma).Or(Ahead(close)))
                .Select(pair => (pair.Item1, pair.Item2.Kind == DictionaryToken.Comma));

        // No further item begins at the end of the items: trying one only says that it was possible, if the bracket isn't there.
        TokenListParser<DictionaryToken, Token<DictionaryToken>> end =
            item.Value(Token<DictionaryToken>.Empty).Or(Token.EqualTo(close));

        return Parse.Sequence(Token.EqualTo(open), itemAndComma.Many(), end)
            .Select(all => new Items<T>(
                Place(all.Item1), Array.ConvertAll(all.Item2, pair => pair.Value), all.Item2 is [.., (_, true)]));
    }

    private static TokenListParser<DictionaryToken, Token<DictionaryToken>> Ahead(DictionaryToken kind)
    {
        TokenListParser<DictionaryToken, Token<DictionaryToken>> parser = Token.EqualTo(kind);
        return input =>
        {
            TokenListParserResult<DictionaryToken, Token<DictionaryToken>> found = parser(input);
            return found.HasValue ? TokenListParserResult.Value(found.Value, input, input) : found;
        };
    }

    private static Node Signed(Token<DictionaryToken> sign, Node number)
    {
        int factor = sign.Kind == DictionaryToken.Minus ? -1 : 1;
        return number switch
        {
            IntegerNode integer => integer with { Position = Place(sign), Value = integer.Value * factor },
            FloatNode real => real with { Position = Place(sign), Value = real.Value * factor },
            _ => throw new ArgumentException("No number has another type.", nameof(number)),
        };
    }

    private static PlaceholderNode ReadPlaceholder(Token<DictionaryToken> token)
    {
        string[] parts = token.ToStringValue()[2..^1].Split(':');
        return new PlaceholderNode(Place(token), parts[0], parts.ElementAtOrDefault(1) switch
        {
            "hex" => PlaceholderForm.Hex,
            "base64" => PlaceholderForm.Base64,
            _ => PlaceholderForm.Text,
        });
    }

    private static string Show(Token<DictionaryToken> token)
    {
        ReadOnlySpan<char> text = token.Span.AsReadOnlySpan();
        return token.Kind switch
        {
            DictionaryToken.LineEnd => "end of the line",
            DictionaryToken.Text => "string",
            DictionaryToken.Bytes => "bytes",
            DictionaryToken.Integer or DictionaryToken.Float => Excerpt.Quote(text) is { Length: > 0 } number ? number : "number",
            _ => Excerpt.Quote(text) is { Length: > 0 } word ? word : "word",
        };
    }

    private static SourcePosition Place(Token<DictionaryToken> token) => token.Position.ToSource();

    private readonly record struct Items<T>(SourcePosition Position, T[] Values, bool EndWithComma);
}
