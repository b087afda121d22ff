using System.Globalization;
using System.Text;

namespace Bootstrapper.Simulator;

/// <summary>Writes answers as the other side set it with ATV and AT+CMEE (V.250 5.7.1, 3GPP TS 27.007 9.1).</summary>
internal static class AtAnswerFormat
{
    private const int CmeeOff = 0;
    private const int CmeeNumeric = 1;

    /// <summary>Gets the bytes of the answer with the unsolicited lines in it.</summary>
    public static byte[] Format(AtAnswer answer, IEnumerable<Unsolicited> unsolicited, AtSettings settings)
    {
        ILookup<UnsolicitedPlace, string> extra = unsolicited.ToLookup(u => u.Place, u => Information(u.Line, settings));
        StringBuilder text = new();
        text.AppendJoin("", extra[UnsolicitedPlace.Before]);
        text.AppendJoin("", answer.Lines.Select(l => Information(l, settings)));
        text.AppendJoin("", extra[UnsolicitedPlace.Between]);
        text.Append(answer.HasFinal ? Final(answer, settings) : "");
        text.AppendJoin("", extra[UnsolicitedPlace.After]);
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <summary>Gets a line that is no final result, with its framing.</summary>
    public static string Information(string line, AtSettings settings) =>
        settings.Verbose ? $"\r\n{line}\r\n" : $"{line}\r\n";

    private static string Final(AtAnswer answer, AtSettings settings)
    {
        // V0 and V1 are about result codes; +CME ERROR keeps its form as an information line.
        if (answer.Cme is { } error && settings.CmeeLevel != CmeeOff)
        {
            string what = settings.CmeeLevel == CmeeNumeric
                ? ((int)error).ToString(CultureInfo.InvariantCulture)
                : Describe(error);
            return Information($"+CME ERROR: {what}", settings);
        }

        return settings.Verbose
            ? $"\r\n{(answer.Succeeded ? "OK" : "ERROR")}\r\n"
            : $"{(answer.Succeeded ? "0" : "4")}\r";
    }

    private static string Describe(CmeError error) => error switch
    {
        CmeError.OperationNotAllowed => "operation not allowed",
        CmeError.OperationNotSupported => "operation not supported",
        CmeError.SimNotInserted => "SIM not inserted",
        CmeError.SimPinRequired => "SIM PIN required",
        CmeError.SimPukRequired => "SIM PUK required",
        CmeError.SimFailure => "SIM failure",
        CmeError.IncorrectPassword => "incorrect password",
        _ => "incorrect parameters",
    };
}
