namespace Bootstrapper.Simulator;

/// <summary>An unsolicited line that comes along with answers.</summary>
/// <param name="Line">The line, without its framing.</param>
/// <param name="Place">Where in the answer it stands.</param>
/// <param name="Command">How the commands start that it comes along with; null for all.</param>
public sealed record Unsolicited(string Line, UnsolicitedPlace Place, string? Command = null)
{
    internal bool ComesWith(string command) =>
        Command is null || command.StartsWith(Command, StringComparison.OrdinalIgnoreCase);
}
