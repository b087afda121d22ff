using nanoFramework.Hardware.Esp32;

namespace Bootstrapper.Boards.Esp32
{
    /// <summary>The program of boards with an ESP32.</summary>
    public static class Esp32Program
    {
        /// <summary>Maps the pins of the serial port, then runs the program of every board; does not return.</summary>
        public static void Run(BoardDefinition board)
        {
            Configuration.SetPinFunction(board.TxPin, DeviceFunction.COM2_TX);
            Configuration.SetPinFunction(board.RxPin, DeviceFunction.COM2_RX);
            DeviceProgram.Run(board, null, null);
        }
    }
}
