using System.Text.RegularExpressions;

namespace Bootstrapper.Cli.Tracing;

/// <summary>The forms of command lines and answers that a trace understands (V.250 5.3, 3GPP TS 27.007 8.17 to 8.46).</summary>
internal static partial class AtText
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    // A header at the least; at the most a header, Lc, 255 bytes and Le. A response has 256 bytes and a status word at most.
    private const string Apdu = "(?<hex>([0-9A-F]{2}){4,261})";
    private const string Response = "(?<hex>([0-9A-F]{2}){2,258})";
    private const string Session = "(?<session>[0-9A-F]{1,16})";
    private const string Comma = @"\s*,\s*";
    private const string Sign = "[+#%^$*!&_]";

    /// <summary>A command line of basic commands: letters with numbers that are too short for a PIN.</summary>
    [GeneratedRegex(@"^([A-Z]\d{0,2}|&[A-Z]\d{0,2}|S\d{1,2}(\?|=\d{0,3}))*$", Options)]
    public static partial Regex Basic();

    /// <summary>An extended command: its name, and what follows.</summary>
    [GeneratedRegex("^" + Sign + @"(?<name>[A-Z][A-Z0-9_]{0,15})(?<rest>.*)$", Options)]
    public static partial Regex Extended();

    /// <summary>The arguments of AT+CSIM.</summary>
    [GeneratedRegex(@"^(?<before>\s*\d{1,4}" + Comma + "\"?)" + Apdu + @"(?<after>""?\s*)$", Options)]
    public static partial Regex CsimArguments();

    /// <summary>The arguments of AT+CGLA.</summary>
    [GeneratedRegex(
        @"^(?<before>\s*""?" + Session + "\"?" + Comma + @"\d{1,4}" + Comma + "\"?)" + Apdu + @"(?<after>""?\s*)$", Options)]
    public static partial Regex CglaArguments();

    /// <summary>The arguments of AT+CCHO.</summary>
    [GeneratedRegex(@"^\s*""?(?<aid>([0-9A-F]{2}){1,16})""?\s*$", Options)]
    public static partial Regex CchoArguments();

    /// <summary>The arguments of AT+CCHC.</summary>
    [GeneratedRegex(@"^\s*""?" + Session + @"""?\s*$", Options)]
    public static partial Regex CchcArguments();

    /// <summary>The arguments of AT+CRSM: of all but the first, some may be missing; the path has up to four file IDs.</summary>
    [GeneratedRegex(
        @"^(?<before>\s*(?<instruction>\d{1,3})(" + Comma + @"(?<file>\d{0,5})"
            + "(" + Comma + @"(?<p1>\d{1,3})" + Comma + @"(?<p2>\d{1,3})" + Comma + @"(?<p3>\d{1,3}))?)?)"
            + "((?<comma>" + Comma + "\"?)(?<data>([0-9A-F]{2}){0,255})"
            + @"(?<after>""?\s*(,\s*""?(?<path>([0-9A-F]{4}){0,4})""?\s*)?))?$",
        Options)]
    public static partial Regex CrsmArguments();

    /// <summary>Where an answer to AT+CSIM, AT+CGLA or AT+CRSM starts in a line.</summary>
    [GeneratedRegex(@"\+(?<way>CSIM|CGLA|CRSM)\s*:", Options)]
    public static partial Regex CardAnswer();

    /// <summary>What follows +CSIM: or +CGLA:, in quotes, where the count may be wrong.</summary>
    [GeneratedRegex(@"^(?<before>\s*\d{1,4}" + Comma + "\")" + Response + @"(?<after>""\s*)$", Options)]
    public static partial Regex QuotedResponse();

    /// <summary>What follows +CSIM: or +CGLA:, without quotes, where the count is all that tells that it is whole.</summary>
    [GeneratedRegex(@"^(?<before>\s*(?<count>\d{1,4})" + Comma + ")" + Response + @"(?<after>\s*)$", Options)]
    public static partial Regex BareResponse();

    /// <summary>What follows +CRSM:, with data in quotes, or not, or none.</summary>
    [GeneratedRegex(
        @"^(?<before>\s*(?<sw1>\d{1,3})" + Comma + @"(?<sw2>\d{1,3})\s*(,\s*""?)?)(?<hex>([0-9A-F]{2}){0,256})(?<after>""?\s*)$",
        Options)]
    public static partial Regex CrsmResponse();

    /// <summary>The answer to AT+CCHO: a session with the prefix, or a number alone.</summary>
    [GeneratedRegex(@"^(\+CCHO:\s*""?" + Session + @"""?|(?<session>\d{1,3}))\s*$", Options)]
    public static partial Regex CchoAnswer();

    /// <summary>The answer to a command for the card's number: digits as all SIMs have them (ITU-T E.118), and an EID.</summary>
    [GeneratedRegex(
        "^(" + Sign + @"[A-Z0-9_]{2,16}:\s*)?""?89\d{16,18}F?""?(" + Comma + @"""?(89\d{30})?""?)?\s*$", Options)]
    public static partial Regex IccidAnswer();

    /// <summary>What can be a PIN among arguments.</summary>
    [GeneratedRegex(@"(?<!\d)\d{4,8}(?!\d)", Options)]
    public static partial Regex Pin();
}
