using System.Text.RegularExpressions;
using Superpower;
using Superpower.Model;

namespace Bootstrapper.Cli.Syntax;

/// <summary>
/// Divides a text in the dictionary syntax into tokens as CPython does ("Lexical analysis" of its language reference), as far as
/// they can be part of a literal. The text has no line ends but <c>\n</c>. Where there is no token, the rest of the text becomes
/// one that is <see cref="DictionaryToken.Invalid"/>, so that the parser can still find what is wrong before it.
/// </summary>
internal sealed partial class DictionaryTokenizer(bool isTemplate) : Tokenizer<DictionaryToken>
{
    private const string Digits = "(?>[0-9](?>(?:_?[0-9])*))";
    private const string Exponent = $"(?:[eE][+-]?{Digits})";
    private const string Word = "[A-Za-z_][A-Za-z0-9_]*";

    /// <summary>Gets why the last token is invalid.</summary>
    public string Failure { get; private set; } = "";

    /// <inheritdoc/>
    protected override IEnumerable<Result<DictionaryToken>> Tokenize(TextSpan span, TokenizationState<DictionaryToken> state)
    {
        int depth = 0;
        TextSpan rest = span.Skip(MeasureBlank(span, acrossLines: true));
        while (!rest.IsAtEnd)
        {
            (DictionaryToken kind, int length) = Next(rest);
            if (kind is DictionaryToken.LeftBrace or DictionaryToken.LeftBracket or DictionaryToken.LeftParenthesis)
                depth++;
            else if (kind is DictionaryToken.RightBrace or DictionaryToken.RightBracket or DictionaryToken.RightParenthesis)
                depth--;

            // The parser goes one call deeper with each bracket.
            if (depth > ConfigurationText.MaxDepth)
                (kind, length) = Invalid(rest, ConfigurationText.TooDeep);

            TextSpan next = rest.Skip(length);
            yield return Result.Value(kind, rest, next);
            rest = next.Skip(MeasureBlank(next, acrossLines: depth > 0 || kind == DictionaryToken.LineEnd));
        }
    }

    /// <summary>Tells whether a text is <c>${column}</c>, and nothing besides.</summary>
    public static bool IsPlaceholder(string text) => PlainPlaceholderPattern().IsMatch(text);

    private static int MeasureBlank(TextSpan rest, bool acrossLines)
    {
        ReadOnlySpan<char> text = rest.AsReadOnlySpan();
        int i = 0;
        while (i < text.Length)
        {
            if (text[i] is ' ' or '\t' or '\f' || (text[i] == '\n' && acrossLines))
            {
                i++;
            }
            else if (text[i] == '#')
            {
                int length = text[i..].IndexOf('\n');
                i = length < 0 ? text.Length : i + length;
            }
            else if (text[i..].StartsWith("\\\n") && i + 2 < text.Length)
            {
                // A backslash joins a line with the next, which there has to be.
                i += 2;
            }
            else
            {
                break;
            }
        }

        return i;
    }

    private (DictionaryToken Kind, int Length) Next(TextSpan rest)
    {
        ReadOnlySpan<char> text = rest.AsReadOnlySpan();
        return text[0] switch
        {
            '\n' => (DictionaryToken.LineEnd, 1),
            '{' => (DictionaryToken.LeftBrace, 1),
            '}' => (DictionaryToken.RightBrace, 1),
            '[' => (DictionaryToken.LeftBracket, 1),
            ']' => (DictionaryToken.RightBracket, 1),
            '(' => (DictionaryToken.LeftParenthesis, 1),
            ')' => (DictionaryToken.RightParenthesis, 1),
            ',' => (DictionaryToken.Comma, 1),
            ':' => (DictionaryToken.Colon, 1),
            '+' => (DictionaryToken.Plus, 1),
            '-' => (DictionaryToken.Minus, 1),
            '\'' or '"' => NextString(rest, prefix: 0),
            '$' => NextPlaceholder(rest),
            >= '0' and <= '9' => NextNumber(rest),
            '.' when text.Length > 1 && char.IsAsciiDigit(text[1]) => NextNumber(rest),
            >= 'A' and <= 'Z' or >= 'a' and <= 'z' or '_' => NextWord(rest),
            '<' => Invalid(rest, "unexpected `<`: a masked key can't be generated, inspect with --show-secrets"),
            _ => Invalid(rest, $"unexpected {Excerpt.QuoteFirst(text)}"),
        };
    }

