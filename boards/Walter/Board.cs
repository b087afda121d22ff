namespace Bootstrapper.Boards.Walter
{
    /// <summary>DPTechnics Walter.</summary>
    public static class Board
    {
        /// <summary>Gets its definition.</summary>
        public static BoardDefinition Define()
        {
            return new BoardDefinition
            {
                Name = "DPTechnics Walter",
                Port = "COM2",
            };
        }
    }
}
