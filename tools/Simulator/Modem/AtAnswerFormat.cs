using System.Text;

namespace Bootstrapper.Simulator;

/// <summary>Writes answers as the other side set it with ATQ, ATV and AT+CMEE (V.250 5.7.1, 3GPP TS 27.007 9.1).</summary>
internal static class AtAnswerFormat
{
    private const int CmeeOff = 0;
    private const int CmeeNumeric = 1;

    private static readonly AtAnswer _ok = AtAnswer.Ok();

    /// <summary>Gets the bytes of the answer with the unsolicited lines in it.</summary>
    public static byte[] Format(AtAnswer answer, IEnumerable<Unsolicited> unsolicited, ModemState modem)
    {
        AtSettings settings = modem.Settings;
        ILookup<UnsolicitedPlace, string> extra = unsolicited.ToLookup(u => u.Place, u => Information(u.Line, settings));
        StringBuilder text = new();
        if (answer.IsBehindOk)
            text.Append(Final(_ok, modem));

        text.AppendJoin("", extra[UnsolicitedPlace.Before]);
        text.AppendJoin("", answer.Lines.Select(l => Information(l, settings)));
        text.AppendJoin("", extra[UnsolicitedPlace.Between]);
        if (answer.Lines.Count > 0)
            text.Insert(text.Length, "\r\n", modem.Behavior.EmptyLines);

        text.Append(answer.HasFinal ? Final(answer, modem) : "");
        if (answer.Following is not null)
            text.Append(Information(answer.Following, settings));

        text.AppendJoin("", extra[UnsolicitedPlace.After]);
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <summary>Gets a line that is no final result, with its framing.</summary>
    public static string Information(string line, AtSettings settings) =>
        settings.Verbose ? $"\r\n{line}\r\n" : $"{line}\r\n";

    private static string Final(AtAnswer answer, ModemState modem)
    {
        AtSettings settings = modem.Settings;
        if (settings.Quiet)
            return "";

        // V0 and V1 are about result codes; +CME ERROR keeps its form as an information line.
        bool wordsOnly = modem.Behavior.ErrorForms == CmeeForms.WordsOnly;
        if (answer.Cme is { } error && (wordsOnly || settings.CmeeLevel != CmeeOff))
        {
            bool asNumber = !wordsOnly && settings.CmeeLevel == CmeeNumeric;
            return Information("+CME ERROR: " + (asNumber ? CmeErrorText.Number(error) : CmeErrorText.Words(error)), settings);
        }

        return settings.Verbose
            ? $"\r\n{(answer.Succeeded ? "OK" : "ERROR")}\r\n"
            : $"{(answer.Succeeded ? "0" : "4")}\r";
    }
}
