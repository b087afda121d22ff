namespace Bootstrapper.Boards.Stm32F769IDiscovery
{
    /// <summary>STM32F769I-DISCOVERY with a Quectel BG95 or BG96 on its Arduino header.</summary>
    public static class Board
    {
        /// <summary>Gets its definition.</summary>
        public static BoardDefinition Define()
        {
            return new BoardDefinition
            {
                Name = "STM32F769I-DISCOVERY",
                FirmwareImage = "ST_STM32F769I_DISCOVERY",
                Port = "COM6",
                PowerOnPulse = 600,
                PowerOffPulse = 800,
                BootTime = 5500,
            };
        }
    }
}
