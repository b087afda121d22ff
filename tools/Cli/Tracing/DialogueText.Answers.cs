using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Bootstrapper.Cli.Tracing;

/// <content>Lines from the modem.</content>
internal sealed partial class DialogueText
{
    // The answers to AT+CSIM, AT+CGLA and AT+CRSM in a line, the last of which is that to the last command; null for none.
    private string? CardAnswers(string line, List<string> words)
    {
        MatchCollection starts = AtText.CardAnswer().Matches(line);
        if (starts.Count == 0)
        {
            return _card.Awaited is { } awaited and not "CRSM" && AtText.QuotedResponse().IsMatch(line)
                ? CardAnswer(awaited, line, words, isLast: true)
                : null;
        }

        StringBuilder masked = new(Mask.Unknown(line[..starts[0].Index], _pins));
        for (int i = 0; i < starts.Count; i++)
        {
            int begin = starts[i].Index + starts[i].Length;
            bool isLast = i == starts.Count - 1;
            string content = line[begin..(isLast ? line.Length : starts[i + 1].Index)];
            string way = starts[i].Groups["way"].Value.ToUpperInvariant();
            masked.Append(starts[i].Value).Append(CardAnswer(way, content, words, isLast) ?? Mask.Unknown(content, _pins));
        }

        return masked.ToString();
    }

    private string? CardAnswer(string way, string content, List<string> words, bool isLast)
    {
        bool hasStatusInFront = way == "CRSM";
        Match match = hasStatusInFront ? AtText.CrsmResponse().Match(content) : Response(content);
        if (!match.Success)
            return null;

        string hex = match.Groups["hex"].Value;
        byte[] bytes = Convert.FromHexString(hex);
        int word;
        if (hasStatusInFront)
        {
            if (!TryByte(match, "sw1", out byte first) || !TryByte(match, "sw2", out byte second))
                return null;
            word = (first << 8) | second;
        }
        else
        {
            word = (bytes[^2] << 8) | bytes[^1];
            bytes = bytes[..^2];
        }

        // The end of a line that lost its end is content.
        if (!StatusWord.IsPossible(word))
            return null;

        bool shows = bytes.Length == 0;
        if (isLast)
        {
            (string text, shows) = _card.Answer(way, bytes, word);
            words.Add(text);
        }

        int digits = 2 * bytes.Length;
        string data = shows ? hex[..digits] : Mask.Bytes(bytes.Length);
        return match.Groups["before"].Value + data + hex[digits..] + match.Groups["after"].Value;
    }

    private static Match Response(string content)
    {
        Match quoted = AtText.QuotedResponse().Match(content);
        if (quoted.Success)
            return quoted;

        Match bare = AtText.BareResponse().Match(content);
        if (!bare.Success)
            return bare;
        int count = int.Parse(bare.Groups["count"].Value, CultureInfo.InvariantCulture);
        int digits = bare.Groups["hex"].Length;
        return count == digits || 2 * count == digits ? bare : Match.Empty;
    }

    private string Other(string line, List<string> words)
    {
        string text = line.Trim();
        if (_lastName == "CCHO" && AtText.CchoAnswer().Match(text) is { Success: true } opened)
        {
            string session = opened.Groups["session"].Value;
            _card.Opened(session);
            words.Add($"session {session}");
            return line;
        }

        bool isCardNumber = _lastName.EndsWith("CID", StringComparison.Ordinal) && AtText.IccidAnswer().IsMatch(text);
        return isCardNumber ? line : Mask.Unknown(line, _pins);
    }
}
