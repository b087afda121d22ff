namespace Bootstrapper.Modem
{
    /// <summary>What a family of modems does otherwise than 3GPP TS 27.007 has it, or needs beyond it.</summary>
    public sealed class ModemProfile
    {
        internal ModemProfile(string name, string model, string iccidCommand = null, CardAccess access = CardAccess.Auto)
        {
            Name = name;
            Model = model;
            IccidCommand = iccidCommand;
            PreferredAccess = access;
            ChunkSize = 240;
            SelectsWithLe = true;
            ClosesWithLe = true;
            SimReadyTimeout = 30000;
            CommandTimeout = 10000;
            FunctionalityForReading = 4;
        }

        /// <summary>Gets the name to choose it by.</summary>
        public string Name { get; }

        /// <summary>Gets the upper-case texts, parted by semicolons, one of which AT+CGMM or AT+CGMI answers with.</summary>
        public string Model { get; }

        /// <summary>Gets the command that returns the ICCID, null if there is none that is known.</summary>
        public string IccidCommand { get; }

        /// <summary>Gets the way to the card that is tried first.</summary>
        public CardAccess PreferredAccess { get; }

        /// <summary>Gets the most bytes that a READ BINARY should ask for.</summary>
        public int ChunkSize { get; internal set; }

        /// <summary>Gets whether a SELECT that asks for data goes with Le first (ISO/IEC 7816-3, case 4).</summary>
        public bool SelectsWithLe { get; internal set; }

        /// <summary>Gets whether MANAGE CHANNEL close goes with Le first, in five bytes.</summary>
        public bool ClosesWithLe { get; internal set; }

        /// <summary>Gets whether AT+CSIM=1 has to lock the card before APDUs, and AT+CSIM=0 to unlock it after them.</summary>
        public bool NeedsCsimLock { get; internal set; }

        /// <summary>Gets how long the SIM may be busy after the modem has woken, in milliseconds.</summary>
        public int SimReadyTimeout { get; }

        /// <summary>Gets the longest time for one command to the card, in milliseconds.</summary>
        public int CommandTimeout { get; }

        /// <summary>Gets the +CFUN value with which the SIM is on and the radio off; -1 to leave a modem as it is.</summary>
        public int FunctionalityForReading { get; internal set; }
    }
}
