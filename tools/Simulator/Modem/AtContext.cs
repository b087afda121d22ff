namespace Bootstrapper.Simulator;

/// <summary>What a command works on.</summary>
/// <param name="Behavior">What the modem is like.</param>
/// <param name="Settings">What the other side has set.</param>
/// <param name="Card">The card; null where there is none.</param>
internal sealed record AtContext(ModemBehavior Behavior, AtSettings Settings, ModemCard? Card)
{
    /// <summary>Gets the error that keeps a command from using the card; null where it may.</summary>
    public CmeError? CardError => Card is null ? CmeError.SimNotInserted : Card.Locked;
}
