namespace Bootstrapper.Simulator;

/// <summary>The command is answered +CME ERROR, as AT+CMEE wants it told, and not executed.</summary>
/// <param name="Code">The code (3GPP TS 27.007 9.2).</param>
public sealed record CmeErrorFault(int Code) : Fault
{
    internal override void Apply(SimulatedModem modem, string line) => Answer(modem, line, (CmeError)Code);
}
