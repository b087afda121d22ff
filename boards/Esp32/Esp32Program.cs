using System;
using System.Device.Gpio;
using nanoFramework.Hardware.Esp32;

namespace Bootstrapper.Boards.Esp32
{
    /// <summary>The program of boards with an ESP32.</summary>
    public static class Esp32Program
    {
        /// <summary>The file that keeps the state over a deep sleep or a restart, on the internal storage.</summary>
        public const string StateFile = "I:\\bootstrap.state";

        /// <summary>Maps the pins of the serial port, then runs the program of every board; does not return.</summary>
        /// <param name="board">The board.</param>
        /// <param name="begin">
        /// The application's beginning, null if there is none: is called once, before the first round, to add handlers to the
        /// flow, to say whether it has accounts, and to set what it wants otherwise, such as another kind of sleep or store.
        /// </param>
        /// <param name="options">What the application wants otherwise, such as the PIN; the board's profile unless it has one.</param>
        public static void Run(BoardDefinition board, FirmwareHandler begin = null, BootstrapOptions options = null)
        {
            Run(board, begin, options, new GpioController(), new SystemClock(), new DebugLog());
        }

        internal static void Run(
            BoardDefinition board,
            FirmwareHandler begin,
            BootstrapOptions options,
            GpioController pins,
            IClock clock,
            ILog log)
        {
            IDeepSleep sleep = new Esp32DeepSleep();
            DeviceProgram.Guard(
                () =>
                {
                    // Once the port is made, it is too late.
                    MapPins(board);
                    DeviceProgram.Loop(
                        DeviceProgram.Create(board, options, pins, clock, log),
                        sleep,
                        new FileStateStore(StateFile),
                        begin);
                },
                board,
                sleep,
                clock,
                log);
        }

        // Ports have no pins by default, or GPIO 0 by mistake.
        private static void MapPins(BoardDefinition board)
        {
            switch (board.Port)
            {
                case "COM2":
                    Map(board.TxPin, DeviceFunction.COM2_TX);
                    Map(board.RxPin, DeviceFunction.COM2_RX);
                    Map(board.RtsPin, DeviceFunction.COM2_RTS);
                    Map(board.CtsPin, DeviceFunction.COM2_CTS);
                    break;
                case "COM3":
                    Map(board.TxPin, DeviceFunction.COM3_TX);
                    Map(board.RxPin, DeviceFunction.COM3_RX);
                    Map(board.RtsPin, DeviceFunction.COM3_RTS);
                    Map(board.CtsPin, DeviceFunction.COM3_CTS);
                    break;
                default:
                    // COM1 is the debugger's.
                    throw new ArgumentException("a modem is on COM2 or COM3");
            }
        }

        private static void Map(int pin, DeviceFunction function)
        {
            if (pin != BoardDefinition.NoPin)
                Configuration.SetPinFunction(pin, function);
        }
    }
}
