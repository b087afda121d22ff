namespace Bootstrapper.Simulator;

/// <summary>
/// Counts what goes over the line to a modem, and over the modem's line to its card. It is told what passes, as a
/// <see cref="TraceRecorder"/> is.
/// </summary>
/// <remarks>One caller at a time.</remarks>
public sealed class WireMeter
{
    private const int Header = 5;
    private const int ProcedureByte = 1;
    private const int StatusWord = 2;

    private int _commands;
    private long _sent;
    private long _received;
    private int _cardCommands;
    private long _cardBytes;

    /// <summary>Starts at zero.</summary>
    /// <param name="card">The card in the modem, whose commands are counted; null to leave its line out.</param>
    public WireMeter(SimulatedCard? card = null)
    {
        if (card is not null)
            card.Transmitted += Transmitted;
    }

    /// <summary>Gets what has passed so far.</summary>
    public WireCount Count => new(_commands, _sent, _received, _cardCommands, _cardBytes);

    /// <summary>Counts a recorded dialogue, in which nothing is seen of the card.</summary>
    public static WireCount Measure(Trace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        WireMeter meter = new();
        foreach (TraceEvent e in trace.Events)
        {
            if (e.IsSent)
                meter.Sent(e.Bytes.Span);
            else
                meter.Received(e.Bytes.Span);
        }

        return meter.Count;
    }

    /// <summary>Counts bytes that were sent to the modem; a CR ends a command.</summary>
    public void Sent(ReadOnlySpan<byte> bytes)
    {
        _sent += bytes.Length;
        _commands += bytes.Count((byte)'\r');
    }

    /// <summary>Counts bytes that came from the modem.</summary>
    public void Received(ReadOnlySpan<byte> bytes) => _received += bytes.Length;

    /// <summary>Counts a command to the card, and its response.</summary>
    public void Transmitted(CardExchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        _cardCommands++;
        _cardBytes += CharactersOf(exchange);
    }

    // ISO/IEC 7816-3, 10.3: a header of five characters, whatever the command. The data, which go one way or the other,
    // come behind a procedure byte. An Le behind data stays in the modem.
    private static int CharactersOf(CardExchange exchange)
    {
        int data = exchange.Command.Length > Header ? exchange.Command.Span[Header - 1] : exchange.Response.Length - StatusWord;
        return Header + (data > 0 ? ProcedureByte + data : 0) + StatusWord;
    }
}
