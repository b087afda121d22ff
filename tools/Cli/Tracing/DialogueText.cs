using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Bootstrapper.Cli.Tracing;

/// <summary>Reads the lines of a dialogue with a modem: gets each without its secrets, and what it means in words.</summary>
internal sealed partial class DialogueText
{
    private const int MaxPins = 16;
    private const int PinBlockLength = 8;

    // Commands whose arguments are no secrets.
    private static readonly HashSet<string> _harmless =
    [
        "CFUN", "CMEE", "CREG", "CGREG", "CEREG", "CSCON", "CPSMS", "CEDRXS", "COPS", "CSCS", "CTZU", "CTZR", "CPINR", "CGACT",
        "CGATT", "IPR", "ICF", "IFC", "CGMI", "CGMM", "CGMR", "CGSN", "CLAC", "GCAP", "CIND", "CMER", "CSQ", "CESQ",
    ];

    private static readonly string[] _pinCommands = ["PIN", "PUK", "CLCK", "CPWD"];

    private readonly CardDialogue _card = new();
    private readonly List<string> _pins = [];
    private string _lastLine = "";
    private string _lastName = "";

    /// <summary>Takes a line to the modem.</summary>
    public (string Masked, IReadOnlyList<string> Words) Command(string line)
    {
        _card.Forget();
        _lastLine = line.Trim();
        _lastName = "";
        RememberPins(line);
        List<string> words = [];
        return (Command(line, words, isSent: true), words);
    }

    /// <summary>Takes a line from the modem.</summary>
    public (string Masked, IReadOnlyList<string> Words) Answer(string line)
    {
        string text = line.Trim();
        if (text == _lastLine)
            return ("(echo)", []);

        // The echo of an earlier command, or of half a command.
        if (text.StartsWith("AT", StringComparison.OrdinalIgnoreCase))
            return (Command(line, [], isSent: false), []);

        List<string> words = [];
        return (CardAnswers(line, words) ?? Other(line, words), words);
    }

    private string Command(string line, List<string> words, bool isSent)
    {
        // Whatever comes before the AT is noise (V.250 5.2.1).
        int start = line.IndexOf("AT", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return line.Length <= 2 ? line : Mask.Characters(line.Length);

        int end = start + 2;
        return Mask.Unknown(line[..start], _pins) + line[start..end] + Body(line[end..], words, isSent);
    }

    private string Body(string body, List<string> words, bool isSent)
    {
        if (AtText.Basic().IsMatch(body.Trim()))
            return body;
        if (AtText.Extended().Match(body) is not { Success: true } command)
            return Mask.Characters(body.Length);

        string name = command.Groups["name"].Value.ToUpperInvariant();
        string rest = command.Groups["rest"].Value;
        string head = body[..^rest.Length];
        if (isSent)
            _lastName = name;
        if (rest.Trim() is "" or "?" or "=?")
            return body;
        if (rest[0] != '=')
            return head + Mask.Characters(rest.Length);

        string arguments = rest[1..];
        return $"{head}={Arguments(name, arguments, words, isSent) ?? Mask.Characters(arguments.Length)}";
    }

    // Null for arguments that are not what they should be, or of which nothing is known.
    private string? Arguments(string name, string arguments, List<string> words, bool isSent) => name switch
    {
        "CSIM" when arguments.Trim() is "0" or "1" => arguments,
        "CSIM" => Apdu(name, AtText.CsimArguments().Match(arguments), words, isSent),
        "CGLA" => Apdu(name, AtText.CglaArguments().Match(arguments), words, isSent),
        "CRSM" => Crsm(AtText.CrsmArguments().Match(arguments), words, isSent),
        "CCHO" when AtText.CchoArguments().Match(arguments) is { Success: true } match =>
            Say(words, arguments, $"open a session with {Names.OfApplication(Convert.FromHexString(match.Groups["aid"].Value))}"),
        "CCHC" when AtText.CchcArguments().Match(arguments) is { Success: true } match =>
            Say(words, arguments, $"close session {match.Groups["session"].Value}"),
        _ when _harmless.Contains(name) && !arguments.Contains(';', StringComparison.Ordinal) => Mask.Unknown(arguments, _pins),
        _ => null,
    };

    private string? Apdu(string way, Match match, List<string> words, bool isSent)
    {
        if (!match.Success || Tracing.Apdu.Parse(Convert.FromHexString(match.Groups["hex"].Value)) is not { } command)
            return null;

        string hex = match.Groups["hex"].Value;
        bool shows = command.Data.Length == 0;
        if (isSent)
        {
            (string text, shows) = _card.Ask(way, way == "CGLA" ? match.Groups["session"].Value : null, command);
            words.Add(text);
            RememberPins(command);
        }

        return match.Groups["before"].Value + Masked(hex, command, shows) + match.Groups["after"].Value;
    }

    private string? Crsm(Match match, List<string> words, bool isSent)
    {
        if (!match.Success || !TryByte(match, "instruction", out byte instruction)
            || !TryByte(match, "p1", out byte p1) || !TryByte(match, "p2", out byte p2) || !TryByte(match, "p3", out byte p3))
        {
            return null;
        }

        byte[] data = Convert.FromHexString(match.Groups["data"].Value);
        bool shows = data.Length == 0;
        if (isSent)
        {
            ushort? file = ushort.TryParse(match.Groups["file"].Value, CultureInfo.InvariantCulture, out ushort id) ? id : null;
            (string text, shows) = _card.AskForFile(
                file, match.Groups["path"].Value, Tracing.Apdu.Of(instruction, p1, p2, p3, data));
            words.Add(text);
        }

        return match.Groups["before"].Value + match.Groups["comma"].Value
            + (shows ? match.Groups["data"].Value : Mask.Bytes(data.Length)) + match.Groups["after"].Value;
    }

    // In whatever form a PIN is entered: its echo may come in pieces.
    private void RememberPins(string line)
    {
        if (!_pinCommands.Any(name => line.Contains(name, StringComparison.OrdinalIgnoreCase)))
            return;
        foreach (Match pin in AtText.Pin().Matches(line))
            Remember(pin.Value);
    }

    private void RememberPins(Apdu command)
    {
        if (!CardInstructions.HasPins(command.Instruction))
            return;

        // Blocks of ASCII digits, filled up with FF (TS 102 221 9.5.1).
        for (int i = 0; i + PinBlockLength <= command.Data.Length; i += PinBlockLength)
        {
            ReadOnlySpan<byte> block = command.Data.AsSpan(i, PinBlockLength);
            Remember(Encoding.Latin1.GetString(block.TrimEnd((byte)0xFF)));
        }
    }

    private void Remember(string pin)
    {
        if (pin.Length < 4 || _pins.Contains(pin))
            return;
        if (_pins.Count == MaxPins)
            _pins.RemoveAt(0);
        _pins.Add(pin);
    }

    private static string Masked(string hex, Apdu command, bool shows)
    {
        const int BeforeData = 10;
        int digits = 2 * command.Data.Length;
        return shows ? hex : hex[..BeforeData] + Mask.Bytes(command.Data.Length) + hex[(BeforeData + digits)..];
    }

    private static string Say(List<string> words, string line, string text)
    {
        words.Add(text);
        return line;
    }

    // What is missing is 0: AT+CRSM needs P1, P2 and P3 with some instructions only.
    private static bool TryByte(Match match, string group, out byte value)
    {
        string text = match.Groups[group].Value;
        value = 0;
        return text.Length == 0 || byte.TryParse(text, CultureInfo.InvariantCulture, out value);
    }
}
