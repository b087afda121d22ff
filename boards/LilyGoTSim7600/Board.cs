namespace Bootstrapper.Boards.LilyGoTSim7600
{
    /// <summary>LilyGO T-SIM7600.</summary>
    public static class Board
    {
        /// <summary>Gets its definition.</summary>
        public static BoardDefinition Define()
        {
            return new BoardDefinition
            {
                Name = "LilyGO T-SIM7600",
                Port = "COM2",
            };
        }
    }
}
