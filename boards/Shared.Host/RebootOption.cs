namespace nanoFramework.Runtime.Native
{
    /// <summary>Stands for the device's own type: how to restart.</summary>
    public enum RebootOption
    {
        /// <summary>The whole device.</summary>
        NormalReboot = 0,

        /// <summary>The managed program alone.</summary>
        ClrOnly = 2,
    }
}
