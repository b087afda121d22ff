namespace Bootstrapper.Simulator;

/// <summary>A card that is not ready at once when the modem starts or the card is put in.</summary>
/// <param name="Queries">How many AT+CPIN? come too early.</param>
/// <param name="Refusal">The answer to these, and to every other command for the card up to then.</param>
public sealed record SimStart(int Queries, Refusal Refusal);
