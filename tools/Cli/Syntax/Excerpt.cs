using System.Globalization;
using System.Text;

namespace Bootstrapper.Cli.Syntax;

/// <summary>Shows a piece of a configuration in a message.</summary>
internal static class Excerpt
{
    // No message may show a key whose quotes were forgotten: none has fewer characters than this.
    private const int ShortestKey = 8;

    // But what begins like a name is one.
    private const int LongestName = 24;

    /// <summary>Quotes a piece that can be no key, and nothing of any other.</summary>
    public static string Quote(ReadOnlySpan<char> piece) =>
        piece.Length < ShortestKey || (piece.Length <= LongestName && IsNameLike(piece)) ? $"`{piece}`" : "";

    /// <summary>Quotes the character that a piece begins with, or says its code if it can't be seen.</summary>
    public static string QuoteFirst(ReadOnlySpan<char> piece)
    {
        Rune.DecodeFromUtf16(piece, out Rune rune, out _);
        return rune.Value == '\n' ? "line end" : IsPrintable(rune) ? $"`{rune}`" : $"U+{rune.Value:X4}";
    }

    private static bool IsNameLike(ReadOnlySpan<char> piece) =>
        piece.StartsWith("OID.", StringComparison.OrdinalIgnoreCase)
        || piece.StartsWith("RID.", StringComparison.OrdinalIgnoreCase)
        || piece.StartsWith("__", StringComparison.Ordinal);

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
