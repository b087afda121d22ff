using System.Text;
using Bootstrapper.Cli.Output;

namespace Bootstrapper.Cli.Tracing;

/// <summary>Shows a dialogue with a modem line by line as it passes, in either direction and at either end of the line.</summary>
/// <remarks>
/// <code>
/// > AT+CSIM=10,"01B00000F0"
///     channel 1: READ BINARY, offset 0, 240 bytes
/// &lt; +CSIM: 484,"&lt;240 bytes>9000"
///     9000 done; 240 bytes
/// &lt; OK
/// </code>
/// Not thread-safe. Unless secrets are shown, what is not known to be harmless is masked: the content of files but for those
/// that lead to EF LwM2M_Bootstrap, PINs, the arguments of commands that nothing here knows.
/// </remarks>
/// <param name="writer">Where the lines go; stays the caller's.</param>
/// <param name="showSecrets">Whether nothing is masked.</param>
internal sealed class TraceView(TextWriter writer, bool showSecrets)
{
    // Twice the longest line that a modem sends: what goes on is shown in pieces.
    private const int MaxLineLength = 4096;

    private readonly StringBuilder _sent = new();
    private readonly StringBuilder _received = new();
    private readonly DialogueText _dialogue = new();

    /// <summary>Shows bytes that go to the modem.</summary>
    public void Sent(ReadOnlySpan<byte> bytes) => Add(bytes, _sent, isSent: true);

    /// <summary>Shows bytes that come from the modem.</summary>
    public void Received(ReadOnlySpan<byte> bytes) => Add(bytes, _received, isSent: false);

    /// <summary>Shows what is not complete yet: to be called at the end.</summary>
    public void Flush()
    {
        End(_sent, isSent: true);
        End(_received, isSent: false);
        writer.Flush();
    }

    private void Add(ReadOnlySpan<byte> bytes, StringBuilder line, bool isSent)
    {
        foreach (byte b in bytes)
        {
            // What steers a terminal has no meaning on this line; some modems send zeros between the characters.
            if (b is (byte)'\r' or (byte)'\n' || line.Length == MaxLineLength)
                End(line, isSent);
            if (b is >= (byte)' ' and not 0x7F)
                line.Append((char)b);
        }
    }

    private void End(StringBuilder line, bool isSent)
    {
        string text = line.ToString();
        line.Clear();
        if (string.IsNullOrWhiteSpace(text))
            return;

        (string masked, IReadOnlyList<string> words) = isSent ? _dialogue.Command(text) : _dialogue.Answer(text);
        writer.WriteLine($"{(isSent ? '>' : '<')} {Terminal.Printable(showSecrets ? text : masked)}");
        foreach (string explanation in words)
            writer.WriteLine($"    {Terminal.Printable(explanation)}");
    }
}
