namespace Bootstrapper.Simulator;

/// <summary>A command that the modem refuses, whatever its arguments.</summary>
/// <param name="Name">The name in upper case, the leading sign included.</param>
/// <param name="Refusal">How: <see cref="Refusal.Error"/> for a command that the modem does not have.</param>
/// <param name="Form">The form that is refused; null for all.</param>
public sealed record RefusedCommand(string Name, Refusal Refusal, AtRequestKind? Form = null)
{
    internal bool Covers(AtRequest request) => request.Name == Name && (Form ?? request.Kind) == request.Kind;
}
