namespace Bootstrapper.Simulator;

/// <summary>Bytes that went over the line in one direction.</summary>
/// <param name="IsSent">Whether they went to the modem, else they came from it.</param>
/// <param name="Delay">The time from the event before until the last of the bytes is there.</param>
/// <param name="Bytes">The bytes, at least one.</param>
/// <param name="Line">The number of the event's line in the trace, from 1; 0 for one that is not from a trace.</param>
public sealed record TraceEvent(bool IsSent, TimeSpan Delay, ReadOnlyMemory<byte> Bytes, int Line = 0)
{
    /// <summary>Gets the line of a trace that says the event.</summary>
    public override string ToString() => TraceText.Write(this);
}
