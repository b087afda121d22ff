using System.Globalization;

namespace Bootstrapper.Simulator;

/// <summary>Writes lines of answers in a modem's notation.</summary>
internal static class AnswerLine
{
    private const string LengthOfAll = "10";

    /// <summary>Gets the line with the response to an APDU: how long it is, and its bytes.</summary>
    public static string Apdu(string name, byte[] response, AnswerNotation notation)
    {
        string length = notation.Length switch
        {
            AnnouncedLength.Bytes => Number(response.Length),
            AnnouncedLength.AlwaysTen => LengthOfAll,
            _ => Number(2 * response.Length),
        };
        return Join(name, notation, length, Digits(response, notation));
    }

    /// <summary>Gets a line of a name and values.</summary>
    public static string Join(string name, AnswerNotation notation, params string[] values)
    {
        string colon = notation.Spacing == AnswerSpacing.None ? ":" : ": ";
        string comma = notation.Spacing == AnswerSpacing.AfterColonAndCommas ? ", " : ",";
        return name + colon + string.Join(comma, values);
    }

    /// <summary>Gets hexadecimal digits.</summary>
    public static string Digits(ReadOnlySpan<byte> bytes, AnswerNotation notation)
    {
        string digits = notation.LowerCase ? Convert.ToHexStringLower(bytes) : Convert.ToHexString(bytes);
        return notation.Quotes ? $"\"{digits}\"" : digits;
    }

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
