namespace Bootstrapper.Simulator;

/// <summary>What differs from modem to modem.</summary>
public sealed record ModemBehavior
{
    /// <summary>Gets whether the modem echoes before it is told otherwise.</summary>
    public bool Echo { get; init; } = true;

    /// <summary>Gets whether the modem follows 61xx and 6Cxx itself in AT+CSIM, so that the other side sees neither.</summary>
    public bool ResolvesGetResponse { get; init; } = true;

    /// <summary>Gets the time from the end of a command to the start of its answer.</summary>
    public TimeSpan ResponseDelay { get; init; }

    /// <summary>Gets the most bytes that arrive at once; 0 for no limit.</summary>
    public int PieceSize { get; init; }

    /// <summary>Gets the time between two pieces.</summary>
    public TimeSpan PieceDelay { get; init; }

    /// <summary>Gets the unsolicited lines that come along with answers, in their order.</summary>
    public IReadOnlyList<Unsolicited> Unsolicited { get; init; } = [];

    /// <summary>Gets the answer to AT+CGMI.</summary>
    public string Manufacturer { get; init; } = "Simulated";

    /// <summary>Gets the answer to AT+CGMM.</summary>
    public string Model { get; init; } = "SIM-1";

    /// <summary>Gets the answer to AT+CGMR.</summary>
    public string Revision { get; init; } = "1.0";
}
