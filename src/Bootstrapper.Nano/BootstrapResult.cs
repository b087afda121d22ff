using Bootstrapper.Lwm2m;

namespace Bootstrapper
{
    /// <summary>What a bootstrap from the smartcard found.</summary>
    public sealed class BootstrapResult
    {
        internal BootstrapResult(BootstrapOutcome outcome, string iccid, LoadResult content)
        {
            Outcome = outcome;
            Iccid = iccid;
            Content = content;
        }

        /// <summary>Gets how the bootstrap ended.</summary>
        public BootstrapOutcome Outcome { get; }

        /// <summary>
        /// Gets the card's identification number (ITU-T E.118), up to 20 digits; null if the card was not reached or did
        /// not tell.
        /// </summary>
        public string Iccid { get; }

        /// <summary>
        /// Gets what the bootstrap file holds: warnings and violations, what was skipped, the digest; null if the flow did
        /// not get to the file.
        /// </summary>
        public LoadResult Content { get; }

        /// <summary>Gets the configuration; null unless the outcome is <see cref="BootstrapOutcome.Provisioned"/>.</summary>
        public BootstrapConfiguration Configuration => Content?.Configuration;
    }
}
