namespace Bootstrapper.Boards.NucleoF767ZI
{
    /// <summary>NUCLEO-F767ZI with a Quectel BG95 or BG96 on its Arduino header.</summary>
    public static class Board
    {
        /// <summary>Gets its definition.</summary>
        public static BoardDefinition Define()
        {
            return new BoardDefinition
            {
                Name = "NUCLEO-F767ZI",
                FirmwareImage = "ST_NUCLEO144_F767ZI",
                Port = "COM6",
                PowerOnPulse = 600,
                PowerOffPulse = 800,
                BootTime = 5500,
            };
        }
    }
}
