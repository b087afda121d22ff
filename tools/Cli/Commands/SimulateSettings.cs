namespace Bootstrapper.Cli.Commands;

/// <summary>What <c>simboot simulate</c> is asked for.</summary>
/// <param name="Card">The folder of a card image; null for the example SIM.</param>
/// <param name="Image">An image for the example SIM; null for the example's own.</param>
/// <param name="Profile">The family of modems.</param>
/// <param name="Link">Where to put a link to the pseudo-terminal; null for nowhere.</param>
/// <param name="Port">The TCP port, 0 for a free one; null for a pseudo-terminal.</param>
/// <param name="Trace">Whether the dialogue is shown.</param>
/// <param name="ShowSecrets">Whether it is shown with keys and PINs.</param>
/// <param name="Record">The file that the dialogue is recorded in; null for none.</param>
internal sealed record SimulateSettings(
    string? Card, string? Image, string Profile, string? Link, int? Port, bool Trace, bool ShowSecrets, string? Record);
