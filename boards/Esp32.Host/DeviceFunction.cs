namespace nanoFramework.Hardware.Esp32
{
#pragma warning disable CA1707 // The device's own names.
    /// <summary>Stands for the device's own type, with its values: what a pin may be mapped to.</summary>
    public enum DeviceFunction
    {
        /// <summary>What the second port sends on.</summary>
        COM2_TX = 197120,

        /// <summary>What the second port receives on.</summary>
        COM2_RX = 197121,

        /// <summary>What the second port lets the other side send with.</summary>
        COM2_RTS = 197122,

        /// <summary>What the second port waits for.</summary>
        COM2_CTS = 197123,

        /// <summary>What the third port sends on.</summary>
        COM3_TX = 197376,

        /// <summary>What the third port receives on.</summary>
        COM3_RX = 197377,

        /// <summary>What the third port lets the other side send with.</summary>
        COM3_RTS = 197378,

        /// <summary>What the third port waits for.</summary>
        COM3_CTS = 197379,
    }
#pragma warning restore CA1707
}
