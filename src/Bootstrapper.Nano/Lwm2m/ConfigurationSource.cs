namespace Bootstrapper.Lwm2m
{
    /// <summary>Where an account came from (LwM2M TS, 6.1.3).</summary>
    public enum ConfigurationSource
    {
        /// <summary>The smartcard (6.1.3.2): the account lives and dies with it.</summary>
        Smartcard,

        /// <summary>The factory (6.1.3.1): a bootstrap file in the firmware.</summary>
        Factory,
    }
}
