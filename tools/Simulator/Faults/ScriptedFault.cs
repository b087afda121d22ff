namespace Bootstrapper.Simulator;

/// <summary>A fault and the command that it befalls.</summary>
public sealed record ScriptedFault
{
    /// <summary>Makes a fault that befalls a command by its number.</summary>
    /// <param name="command">The number of the command, from 1.</param>
    /// <param name="fault">The fault.</param>
    public ScriptedFault(int command, Fault fault)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(command, 1);
        Command = command;
        Fault = fault;
    }

    /// <summary>Makes a fault that befalls the first command line that contains a text.</summary>
    /// <param name="text">The text, in either case.</param>
    /// <param name="fault">The fault.</param>
    public ScriptedFault(string text, Fault fault)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        Text = text;
        Fault = fault;
    }

    /// <summary>Gets the number of the command, from 1; 0 for one that its text tells.</summary>
    public int Command { get; }

    /// <summary>Gets what the command line contains; null for one that its number tells.</summary>
    public string? Text { get; }

    /// <summary>Gets the fault.</summary>
    public Fault Fault { get; }

    // A command that had another fault already leaves this one to the next.
    internal bool IsDue(int command, string line) =>
        Text is null ? command >= Command : line.Contains(Text, StringComparison.OrdinalIgnoreCase);
}
