using System.Text;
using System.Text.RegularExpressions;
using Bootstrapper.Cli.Output;

namespace Bootstrapper.Cli.Tracing;

/// <summary>Shows a dialogue with a modem line by line as it passes, in either direction and at either end of the line.</summary>
/// <remarks>
/// Not thread-safe. What is not known to be harmless is masked unless secrets are shown: the content of files, PINs.
/// </remarks>
/// <param name="writer">Where the lines go; stays the caller's.</param>
/// <param name="showSecrets">Whether nothing is masked.</param>
internal sealed partial class TraceView(TextWriter writer, bool showSecrets)
{
    private readonly StringBuilder _sent = new();
    private readonly StringBuilder _received = new();

    /// <summary>Shows bytes that go to the modem.</summary>
    public void Sent(ReadOnlySpan<byte> bytes) => Add(bytes, _sent, '>');

    /// <summary>Shows bytes that come from the modem.</summary>
    public void Received(ReadOnlySpan<byte> bytes) => Add(bytes, _received, '<');

    /// <summary>Shows what is not complete yet: to be called at the end.</summary>
    public void Flush()
    {
        End(_sent, '>');
        End(_received, '<');
        writer.Flush();
    }

    private void Add(ReadOnlySpan<byte> bytes, StringBuilder line, char direction)
    {
        foreach (byte b in bytes)
        {
            if (b is (byte)'\r' or (byte)'\n')
                End(line, direction);
            else if (b >= ' ')
                line.Append((char)b);
        }
    }

    private void End(StringBuilder line, char direction)
    {
        if (line.Length == 0)
            return;
        string text = Terminal.Printable(line.ToString());
        line.Clear();
        writer.WriteLine($"{direction} {(showSecrets ? text : HexRun().Replace(text, m => $"<{m.Length} digits>"))}");
    }

    [GeneratedRegex("[0-9A-Fa-f](?: ?[0-9A-Fa-f]){3,}")]
    private static partial Regex HexRun();
}
