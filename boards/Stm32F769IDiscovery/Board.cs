namespace Bootstrapper.Boards.Stm32F769IDiscovery
{
    /// <summary>STM32F769I-DISCOVERY.</summary>
    public static class Board
    {
        /// <summary>Gets its definition.</summary>
        public static BoardDefinition Define()
        {
            return new BoardDefinition
            {
                Name = "STM32F769I-DISCOVERY",
                Port = "COM2",
            };
        }
    }
}
