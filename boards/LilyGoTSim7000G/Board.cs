namespace Bootstrapper.Boards.LilyGoTSim7000G
{
    /// <summary>LilyGO T-SIM7000G: ESP32 and SIMCom SIM7000G.</summary>
    public static class Board
    {
        /// <summary>Gets its definition.</summary>
        public static BoardDefinition Define()
        {
            return new BoardDefinition
            {
                Name = "LilyGO T-SIM7000G",
                FirmwareImage = "ESP32_PSRAM_REV0",
                Profile = "SIMCom SIM7000",
                Port = "COM2",
                TxPin = 27,
                RxPin = 26,
                LowPins = new[] { 25 },
                PowerKeyPin = 4,
                IsPowerKeyPressedHigh = true,
                PowerOnPulse = 1000,
                PowerOffPulse = 1300,
                BootTime = 4500,
            };
        }
    }
}
