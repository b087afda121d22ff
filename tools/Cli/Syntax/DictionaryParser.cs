using Superpower;
using Superpower.Model;
using Superpower.Parsers;
using Step = Superpower.Model.TokenListParserResult<
    Bootstrapper.Cli.Syntax.DictionaryToken, Superpower.Model.Token<Bootstrapper.Cli.Syntax.DictionaryToken>>;

namespace Bootstrapper.Cli.Syntax;

/// <summary>
/// Reads the dictionary syntax: Python's literals of numbers, truth values, strings, bytes, lists, tuples and dictionaries, and the
/// names <c>OID.X</c> and <c>RID.X.Y</c>. Nothing is ever evaluated.
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
        from sign in Token.EqualTo(DictionaryToken.Minus).Or(Token.EqualTo(DictionaryToken.Plus))
        from number in _number
        select Signed(sign, number);

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
        Enclosed(_literal, DictionaryToken.RightBracket)
            .Select(items => (Node)new ListNode(items.Position, items.Values));

    // What parentheses enclose is a tuple if there is a comma, or nothing at all, in them.
    private static readonly TokenListParser<DictionaryToken, Node> _parenthesised =
        Enclosed(_literal, DictionaryToken.RightParenthesis)
            .Select(items => items.Values.Count == 1 && !items.EndsWithComma ? items.Values[0] : new ListNode(items.Position, items.Values));

    private static readonly TokenListParser<DictionaryToken, KeyValuePair<Node, Node>> _entry =
        from key in _literal
        from colon in Token.EqualTo(DictionaryToken.Colon)
        from value in _literal
        select KeyValuePair.Create(key, value);

    private static readonly TokenListParser<DictionaryToken, Node> _dictionary =
        Enclosed(_entry, DictionaryToken.RightBrace)
            .Select(items => (Node)new DictionaryNode(items.Position, items.Values));

    private static readonly TokenListParser<DictionaryToken, Node> _document =
        (from root in _literal
         from end in Token.EqualTo(DictionaryToken.LineEnd).Optional()
         select root).AtEnd();

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
        string expected = result.Expectations is { } expectations ? $", expected {string.Join(" or ", expectations)}" : ", expected nothing more";
        if (result.Remainder.IsAtEnd)
            throw new ConfigurationException(position, $"unexpected end{expected}");

        Token<DictionaryToken> token = result.Remainder.ConsumeToken().Value;
        throw new ConfigurationException(
            position, token.Kind == DictionaryToken.Invalid ? tokenizer.Failure : $"unexpected {Show(token)}{expected}");
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

    // Items in brackets, with commas between them and maybe one after the last; the opening bracket is known to be there.
    // A loop of its own: with the library's combinators each item would cost a kilobyte for a moment.
    private static TokenListParser<DictionaryToken, Items<T>> Enclosed<T>(TokenListParser<DictionaryToken, T> item, DictionaryToken closing)
    {
        TokenListParser<DictionaryToken, Token<DictionaryToken>> close = Token.EqualTo(closing);
        TokenListParser<DictionaryToken, Token<DictionaryToken>> commaOrClose = Token.EqualTo(DictionaryToken.Comma).Or(close);
        return input =>
        {
            Step last = input.ConsumeToken();
            SourcePosition position = Place(last.Value);
            List<T> values = [];
            while (true)
            {
                Step end = close(last.Remainder);
                if (end.HasValue)
                    return Done(end, endsWithComma: last.Value.Kind == DictionaryToken.Comma);

                TokenListParserResult<DictionaryToken, T> next = item(last.Remainder);
                if (!next.HasValue)
                {
                    return TokenListParserResult.CombineEmpty(
                        TokenListParserResult.CastEmpty<DictionaryToken, Token<DictionaryToken>, Items<T>>(end),
                        TokenListParserResult.CastEmpty<DictionaryToken, T, Items<T>>(next));
                }

                values.Add(next.Value);
                last = commaOrClose(next.Remainder);
                if (!last.HasValue)
                    return TokenListParserResult.CastEmpty<DictionaryToken, Token<DictionaryToken>, Items<T>>(last);
                if (last.Value.Kind == closing)
                    return Done(last, endsWithComma: false);
            }

            TokenListParserResult<DictionaryToken, Items<T>> Done(Step end, bool endsWithComma) =>
                TokenListParserResult.Value(new Items<T>(position, values, endsWithComma), input, end.Remainder);
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
        PlaceholderForm form = parts.Length == 1 ? PlaceholderForm.Text : parts[1] == "hex" ? PlaceholderForm.Hex : PlaceholderForm.Base64;
        return new PlaceholderNode(Place(token), parts[0], form);
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

    private readonly record struct Items<T>(SourcePosition Position, List<T> Values, bool EndsWithComma);
}
