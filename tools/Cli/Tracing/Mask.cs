using System.Text.RegularExpressions;

namespace Bootstrapper.Cli.Tracing;

/// <summary>What stands in a trace in place of what it must not show.</summary>
internal static partial class Mask
{
    /// <summary>Gets what stands for bytes.</summary>
    public static string Bytes(int count) => count == 1 ? "<1 byte>" : $"<{count} bytes>";

    /// <summary>Gets what stands for text.</summary>
    public static string Characters(int count) => $"<{count} characters>";

    /// <summary>Gets a text of which nothing is known without what could be a piece of a file's content, or a PIN.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pins">The PINs that have passed.</param>
    public static string Unknown(string text, IEnumerable<string> pins)
    {
        text = DigitChain().Replace(
            text,
            chain => LongRun().IsMatch(chain.Value) ? Characters(chain.Length) : chain.Value);
        foreach (string pin in pins)
            text = text.Replace(pin, "<PIN>", StringComparison.Ordinal);
        return text;
    }

    // Content in which single characters were distorted on the line is one chain still.
    [GeneratedRegex("[0-9A-Fa-f]+(?:[^0-9A-Fa-f][0-9A-Fa-f]+)*")]
    private static partial Regex DigitChain();

    // Models are called A7670E, and dates have six digits.
    [GeneratedRegex("[0-9A-Fa-f](?: ?[0-9A-Fa-f]){6}")]
    private static partial Regex LongRun();
}