    private (DictionaryToken Kind, int Length) NextNumber(TextSpan rest)
    {
        ReadOnlySpan<char> text = rest.AsReadOnlySpan();
        int length = Measure(FloatPattern(), text);
        DictionaryToken kind = length > 0 ? DictionaryToken.Float : DictionaryToken.Integer;
        if (length == 0)
            length = Measure(IntegerPattern(), text);

        // What a number runs into doesn't stand alone: 01, 0x, 1_, 1j, 1.2.3.
        if (length < text.Length && (text[length] is '_' or '.' || char.IsLetterOrDigit(text[length])))
            return Invalid(rest, $"malformed number {Excerpt.Quote(text[..Measure(NumberLikePattern(), text)])}".TrimEnd());
        return (kind, length);
    }

    private (DictionaryToken Kind, int Length) NextWord(TextSpan rest)
    {
        ReadOnlySpan<char> text = rest.AsReadOnlySpan();
        int length = Measure(WordPattern(), text);
        if (length <= 2 && length < text.Length && text[length] is '\'' or '"')
        {
            switch (text[..length].ToString().ToLowerInvariant())
            {
                case "r" or "u" or "b" or "br" or "rb":
                    return NextString(rest, length);
                case "f" or "fr" or "rf":
                    return Invalid(rest, "an f-string is no literal");
            }
        }

        DictionaryToken kind = text[..length] switch
        {
            "True" => DictionaryToken.True,
            "False" => DictionaryToken.False,
            ReadOnlySpan<char> word => NamePattern().IsMatch(word) ? DictionaryToken.Name : DictionaryToken.Word,
        };
        return (kind, length);
    }

    private (DictionaryToken Kind, int Length) NextString(TextSpan rest, int prefix)
    {
        ReadOnlySpan<char> text = rest.AsReadOnlySpan();
        char quote = text[prefix];
        ReadOnlySpan<char> three = [quote, quote, quote];
        ReadOnlySpan<char> end = text[prefix..].StartsWith(three) ? three : three[..1];
        DictionaryToken kind = text[..prefix].ContainsAny('b', 'B') ? DictionaryToken.Bytes : DictionaryToken.Text;
        for (int i = prefix + end.Length; i < text.Length; i++)
        {
            int plain = text[i..].IndexOfAny(quote, '\\', '\n');
            if (plain < 0)
                break;

            i += plain;
            if (text[i] == '\\')
                i++;
            else if (text[i..].StartsWith(end))
                return (kind, i + end.Length);
            else if (text[i] == '\n' && end.Length == 1)
                break;
        }

        return Invalid(rest, "unterminated string");
    }

    private (DictionaryToken Kind, int Length) NextPlaceholder(TextSpan rest)
    {
        if (!isTemplate)
            return Invalid(rest, "unexpected `$`: placeholders are for templates");

        int length = Measure(PlaceholderPattern(), rest.AsReadOnlySpan());
        return length > 0
            ? (DictionaryToken.Placeholder, length)
            : Invalid(rest, "malformed placeholder: write ${column}, ${column:hex} or ${column:base64}");
    }

    private (DictionaryToken Kind, int Length) Invalid(TextSpan rest, string failure)
    {
        Failure = failure;
        return (DictionaryToken.Invalid, rest.Length);
    }

    private static int Measure(Regex pattern, ReadOnlySpan<char> text)
    {
        foreach (ValueMatch match in pattern.EnumerateMatches(text))
            return match.Length;
        return 0;
    }

    // Atomic groups: nothing is tried twice, whatever the length.
    [GeneratedRegex(
        @"^(?>0[xX](?>(?:_?[0-9a-fA-F])+)|0[oO](?>(?:_?[0-7])+)|0[bB](?>(?:_?[01])+)|[1-9](?>(?:_?[0-9])*)|0(?>(?:_?0)*))")]
    private static partial Regex IntegerPattern();

    [GeneratedRegex($@"^(?>{Digits}(?>\.{Digits}?{Exponent}?|{Exponent})|\.{Digits}{Exponent}?)")]
    private static partial Regex FloatPattern();

    [GeneratedRegex("^[0-9A-Za-z_.]+")]
    private static partial Regex NumberLikePattern();

    [GeneratedRegex($@"^{Word}(?>(?:\.{Word})*)")]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"^(?:OID|RID\.[^.]+)\.[^.]+\z")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^\$\{[^{}:\n]+(?::hex|:base64)?\}")]
    private static partial Regex PlaceholderPattern();

    [GeneratedRegex(@"^\$\{[^{}:\n]+\}\z")]
    private static partial Regex PlainPlaceholderPattern();
}
