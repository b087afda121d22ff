namespace Bootstrapper.Boards.Stm32F769IDiscovery
{
    /// <summary>The firmware.</summary>
    public static class Program
    {
        /// <summary>Runs it.</summary>
        public static void Main()
        {
            DeviceProgram.Run(Board.Define(), null, null);
        }
    }
}
