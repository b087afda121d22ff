namespace Bootstrapper
{
    /// <summary>What the bootstrap is at.</summary>
    public enum BootstrapStep
    {
        /// <summary>Waking the modem and waiting for the SIM.</summary>
        GettingReady,

        /// <summary>Opening a way to the card.</summary>
        ReachingCard,

        /// <summary>Looking for the PKCS#15 application.</summary>
        FindingApplication,

        /// <summary>Looking for the bootstrap file in the application's directory files.</summary>
        FindingFile,

        /// <summary>Reading the bootstrap file.</summary>
        ReadingFile,

        /// <summary>Putting the modem's settings back.</summary>
        PuttingBack,
    }
}
