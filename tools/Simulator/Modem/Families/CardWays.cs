namespace Bootstrapper.Simulator;

/// <summary>The ways to the files of a card through AT commands.</summary>
[Flags]
public enum CardWays
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>AT+CSIM on a logical channel that MANAGE CHANNEL opened: any file of any application.</summary>
    CsimChannel = 1,

    /// <summary>AT+CSIM on the basic channel: the same, in the modem's way.</summary>
    CsimBasic = 2,

    /// <summary>AT+CCHO, AT+CGLA and AT+CCHC: the files of an application.</summary>
    Sessions = 4,

    /// <summary>AT+CRSM: the files in the MF and in the USIM.</summary>
    Crsm = 8,

    /// <summary>AT+CRSM with a path: the files that a path from the MF leads to.</summary>
    CrsmPath = 16,

    /// <summary>All of them.</summary>
    All = CsimChannel | CsimBasic | Sessions | Crsm | CrsmPath,
}
