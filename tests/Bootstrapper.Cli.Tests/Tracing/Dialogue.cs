using System.Globalization;
using System.Text;
using Bootstrapper.Card;
using Bootstrapper.Cli.Tracing;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Cli.Tests.Tracing;

/// <summary>What went over a line: pieces of bytes, each to the modem or from it.</summary>
internal sealed class Dialogue : ISerialLink
{
    private readonly SimulatedModem _modem;
    private readonly List<(bool IsSent, byte[] Bytes)> _pieces = [];

    private Dialogue(SimulatedModem modem) => _modem = modem;

    /// <summary>Gets the pieces.</summary>
    public IReadOnlyList<(bool IsSent, byte[] Bytes)> Pieces => _pieces;

    /// <summary>Has the library read the card in a modem, and gets what went over the line.</summary>
    public static Dialogue Of(
        ModemBehavior behavior, SimulatedCard card, BootstrapOptions options, FaultScript? faults = null) =>
        Of(behavior, card, options, faults, out _);

    /// <summary>The same, and what it came to.</summary>
    public static Dialogue Of(
        ModemBehavior behavior, SimulatedCard card, BootstrapOptions options, FaultScript? faults, out BootstrapOutcome? outcome)
    {
        StepClock clock = new();
        SimulatedModem modem = new(card, behavior, clock) { Faults = faults?.Start() };
        Dialogue dialogue = new(modem);
        outcome = null;
        try
        {
            outcome = new SmartCardBootstrap(dialogue, clock, options).Run().Outcome;
        }
        catch (Exception e) when (e is ModemException or CardException or ContentException)
        {
            // With faults, and on ways that a family does not have, that is as it should be.
        }

        return dialogue;
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        int length = _modem.Read(buffer.AsSpan(offset, count));
        if (length > 0)
            _pieces.Add((false, buffer[offset..(offset + length)]));
        return length;
    }

    public void Write(byte[] buffer, int offset, int count)
    {
        _pieces.Add((true, buffer[offset..(offset + count)]));
        _modem.Write(buffer.AsSpan(offset, count));
    }

    /// <summary>Shows pieces in a trace, each in chunks.</summary>
    /// <param name="pieces">The pieces.</param>
    /// <param name="showSecrets">Whether with secrets.</param>
    /// <param name="chunk">Gets the size of the next chunk; null for whole pieces.</param>
    public static string Show(
        IEnumerable<(bool IsSent, byte[] Bytes)> pieces, bool showSecrets = false, Func<int>? chunk = null)
    {
        StringWriter text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        TraceView view = new(text, showSecrets);
        foreach ((bool isSent, byte[] bytes) in pieces)
        {
            ReadOnlySpan<byte> rest = bytes;
            while (!rest.IsEmpty)
            {
                int length = Math.Min(rest.Length, chunk?.Invoke() ?? rest.Length);
                if (isSent)
                    view.Sent(rest[..length]);
                else
                    view.Received(rest[..length]);
                rest = rest[length..];
            }
        }

        view.Flush();
        return text.ToString();
    }

    /// <summary>Shows a dialogue that is written as lines: &gt; to the modem, &lt; from it.</summary>
    public static string Show(string dialogue, bool showSecrets = false) => Show(
        dialogue.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
            (line[0] == '>', Encoding.Latin1.GetBytes(line[0] == '>' ? line[2..] + "\r" : $"\r\n{line[2..]}\r\n"))),
        showSecrets);
}
