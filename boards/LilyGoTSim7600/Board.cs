namespace Bootstrapper.Boards.LilyGoTSim7600
{
    /// <summary>LilyGO T-SIM7600: ESP32 and a SIMCom SIM7600.</summary>
    public static class Board
    {
        /// <summary>Gets its definition.</summary>
        public static BoardDefinition Define()
        {
            return new BoardDefinition
            {
                Name = "LilyGO T-SIM7600",
                FirmwareImage = "ESP32_PSRAM_REV0",
                Profile = "SIMCom SIM7600",
                Port = "COM2",
                TxPin = 27,
                RxPin = 26,
                LowPins = new[] { 32 },
                HighPins = new[] { 25 },
                PowerKeyPin = 4,
                IsPowerKeyPressedHigh = true,
                PowerOnPulse = 500,
                PowerOffPulse = 3000,
                StatusPin = 34,
                BootTime = 15000,
            };
        }
    }
}
