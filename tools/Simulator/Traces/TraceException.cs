using System.Globalization;

namespace Bootstrapper.Simulator;

/// <summary>A trace is not well-formed, or a client does something else than the one that was recorded.</summary>
/// <remarks>The message is one line that starts with the number of the trace's line.</remarks>
/// <param name="line">The number of the trace's line, from 1.</param>
/// <param name="reason">What is wrong.</param>
public sealed class TraceException(int line, string reason)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"trace line {line}: {reason}"))
{
    /// <summary>Gets the number of the trace's line, from 1.</summary>
    public int Line { get; } = line;
}
