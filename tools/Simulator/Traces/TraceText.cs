using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Bootstrapper.Simulator;

/// <summary>Writes events as lines of a trace, and reads such lines (the form is <see cref="Trace"/>'s).</summary>
internal static partial class TraceText
{
    private static readonly byte[] _commandEnd = "\r"u8.ToArray();
    private static readonly byte[] _lineEnd = "\r\n"u8.ToArray();

    /// <summary>Gets the line of an event.</summary>
    public static string Write(TraceEvent e)
    {
        ReadOnlySpan<byte> bytes = e.Bytes.Span;
        string sign = e.IsSent ? ">" : "<";
        if (Unframed(bytes, e.IsSent) is { } framed)
            bytes = bytes[framed];
        else
            sign += sign;

        string delay = e.Delay >= TimeSpan.FromMilliseconds(1)
            ? string.Create(CultureInfo.InvariantCulture, $" +{(long)e.Delay.TotalMilliseconds}ms")
            : "";
        return $"{sign}{delay} {Escape(bytes)}".TrimEnd();
    }

    /// <summary>Reads a line; null for one that is empty or a comment.</summary>
    /// <exception cref="TraceException">It is no line of a trace.</exception>
    public static TraceEvent? Read(string line, int number)
    {
        string trimmed = line.Trim();
        if (trimmed.Length == 0 || trimmed[0] == '#')
            return null;

        Match match = Form().Match(trimmed);
        if (!match.Success)
        {
            throw new TraceException(
                number, "is no event: a sign > >> < <<, a delay such as +20ms if any, and a text, with spaces between");
        }

        string sign = match.Groups["sign"].Value;
        bool isSent = sign[0] == '>';
        byte[] text = Unescape(match.Groups["text"].Value, number);
        byte[] bytes = sign.Length == 2 ? text : isSent ? [.. text, .. _commandEnd] : [.. _lineEnd, .. text, .. _lineEnd];
        if (bytes.Length == 0)
            throw new TraceException(number, "has no bytes");

        string delay = match.Groups["delay"].Value;
        int milliseconds = delay.Length == 0 ? 0 : int.Parse(delay, CultureInfo.InvariantCulture);
        return new(isSent, TimeSpan.FromMilliseconds(milliseconds), bytes, number);
    }

    /// <summary>Gets bytes for a message: a command without its CR.</summary>
    public static string Describe(ReadOnlySpan<byte> bytes) => Escape(bytes.EndsWith(_commandEnd) ? bytes[..^1] : bytes);

    // Where in the bytes the text of a line is, if they are just one line with its usual framing.
    private static Range? Unframed(ReadOnlySpan<byte> bytes, bool isSent)
    {
        byte[] start = isSent ? [] : _lineEnd;
        byte[] end = isSent ? _commandEnd : _lineEnd;
        if (bytes.Length <= start.Length + end.Length || !bytes.StartsWith(start) || !bytes.EndsWith(end))
            return null;

        Range text = start.Length..^end.Length;
        return bytes[text].ContainsAny((byte)'\r', (byte)'\n') ? null : text;
    }

    private static string Escape(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new();
        for (int i = 0; i < bytes.Length; i++)
        {
            bool isOuterSpace = bytes[i] == ' ' && (i == 0 || i == bytes.Length - 1);
            text.Append(bytes[i] switch
            {
                (byte)'\r' => "\\r",
                (byte)'\n' => "\\n",
                (byte)'\\' => "\\\\",
                >= (byte)' ' and < 0x7F when !isOuterSpace => ((char)bytes[i]).ToString(),
                _ => string.Create(CultureInfo.InvariantCulture, $"\\x{bytes[i]:X2}"),
            });
        }

        // What looks like a delay is none.
        return LooksLikeDelay().IsMatch(text.ToString()) ? string.Concat("\\x2B", text.ToString().AsSpan(1)) : text.ToString();
    }

    private static byte[] Unescape(string text, int number)
    {
        List<byte> bytes = [];
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is < ' ' or > '~')
                throw new TraceException(number, $"has a character to be written as \\x and two digits at '{text[i..]}'");

            if (text[i] != '\\')
            {
                bytes.Add((byte)text[i]);
                continue;
            }

            ReadOnlySpan<char> rest = text.AsSpan(i + 1);
            if (rest is ['x', var high, var low, ..] && char.IsAsciiHexDigit(high) && char.IsAsciiHexDigit(low))
            {
                bytes.Add(byte.Parse(rest.Slice(1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 3;
                continue;
            }

            bytes.Add(rest switch
            {
                ['r', ..] => (byte)'\r',
                ['n', ..] => (byte)'\n',
                ['\\', ..] => (byte)'\\',
                _ => throw new TraceException(number, $"knows \\r \\n \\\\ and \\x with two digits, not '{text[i..]}'"),
            });
            i++;
        }

        return [.. bytes];
    }

    [GeneratedRegex(@"^(?<sign>>>|>|<<|<)( +\+(?<delay>[0-9]{1,9})ms)?( +(?<text>.*))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();

    [GeneratedRegex(@"^\+[0-9]{1,9}ms( |$)", RegexOptions.ExplicitCapture)]
    private static partial Regex LooksLikeDelay();
}
