namespace Bootstrapper.Simulator;

/// <summary>A dialogue with a modem, as it was on the line: recorded (<see cref="TraceRecorder"/>) or written by hand.</summary>
/// <remarks>
/// The text has an event a line. A delay is the time since the event before, of which the replay keeps the modem's:
/// <code>
/// # Opens a logical channel.
/// > AT+CSIM=10,"0070000001"
/// &lt; +250ms +CSIM: 6,"019000"
/// &lt; OK
/// </code>
/// A command has its CR behind it, and a line of the modem has CR LF before and behind it. Where the bytes are others,
/// they stand as they are behind a doubled sign: an echo, half of a line, a modem after ATV0:
/// <code>
/// &lt;&lt; AT+CSIM=10,"0070000001"\r
/// &lt;&lt; \r\n+CSIM: 6,"01
/// &lt;&lt; +1500ms 9000"\r\n
/// </code>
/// What is not printable, spaces at the ends, and the backslash are escaped: <c>\r \n \\ \x00</c>.
/// </remarks>
public sealed class Trace
{
    private Trace(IReadOnlyList<TraceEvent> events) => Events = events;

    /// <summary>Gets the events.</summary>
    public IReadOnlyList<TraceEvent> Events { get; }

    /// <summary>Reads a trace from a file.</summary>
    /// <exception cref="TraceException">It is no trace.</exception>
    public static Trace Load(string path) => Parse(File.ReadAllText(path));

    /// <summary>Reads a trace.</summary>
    /// <exception cref="TraceException">It is no trace.</exception>
    public static Trace Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<TraceEvent> events = [];
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (TraceText.Read(lines[i], i + 1) is { } e)
                events.Add(e);
        }

        return new(events);
    }
}
