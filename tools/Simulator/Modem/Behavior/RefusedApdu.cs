namespace Bootstrapper.Simulator;

/// <summary>A kind of APDU that the modem refuses in AT+CSIM.</summary>
/// <param name="Form">Which.</param>
/// <param name="Refusal">How.</param>
public sealed record RefusedApdu(ApduForm Form, Refusal Refusal);
