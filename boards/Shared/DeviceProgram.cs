using System.IO.Ports;

namespace Bootstrapper.Boards
{
    /// <summary>The program of every board.</summary>
    public static class DeviceProgram
    {
        /// <summary>Runs it; does not return.</summary>
        /// <param name="board">The board.</param>
        /// <param name="sleep">How it sleeps deeply, null if it does not.</param>
        /// <param name="store">What keeps the state over a deep sleep, null if nothing does.</param>
        public static void Run(BoardDefinition board, IDeepSleep sleep, IStateStore store)
        {
            SerialPort port = new SerialPort(board.Port, board.BaudRate);
            if (board.HasFlowControl)
                port.Handshake = Handshake.RequestToSend;
        }
    }
}
