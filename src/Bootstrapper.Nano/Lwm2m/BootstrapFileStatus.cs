namespace Bootstrapper.Lwm2m
{
    /// <summary>What the header of EF LwM2M_Bootstrap says about the file.</summary>
    public enum BootstrapFileStatus
    {
        /// <summary>The file has content; it may hold no objects.</summary>
        Content = 0,

        /// <summary>The card was never personalised: the file reads FF throughout.</summary>
        Blank = 1,
    }
}
