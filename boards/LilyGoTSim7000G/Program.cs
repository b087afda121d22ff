using Bootstrapper.Boards.Esp32;

namespace Bootstrapper.Boards.LilyGoTSim7000G
{
    /// <summary>The firmware.</summary>
    public static class Program
    {
        /// <summary>Runs it.</summary>
        public static void Main()
        {
            Esp32Program.Run(Board.Define());
        }
    }
}
