namespace Bootstrapper.Modem
{
    /// <summary>What a family of modems does otherwise than 3GPP TS 27.007 has it, or needs beyond it.</summary>
    public sealed class ModemProfile
    {
        // What is not the default is set where the profile is made.
        internal int MostBytes = 240;
        internal int Functionality = 4;
        internal bool RefusesSelectWithLe;
        internal bool ClosesWithoutLe;
        internal bool NeedsLock;

        private readonly string _name;
        private readonly string _model;
        private readonly string _iccidCommand;
        private readonly CardAccess _access;

        /// <summary>Creates a profile. A <paramref name="model"/> that is null is what the name has behind its space.</summary>
        internal ModemProfile(string name, string model, string iccidCommand = null, CardAccess access = CardAccess.Auto)
        {
            _name = name;
            _model = model ?? name.Substring(name.IndexOf(' ') + 1);
            _iccidCommand = iccidCommand;
            _access = access;
        }

        /// <summary>Gets the name to choose it by.</summary>
        public string Name => _name;

        /// <summary>Gets the upper-case texts, parted by semicolons, one of which AT+CGMM or AT+CGMI answers with.</summary>
        public string Model => _model;

        /// <summary>Gets the command that returns the ICCID, null if there is none that is known.</summary>
        public string IccidCommand => _iccidCommand;

        /// <summary>Gets the way to the card that is tried first.</summary>
        public CardAccess PreferredAccess => _access;

        /// <summary>Gets the most bytes that a READ BINARY should ask for.</summary>
        public int ChunkSize => MostBytes;

        /// <summary>Gets whether a SELECT that asks for data goes with Le first (ISO/IEC 7816-3, case 4).</summary>
        public bool SelectsWithLe => !RefusesSelectWithLe;

        /// <summary>Gets whether MANAGE CHANNEL close goes with Le first, in five bytes.</summary>
        public bool ClosesWithLe => !ClosesWithoutLe;

        /// <summary>Gets whether AT+CSIM=1 has to lock the card before APDUs, and AT+CSIM=0 to unlock it after them.</summary>
        public bool NeedsCsimLock => NeedsLock;

        /// <summary>Gets how long the SIM may be busy after the modem has woken, in milliseconds.</summary>
        public int SimReadyTimeout => 30000;

        /// <summary>Gets the longest time for one command to the card, in milliseconds.</summary>
        public int CommandTimeout => 10000;

        /// <summary>Gets the +CFUN value with which the SIM is on and the radio off; -1 to leave a modem as it is.</summary>
        public int FunctionalityForReading => Functionality;
    }
}
