using System;
using System.Device.Gpio;
using System.IO.Ports;
using Bootstrapper.Modem;
using nanoFramework.Runtime.Native;

namespace Bootstrapper.Boards
{
    /// <summary>The program of every board.</summary>
    public static class DeviceProgram
    {
        /// <summary>
        /// The time from an unexpected error to the restart of the device, in milliseconds: for whoever reads of it, and so that
        /// an error at each start costs neither the battery nor the flash much.
        /// </summary>
        internal const int RestartPause = 600000;

        /// <summary>Runs it; does not return.</summary>
        /// <param name="board">The board.</param>
        /// <param name="sleep">How it sleeps deeply, null if it does not.</param>
        /// <param name="store">What keeps the state over a deep sleep, null if nothing does.</param>
        /// <param name="begin">
        /// The application's beginning, null if there is none: is called once, before the first round, to add handlers to the
        /// flow, to say whether it has accounts, and to set what it wants otherwise.
        /// </param>
        /// <param name="options">What the application wants otherwise, such as the PIN; the board's profile unless it has one.</param>
        public static void Run(
            BoardDefinition board,
            IDeepSleep sleep,
            IStateStore store,
            FirmwareHandler begin = null,
            BootstrapOptions options = null)
        {
            IClock clock = new SystemClock();
            ILog log = new DebugLog();
            Guard(
                () => Loop(Create(board, options, new GpioController(), clock, log), sleep, store, begin),
                board,
                sleep,
                clock,
                log);
        }

        /// <summary>Opens the port and the modem's pins of a board, for a flow over them.</summary>
        /// <exception cref="ArgumentException">No profile has the name that the board's definition says.</exception>
        internal static Firmware Create(
            BoardDefinition board, BootstrapOptions options, GpioController pins, IClock clock, ILog log)
        {
            log.Write(board.Name + ", modem on " + board.Port);
            SerialPort port = CreatePort(board);
            options = options ?? new BootstrapOptions();
            if (options.Profile == null && board.Profile != null)
                options.Profile = ModemProfiles.Find(board.Profile) ?? throw new ArgumentException("no profile " + board.Profile);
            SmartCardBootstrap card = new SmartCardBootstrap(new SerialPortLink(port, clock), clock, options, log);
            return new Firmware(card, log)
            {
                Power = new ModemPower(board, pins, card.Modem, log),
                SleepSeconds = board.DeepSleepSeconds,
                Report = new AccountReport(log),
            };
        }

        /// <summary>Makes the port of a board, not open yet.</summary>
        internal static SerialPort CreatePort(BoardDefinition board)
        {
            SerialPort port = new SerialPort(board.Port, board.BaudRate);
            if (board.HasFlowControl)
                port.Handshake = Handshake.RequestToSend;
            return port;
        }

        /// <summary>Goes through the flow again and again; does not return.</summary>
        internal static void Loop(
            Firmware firmware, IDeepSleep sleep, IStateStore store, FirmwareHandler begin)
        {
            firmware.Sleep = sleep;
            firmware.Store = store;
            if (begin != null)
                begin(firmware);
            while (true)
                firmware.Step();
        }

        /// <summary>
        /// Runs a program that must not end. Whatever it throws is logged and ends in a restart of the device, as one that
        /// stands still can't be reached by anybody: after a deep sleep where the board has one, else after a pause.
        /// </summary>
        internal static void Guard(Action program, BoardDefinition board, IDeepSleep sleep, IClock clock, ILog log)
        {
            try
            {
                program();
            }
            catch (Exception e)
            {
                try
                {
                    log.Write("unexpected: " + e.ToString());
                    if (sleep != null && board.DeepSleepSeconds > 0 && sleep.IsAllowed)
                        sleep.Sleep(board.DeepSleepSeconds);
                }
                finally
                {
                    // From a deep sleep nothing comes here.
                    clock.Wait(RestartPause);
                    Power.RebootDevice();
                }
            }
        }
    }
}
