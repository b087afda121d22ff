using Bootstrapper.Lwm2m;

namespace Bootstrapper
{
    /// <summary>What a bootstrap from the smartcard found.</summary>
    public sealed class BootstrapResult
    {
        private readonly BootstrapOutcome _outcome;
        private readonly string _iccid;
        private readonly LoadResult _content;
        private readonly byte[] _state;

        internal BootstrapResult(BootstrapOutcome outcome, string iccid, LoadResult content, byte[] state)
        {
            _outcome = outcome;
            _iccid = iccid;
            _content = content;
            _state = state;
        }

        /// <summary>Gets how the bootstrap ended.</summary>
        public BootstrapOutcome Outcome => _outcome;

        /// <summary>
        /// Gets the card's identification number (ITU-T E.118), up to 20 digits; null if the card was not reached or did
        /// not tell.
        /// </summary>
        public string Iccid => _iccid;

        /// <summary>
        /// Gets what the bootstrap file holds: warnings and violations, what was skipped, the digest; null if the flow did
        /// not get to the file.
        /// </summary>
        public LoadResult Content => _content;

        /// <summary>
        /// Gets what <see cref="SmartCardBootstrap.Check"/> needs to find out whether card or file have changed: at most 70
        /// bytes without a secret, to be kept where a deep sleep leaves them. Null if the flow did not get to the file.
        /// </summary>
        public byte[] State => _state;

        /// <summary>Gets the configuration; null unless the outcome is <see cref="BootstrapOutcome.Provisioned"/>.</summary>
        public BootstrapConfiguration Configuration => Content?.Configuration;
    }
}
