namespace nanoFramework.Hardware.Esp32
{
#pragma warning disable CA1707 // The device's own names.
    /// <summary>Stands for the device's own enum, as far as it is used.</summary>
    public enum EspNativeError
    {
        /// <summary>No error.</summary>
        OK = 0,

        /// <summary>An argument that can't be.</summary>
        INVALID_ARG = 258,
    }
}
