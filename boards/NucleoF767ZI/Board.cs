namespace Bootstrapper.Boards.NucleoF767ZI
{
    /// <summary>NUCLEO-F767ZI.</summary>
    public static class Board
    {
        /// <summary>Gets its definition.</summary>
        public static BoardDefinition Define()
        {
            return new BoardDefinition
            {
                Name = "NUCLEO-F767ZI",
                Port = "COM2",
            };
        }
    }
}
