using System.Globalization;
using System.Text;

namespace Bootstrapper.Cli.Syntax;

/// <summary>Shows a piece of a configuration in a message.</summary>
internal static class Excerpt
{
    // A pre-shared key in hexadecimal digits is longer: no message may show one.
    private const int Longest = 24;

    /// <summary>Quotes a short piece, and nothing of a longer one.</summary>
    public static string Quote(ReadOnlySpan<char> piece) => piece.Length <= Longest ? $"`{piece}`" : "";

    /// <summary>Quotes the character that a piece begins with, or says its code if it can't be seen.</summary>
    public static string QuoteFirst(ReadOnlySpan<char> piece)
    {
        Rune.DecodeFromUtf16(piece, out Rune rune, out _);
        return rune.Value == '\n' ? "line end" : IsPrintable(rune) ? $"`{rune}`" : $"U+{rune.Value:X4}";
    }

    /// <summary>Tells whether a character shows as itself, and moves nothing around it.</summary>
    public static bool IsPrintable(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control
            or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.SpaceSeparator
            or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned);
}
