namespace Bootstrapper.Host.Tests.Faults;

/// <summary>The names of the ways to the card that are swept.</summary>
internal static class Ways
{
    /// <summary>AT+CSIM on a logical channel of ours, 61xx followed by the modem.</summary>
    public const string Csim = "CSIM";

    /// <summary>The same with 61xx and 6Cxx left to us.</summary>
    public const string CsimPassingOn = "CSIM, 61xx passed on";

    /// <summary>AT+CCHO and AT+CGLA, 61xx followed by the modem.</summary>
    public const string Cgla = "CGLA";

    /// <summary>The same with 61xx and 6Cxx left to us.</summary>
    public const string CglaPassingOn = "CGLA, 61xx passed on";

    /// <summary>AT+CRSM, for which the example card has the path in EF(DIR).</summary>
    public const string Crsm = "CRSM";

    /// <summary>AT+CSIM on the basic channel.</summary>
    public const string Basic = "CSIM, the basic channel";

    /// <summary>Whichever works.</summary>
    public const string Auto = "Auto";

    public static string[] All => [Csim, CsimPassingOn, Cgla, CglaPassingOn, Crsm, Basic, Auto];
}
