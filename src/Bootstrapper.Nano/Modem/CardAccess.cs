namespace Bootstrapper.Modem
{
    /// <summary>The ways that a modem may offer to its card.</summary>
    public enum CardAccess
    {
        /// <summary>Whichever works, found out by trying.</summary>
        Auto,

        /// <summary>AT+CSIM on a logical channel that the library opens (3GPP TS 27.007, 8.17).</summary>
        CsimChannel,

        /// <summary>AT+CCHO, AT+CGLA, AT+CCHC: a logical channel that the modem opens (3GPP TS 27.007, 8.43 to 8.46).</summary>
        Cgla,

        /// <summary>AT+CRSM, only for files that a path from the MF reaches (3GPP TS 27.007, 8.18).</summary>
        Crsm,

        /// <summary>AT+CSIM on the basic channel, which the modem itself uses, too.</summary>
        CsimBasic,
    }
}
