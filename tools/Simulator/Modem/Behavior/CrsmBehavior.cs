namespace Bootstrapper.Simulator;

/// <summary>What differs from modem to modem in AT+CRSM (3GPP TS 27.007 8.18).</summary>
public sealed record CrsmBehavior
{
    /// <summary>Gets what becomes of the last argument, the path.</summary>
    public PathArgument Path { get; init; }

    /// <summary>Gets whether the first read after the start fails: 106,134 (6A86) and empty quotes.</summary>
    public bool FirstReadFails { get; init; }

    /// <summary>Gets whether GET RESPONSE needs P1, P2 and P3, which it could do without.</summary>
    public bool NeedsAllParameters { get; init; }
}
