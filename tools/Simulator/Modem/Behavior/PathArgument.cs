namespace Bootstrapper.Simulator;

/// <summary>What becomes of the path in AT+CRSM, an argument that later releases of 3GPP TS 27.007 added.</summary>
public enum PathArgument
{
    /// <summary>It is where the file is looked for.</summary>
    Followed,

    /// <summary>It is an argument too many: the command ends in an error.</summary>
    Refused,

    /// <summary>It makes no difference: the file is looked for in the MF or in the USIM.</summary>
    Ignored,
}
