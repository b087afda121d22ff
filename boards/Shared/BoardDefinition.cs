namespace Bootstrapper.Boards
{
    /// <summary>What is particular to a board: pins, serial port, power-on sequence, modem.</summary>
    /// <remarks>A pin is a number as GpioController has it: on ESP32 the GPIO's, on STM32 port x 16 + pin (PD3 is 51).</remarks>
    public sealed class BoardDefinition
    {
        /// <summary>The number of a pin that the board does not have, or that is fixed in its firmware.</summary>
        public const int NoPin = -1;

        /// <summary>Gets or sets what people call the board.</summary>
        public string Name { get; set; }

        /// <summary>Gets or sets the firmware image it is written for, as nanoff names it.</summary>
        public string FirmwareImage { get; set; }

        /// <summary>Gets or sets the name of the modem's profile (<see cref="Modem.ModemProfile.Name"/>), null to ask the modem.</summary>
        public string Profile { get; set; }

        /// <summary>Gets or sets the serial port to the modem: COM and one digit.</summary>
        public string Port { get; set; }

        /// <summary>Gets or sets the speed of the port in baud.</summary>
        public int BaudRate { get; set; } = 115200;

        /// <summary>Gets or sets whether the port uses RTS and CTS. On STM32 the firmware ignores that: see <see cref="LowPins"/>.</summary>
        public bool HasFlowControl { get; set; }

        /// <summary>Gets or sets the pin of the MCU that sends to the modem; only where pins have to be mapped (ESP32).</summary>
        public int TxPin { get; set; } = NoPin;

        /// <summary>Gets or sets the pin of the MCU that receives from the modem; only where pins have to be mapped (ESP32).</summary>
        public int RxPin { get; set; } = NoPin;

        /// <summary>Gets or sets the pin that asks the modem to wait; only where pins have to be mapped (ESP32).</summary>
        public int RtsPin { get; set; } = NoPin;

        /// <summary>Gets or sets the pin on which the modem asks to wait; only where pins have to be mapped (ESP32).</summary>
        public int CtsPin { get; set; } = NoPin;

        /// <summary>Gets or sets the pin that switches the modem's supply on while it is high.</summary>
        public int EnablePin { get; set; } = NoPin;

        /// <summary>
        /// Gets or sets the pins that have to be low for the modem to work: DTR where low keeps it awake, RTS where no driver
        /// sees to it; null if there are none.
        /// </summary>
        public int[] LowPins { get; set; }

        /// <summary>
        /// Gets or sets the pins that have to be high for the modem to work: the one that keeps it out of flight mode; null if
        /// there are none.
        /// </summary>
        public int[] HighPins { get; set; }

        /// <summary>Gets or sets the pin of the modem's power key.</summary>
        public int PowerKeyPin { get; set; } = NoPin;

        /// <summary>
        /// Gets or sets whether the key is pressed while the pin is high: so where a transistor inverts it. Where it is pressed
        /// while low, the pin is never driven or pulled high: the key has a pull-up of its own, of another voltage perhaps.
        /// </summary>
        public bool IsPowerKeyPressedHigh { get; set; }

        /// <summary>Gets or sets for how long the key is pressed to switch the modem on, in milliseconds.</summary>
        public int PowerOnPulse { get; set; }

        /// <summary>Gets or sets for how long the key is pressed to switch the modem off, in milliseconds.</summary>
        /// <remarks>Only done to a modem that stopped answering, on boards without a reset pin.</remarks>
        public int PowerOffPulse { get; set; }

        /// <summary>Gets or sets the pin of the modem's reset.</summary>
        public int ResetPin { get; set; } = NoPin;

        /// <summary>Gets or sets whether the modem is reset while the pin is high; if not, the pin is never driven high.</summary>
        public bool IsResetHigh { get; set; }

        /// <summary>Gets or sets for how long the reset is held, in milliseconds.</summary>
        public int ResetPulse { get; set; }

        /// <summary>Gets or sets the pin on which the modem shows, high, that it is on; without one it is asked with AT.</summary>
        public int StatusPin { get; set; } = NoPin;

        /// <summary>Gets or sets how long the modem takes from the key or the reset until it answers, in milliseconds.</summary>
        public int BootTime { get; set; }

        /// <summary>
        /// Gets or sets for how long the device sleeps deeply between two looks at the card, in seconds; 0, the default, to stay
        /// awake and watch it. Asleep it is out of the debugger's reach; the modem is left on, and pins float that hold it.
        /// </summary>
        public int DeepSleepSeconds { get; set; }
    }
}
