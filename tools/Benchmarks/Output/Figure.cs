using System.Globalization;

namespace Bootstrapper.Benchmarks.Output;

/// <summary>Numbers in text, the same everywhere.</summary>
internal static class Figure
{
    /// <summary>Gets a text with its numbers in the invariant culture.</summary>
    public static string Of(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
