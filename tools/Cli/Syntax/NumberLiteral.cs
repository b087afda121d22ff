using System.Globalization;
using System.Numerics;

namespace Bootstrapper.Cli.Syntax;

/// <summary>Reads and writes numbers of both formats; that they are well-formed is known before.</summary>
internal static class NumberLiteral
{
    /// <summary>The most bits that an integer has; the types of LwM2M end at 64.</summary>
    public const int MaxBits = 1024;

    /// <summary>Reads an integer without a sign: decimal, or after 0x, 0o or 0b in that base; underscores don't count.</summary>
    /// <exception cref="ConfigurationException">It is too large.</exception>
    public static BigInteger ReadInteger(ReadOnlySpan<char> literal, SourcePosition position)
    {
        uint radix = literal.Length < 2 ? 10u : literal[1] switch
        {
            'x' or 'X' => 16,
            'o' or 'O' => 8,
            'b' or 'B' => 2,
            _ => 10,
        };
        string digits = literal[(radix == 10 ? 0 : 2)..].ToString().Replace("_", "", StringComparison.Ordinal).TrimStart('0');

        // A digit is a bit or more. The sum below takes time in proportion to the square of the digits.
        BigInteger value = BigInteger.Zero;
        if (digits.Length <= MaxBits)
        {
            foreach (char digit in digits)
                value = (value * radix) + (char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        return digits.Length <= MaxBits && value.GetBitLength() <= MaxBits
            ? value
            : throw new ConfigurationException(position, $"an integer of more than {MaxBits} bits");
    }

    /// <summary>Reads a number with a fraction or an exponent; underscores don't count.</summary>
    public static double ReadFloat(ReadOnlySpan<char> literal)
    {
        string digits = literal.ToString().Replace("_", "", StringComparison.Ordinal);
        return double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>Writes a float so that both formats read the same again; infinity as a number that is too large.</summary>
    /// <param name="value">The value.</param>
    /// <param name="notANumber">What stands for not a number, for which neither format has a literal.</param>
    public static string Write(double value, string notANumber)
    {
        if (double.IsNaN(value))
            return notANumber;
        if (double.IsInfinity(value))
            return value > 0 ? "1e999" : "-1e999";

        string digits = value.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e');
        return digits.AsSpan().ContainsAny('.', 'e') ? digits : digits + ".0";
    }
}
