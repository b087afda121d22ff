namespace Bootstrapper.Cli;

/// <summary>What ends a command: one line for a person who can act on it, and the exit code.</summary>
internal sealed class CommandException(ExitCode code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Gets the exit code.</summary>
    public ExitCode Code => code;
}
