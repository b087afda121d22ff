namespace Bootstrapper.Boards.LilyGoTA7670
{
    /// <summary>LilyGO T-A7670: ESP32 and a SIMCom A7670.</summary>
    public static class Board
    {
        /// <summary>Gets its definition.</summary>
        public static BoardDefinition Define()
        {
            return new BoardDefinition
            {
                Name = "LilyGO T-A7670",
                FirmwareImage = "ESP32_PSRAM_REV0",
                Profile = "SIMCom A7670",
                Port = "COM2",
                TxPin = 26,
                RxPin = 27,
                EnablePin = 12,
                LowPins = new[] { 25 },
                PowerKeyPin = 4,
                IsPowerKeyPressedHigh = true,
                PowerOnPulse = 100,
                PowerOffPulse = 3000,
                ResetPin = 5,
                IsResetHigh = true,
                ResetPulse = 2600,
                BootTime = 12000,
            };
        }
    }
}
