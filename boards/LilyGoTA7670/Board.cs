namespace Bootstrapper.Boards.LilyGoTA7670
{
    /// <summary>LilyGO T-A7670.</summary>
    public static class Board
    {
        /// <summary>Gets its definition.</summary>
        public static BoardDefinition Define()
        {
            return new BoardDefinition
            {
                Name = "LilyGO T-A7670",
                Port = "COM2",
            };
        }
    }
}
