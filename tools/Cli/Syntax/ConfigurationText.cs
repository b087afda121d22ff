using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Superpower.Model;

namespace Bootstrapper.Cli.Syntax;

/// <summary>Reads configurations: UTF-8 text in one of the two formats.</summary>
internal static class ConfigurationText
{
    /// <summary>The longest text in bytes, 1 MiB; a bootstrap file has 64 KB at most.</summary>
    public const int MaxLength = 1 << 20;

    /// <summary>How deep brackets and braces may be nested; a configuration needs five levels.</summary>
    public const int MaxDepth = 32;

    /// <summary>What is said of brackets that are nested deeper.</summary>
    public static readonly string TooDeep = $"nested deeper than {MaxDepth} levels";

    /// <summary>Reads a configuration.</summary>
    /// <param name="utf8">The text, with or without a byte order mark.</param>
    /// <param name="format">The format, or null to tell it by the text: see <see cref="Detect"/>.</param>
    /// <param name="isTemplate">Whether values may be placeholders.</param>
    /// <exception cref="ConfigurationException">It isn't one literal of the format.</exception>
    public static Node Read(ReadOnlySpan<byte> utf8, ConfigurationFormat? format = null, bool isTemplate = false)
    {
        string text = Decode(utf8);
        return (format ?? Detect(text)) switch
        {
            ConfigurationFormat.Json => JsonParser.Read(text, isTemplate),
            _ => DictionaryParser.Read(text, isTemplate),
        };
    }

    /// <summary>
    /// Tells the format of a text: JSON is what begins with a brace and then, blanks aside, a string in double quotes; or with
    /// a slash, as of a comment in JavaScript. All else is taken for the dictionary syntax, in which keys are numbers or names,
    /// comments begin with <c>#</c>, and strings may have prefixes or three quotes. An empty <c>{}</c> is the same in both.
    /// </summary>
    public static ConfigurationFormat Detect(string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan().TrimStart();
        if (rest is ['{', ..])
            rest = rest[1..].TrimStart();
        else if (rest is not ['/', ..])
            return ConfigurationFormat.Dictionary;

        return rest is ['/', ..] or (['"', ..] and not ['"', '"', '"', ..])
            ? ConfigurationFormat.Json
            : ConfigurationFormat.Dictionary;
    }

    private static string Decode(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith(Encoding.UTF8.Preamble))
            utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        if (utf8.Length > MaxLength)
            throw new ConfigurationException(new SourcePosition(1, 1), $"longer than {MaxLength} bytes");

        char[] characters = new char[utf8.Length];
        OperationStatus status = Utf8.ToUtf16(utf8, characters, out _, out int length, replaceInvalidSequences: false);

        // The line ends of all systems become one, as in CPython, in strings as well.
        string text = new string(characters, 0, length)
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n');
        int zero = text.IndexOf('\0', StringComparison.Ordinal);
        if (zero >= 0)
            throw Error(text, zero, "a zero byte: no text, or not in UTF-8");
        if (status != OperationStatus.Done)
            throw Error(text, text.Length, "not in UTF-8");
        return text;
    }

    private static ConfigurationException Error(string text, int offset, string message) =>
        new(new TextSpan(text).Skip(offset).Position.ToSource(), message);
}
