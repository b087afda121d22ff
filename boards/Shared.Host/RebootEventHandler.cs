namespace nanoFramework.Runtime.Native
{
    /// <summary>Stands for the device's own type: is told that the device restarts.</summary>
#pragma warning disable CA1711 // The device's own name.
    public delegate void RebootEventHandler();
#pragma warning restore CA1711
}
