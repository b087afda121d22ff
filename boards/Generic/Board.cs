namespace Bootstrapper.Boards.Generic
{
    /// <summary>A board of one's own: copy the folder, rename the namespace, say here how the modem is wired.</summary>
    public static class Board
    {
        /// <summary>Gets its definition.</summary>
        public static BoardDefinition Define()
        {
            return new BoardDefinition
            {
                // What the log calls it.
                Name = "Generic",

                // What nanoff calls the image that the packages of the project fit (nanoff --listtargets).
                FirmwareImage = "ESP32_PSRAM_REV0",

                // A name out of ModemProfiles; null to ask the modem what it is.
                Profile = null,

                // COM and one digit. COM1 of an ESP32 is the debugger's; an STM32 has what its firmware gives it.
                Port = "COM2",

                // What the modem is set to.
                BaudRate = 115200,

                // Whether RTS and CTS are wired. An STM32 has no flow control: put the pin at the modem's RTS into LowPins.
                HasFlowControl = false,

                // ESP32 only: the pin that sends to the modem, and the one that receives from it.
                TxPin = 27,
                RxPin = 26,

                // ESP32 with flow control only: the pin that makes the modem wait, and the one that it makes us wait with.
                RtsPin = BoardDefinition.NoPin,
                CtsPin = BoardDefinition.NoPin,

                // The switch of the modem's supply, on while high.
                EnablePin = BoardDefinition.NoPin,

                // Pins that have to be low while the modem works: DTR. Or null.
                LowPins = null,

                // Pins that have to be high while the modem works: flight mode, where high is off. Or null.
                HighPins = null,

                // The modem's power key, and whether a high pin presses it: true with a transistor between, false without.
                PowerKeyPin = 4,
                IsPowerKeyPressedHigh = true,

                // For how long the key is pressed, in milliseconds: the modem's hardware design manual has both.
                PowerOnPulse = 1000,
                PowerOffPulse = 1300,

                // The modem's reset, whether a high pin resets, and for how long, in milliseconds.
                ResetPin = BoardDefinition.NoPin,
                IsResetHigh = false,
                ResetPulse = 0,

                // The pin that is high while the modem is on.
                StatusPin = BoardDefinition.NoPin,

                // From the key or the reset until the modem's UART answers, in milliseconds; rather too long than too short.
                BootTime = 5000,

                // How long to sleep deeply between two looks at the card, in seconds (ESP32); 0 to stay awake and watch it.
                DeepSleepSeconds = 0,
            };
        }
    }
}
