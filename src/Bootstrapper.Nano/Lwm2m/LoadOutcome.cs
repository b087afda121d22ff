namespace Bootstrapper.Lwm2m
{
    /// <summary>How the loading of a well-formed bootstrap file ended.</summary>
    public enum LoadOutcome
    {
        /// <summary>The configuration is complete and keeps every rule; there may be warnings.</summary>
        Loaded = 0,

        /// <summary>The card was never personalised.</summary>
        Blank = 1,

        /// <summary>The file has neither a Security nor a Server instance.</summary>
        Empty = 2,

        /// <summary>The set of instances violates rules.</summary>
        Inconsistent = 3,
    }
}
