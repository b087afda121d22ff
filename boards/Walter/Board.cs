namespace Bootstrapper.Boards.Walter
{
    /// <summary>DPTechnics Walter: ESP32-S3 and Sequans GM02SP.</summary>
    public static class Board
    {
        /// <summary>Gets its definition.</summary>
        public static BoardDefinition Define()
        {
            return new BoardDefinition
            {
                Name = "DPTechnics Walter",
                FirmwareImage = "ESP32_S3_QUAD",
                Profile = "Sequans GM02S",
                Port = "COM2",
                HasFlowControl = true,
                TxPin = 48,
                RxPin = 14,
                RtsPin = 21,
                CtsPin = 47,
                ResetPin = 45,
                ResetPulse = 10,
                BootTime = 10000,
            };
        }
    }
}
