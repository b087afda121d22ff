using System.Globalization;
using System.Text;
using Superpower.Model;

namespace Bootstrapper.Cli.Syntax;

/// <summary>
/// Reads Python's string and bytes literals ("String and Bytes literals" of its language reference), with prefix and quotes.
/// Unlike CPython it refuses surrogates, which no LwM2M string can hold; in bytes octal escapes above 377, which CPython warns
/// of; and <c>\N{name}</c>, which would take the table of all names.
/// </summary>
internal static class StringLiteral
{
    /// <summary>Reads adjacent string literals.</summary>
    /// <exception cref="ConfigurationException">An escape is malformed.</exception>
    public static string ReadText(IEnumerable<TextSpan> literals)
    {
        StringBuilder text = new();
        foreach (TextSpan literal in literals)
            Read(literal, isBytes: false, text);
        return text.ToString();
    }

    /// <summary>Reads adjacent bytes literals.</summary>
    /// <exception cref="ConfigurationException">An escape is malformed, or a character isn't ASCII.</exception>
    public static byte[] ReadBytes(IEnumerable<TextSpan> literals)
    {
        StringBuilder bytes = new();
        foreach (TextSpan literal in literals)
            Read(literal, isBytes: true, bytes);
        return Encoding.Latin1.GetBytes(bytes.ToString());
    }

    private static void Read(TextSpan literal, bool isBytes, StringBuilder output)
    {
        ReadOnlySpan<char> text = literal.AsReadOnlySpan();
        int opening = text.IndexOfAny('\'', '"');
        ReadOnlySpan<char> quoted = text[opening..];
        int quotes = quoted.Length >= 6 && quoted[1] == quoted[0] && quoted[2] == quoted[0] ? 3 : 1;
        bool isRaw = text[..opening].ContainsAny('r', 'R');
        int i = opening + quotes;
        text = text[..^quotes];

        int foreign = text.IndexOfAnyExceptInRange('\0', '\x7F');
        if (isBytes && foreign >= 0)
            throw Error(literal, foreign, $"unexpected {Excerpt.QuoteFirst(text[foreign..])} in bytes: write \\xNN");

        while (i < text.Length)
        {
            int plain = isRaw ? -1 : text[i..].IndexOf('\\');
            if (plain < 0)
                plain = text.Length - i;
            output.Append(text.Slice(i, plain));
            i += plain;
            if (i < text.Length)
                i += ReadEscape(literal, text, i, isBytes, output);
        }
    }

    private static int ReadEscape(TextSpan literal, ReadOnlySpan<char> text, int i, bool isBytes, StringBuilder output)
    {
        char letter = text[i + 1];
        switch (letter)
        {
            case '\n':
                return 2;
            case '\\' or '\'' or '"':
                output.Append(letter);
                return 2;
            case 'a':
                output.Append('\a');
                return 2;
            case 'b':
                output.Append('\b');
                return 2;
            case 'f':
                output.Append('\f');
                return 2;
            case 'n':
                output.Append('\n');
                return 2;
            case 'r':
                output.Append('\r');
                return 2;
            case 't':
                output.Append('\t');
                return 2;
            case 'v':
                output.Append('\v');
                return 2;
            case >= '0' and <= '7':
                return ReadOctal(literal, text, i, isBytes, output);
            case 'x':
                return ReadHex(literal, text, i, digits: 2, output);
            case 'u' when !isBytes:
                return ReadHex(literal, text, i, digits: 4, output);
            case 'U' when !isBytes:
                return ReadHex(literal, text, i, digits: 8, output);
            case 'N' when !isBytes:
                throw Error(literal, i, "\\N{name} is not supported: write \\uXXXX or \\UXXXXXXXX");
            default:
                // An unknown escape stands for itself, backslash included.
                output.Append('\\');
                return 1;
        }
    }

    private static int ReadOctal(TextSpan literal, ReadOnlySpan<char> text, int i, bool isBytes, StringBuilder output)
    {
        int value = 0;
        int length = 1;
        while (length < 4 && i + length < text.Length && text[i + length] is >= '0' and <= '7')
            value = (value * 8) + (text[i + length++] - '0');

        if (isBytes && value > byte.MaxValue)
            throw Error(literal, i, $"{text.Slice(i, length)} is more than a byte");
        output.Append((char)value);
        return length;
    }

    private static int ReadHex(TextSpan literal, ReadOnlySpan<char> text, int i, int digits, StringBuilder output)
    {
        ReadOnlySpan<char> code = text.Slice(i + 2, Math.Min(digits, text.Length - i - 2));
        bool isCode = uint.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint value);
        if (!isCode || code.Length < digits)
            throw Error(literal, i, $"\\{text[i + 1]} needs {digits} hexadecimal digits");
        if (!Rune.IsValid(value))
            throw Error(literal, i, $"\\{text[i + 1]}{code} is no Unicode character");

        output.Append(new Rune(value).ToString());
        return 2 + digits;
    }

    private static ConfigurationException Error(TextSpan literal, int offset, string message) =>
        new(literal.Skip(offset).Position.ToSource(), message);
}
