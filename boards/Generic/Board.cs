namespace Bootstrapper.Boards.Generic
{
    /// <summary>A board of one's own.</summary>
    public static class Board
    {
        /// <summary>Gets its definition.</summary>
        public static BoardDefinition Define()
        {
            return new BoardDefinition
            {
                Name = "a board of one's own",
                Port = "COM2",
            };
        }
    }
}
