namespace Bootstrapper
{
    /// <summary>What a bootstrap from the smartcard ends with, where it ends as it may be expected to.</summary>
    public enum BootstrapOutcome
    {
        /// <summary>The card holds a configuration; it is in the result.</summary>
        Provisioned,

        /// <summary>There is no card (+CME ERROR 10).</summary>
        NoCard,

        /// <summary>The SIM, or a file on it, wants a PIN (+CME ERROR 11, status word 6982).</summary>
        PinRequired,

        /// <summary>A PIN is blocked (+CME ERROR 12, status word 6983).</summary>
        PinBlocked,

        /// <summary>The application cancelled.</summary>
        Cancelled,

        /// <summary>The card has no PKCS#15 application.</summary>
        NoApplication,

        /// <summary>The PKCS#15 application names no bootstrap file, or the file is not there.</summary>
        NoBootstrapFile,

        /// <summary>The file was never written: it holds FF only.</summary>
        Blank,

        /// <summary>The file is well-formed and holds no account.</summary>
        Empty,

        /// <summary>The card hands the file out on a secure channel only (status word 6989; LwM2M TS, Appendix H).</summary>
        SecureChannelRequired,

        /// <summary>The file is well-formed, but what it configures is contradictory: the result names all violations.</summary>
        Inconsistent,
    }
}
