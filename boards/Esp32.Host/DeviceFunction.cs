namespace nanoFramework.Hardware.Esp32
{
    /// <summary>What a pin of an ESP32 can be mapped to, as far as boards need it; the values are the device's.</summary>
    public enum DeviceFunction
    {
        /// <summary>The sender of the second UART.</summary>
        COM2_TX = 197120,

        /// <summary>The receiver of the second UART.</summary>
        COM2_RX = 197121,

        /// <summary>RTS of the second UART.</summary>
        COM2_RTS = 197122,

        /// <summary>CTS of the second UART.</summary>
        COM2_CTS = 197123,
    }
}
