using System;
using System.Device.Gpio;
using Bootstrapper.Modem;

namespace Bootstrapper.Boards
{
    /// <summary>Switches a board's modem on, and starts one anew that stopped answering.</summary>
    public sealed class ModemPower
    {
        /// <summary>How long the power key is left alone before it is pressed, in milliseconds.</summary>
        public const int KeyRest = 100;

        /// <summary>The longest that a modem takes to shut down, in milliseconds: SIM7600, 26 s.</summary>
        public const int LongestShutdown = 30000;

        /// <summary>How long a modem is without supply before it gets it back, in milliseconds.</summary>
        public const int SupplyPause = 2000;

        private const int AskAttempts = 5;
        private const int AskTimeout = 500;
        private const int StatusPoll = 100;

        private readonly BoardDefinition _board;
        private readonly GpioController _pins;
        private readonly AtChannel _modem;
        private readonly ILog _log;
        private readonly AtCommand _command = new AtCommand(6);

        /// <summary>
        /// Opens the pins of the modem, each once and for good: supply on, then the levels that are held, then key and reset
        /// released. The key is not pressed.
        /// </summary>
        /// <param name="board">Says which pins there are; a board without any is left alone.</param>
        /// <param name="pins">The pins, of which nobody else opens these.</param>
        /// <param name="modem">The channel to ask the modem whether it is on, and the clock.</param>
        /// <param name="log">Is told what is switched.</param>
        public ModemPower(BoardDefinition board, GpioController pins, AtChannel modem, ILog log)
        {
            _board = board;
            _pins = pins;
            _modem = modem;
            _log = log;

            // On the device a pin is low as soon as it is an output.
            OpenHeld(board.EnablePin, PinValue.High);
            OpenHeld(board.LowPins, PinValue.Low);
            OpenHeld(board.HighPins, PinValue.High);
            OpenReleased(board.PowerKeyPin, board.IsPowerKeyPressedHigh);
            OpenReleased(board.ResetPin, board.IsResetHigh);
            if (board.StatusPin != BoardDefinition.NoPin)
                pins.OpenPin(board.StatusPin, PinMode.Input);
        }

        /// <summary>Gets whether there is a way to start a modem anew that has stopped answering.</summary>
        public bool CanCycle
        {
            get { return HasReset || HasSupply || (HasKey && _board.PowerOffPulse > 0); }
        }

        private bool HasKey
        {
            get { return _board.PowerKeyPin != BoardDefinition.NoPin; }
        }

        private bool HasReset
        {
            get { return _board.ResetPin != BoardDefinition.NoPin; }
        }

        private bool HasSupply
        {
            get { return _board.EnablePin != BoardDefinition.NoPin; }
        }

        /// <summary>
        /// Switches the modem on if it is off, and waits until it has started. The key toggles, and the modem may have stayed on
        /// while the device restarted: so the status pin is looked at or, where there is none, the modem is asked.
        /// </summary>
        public void SwitchOn()
        {
            if ((!HasKey && !HasReset && !HasSupply) || IsOn())
                return;
            if (HasKey)
            {
                _log.Write("modem is off: pressing its power key");
                Press(_board.PowerOnPulse);
            }
            else if (HasReset)
            {
                _log.Write("modem is silent: resetting it");
                Reset();
            }

            _modem.Clock.Wait(_board.BootTime);
        }

        /// <summary>
        /// Starts a modem anew that has stopped answering, by its reset or else by its key or else by its supply, and waits
        /// until it has started. Does nothing on a board that has none of them.
        /// </summary>
        public void PowerCycle()
        {
            if (HasReset)
            {
                _log.Write("resetting the modem");
                Reset();
                _modem.Clock.Wait(_board.BootTime);
            }
            else if (HasKey && _board.PowerOffPulse > 0)
            {
                _log.Write("switching the modem off and on by its power key");
                CycleByKey();
            }
            else if (HasSupply)
            {
                _log.Write("switching the modem's supply off and on");
                _pins.Write(_board.EnablePin, PinValue.Low);
                _modem.Clock.Wait(SupplyPause);
                _pins.Write(_board.EnablePin, PinValue.High);
                if (HasKey)
                    Press(_board.PowerOnPulse);
                _modem.Clock.Wait(_board.BootTime);
            }
        }

        private void CycleByKey()
        {
            if (HasStatus() && !IsStatusHigh())
            {
                PressOn();
                if (Answers())
                    return;
            }

            // A status that is low even now may be broken, and the modem on and hung.
            bool showsStatus = HasStatus() && IsStatusHigh();
            Press(_board.PowerOffPulse);
            AwaitShutdown(showsStatus);

            // A modem that was off, not silent, is on now: what switches one off switches another one on.
            if (showsStatus || !Answers())
                PressOn();
        }

        private void AwaitShutdown(bool showsStatus)
        {
            int waited = 0;
            int wait = showsStatus ? StatusPoll : LongestShutdown;
            while (waited < LongestShutdown && !(showsStatus && !IsStatusHigh()))
            {
                _modem.Clock.Wait(wait);
                waited += wait;
            }
        }

        private void PressOn()
        {
            Press(_board.PowerOnPulse);
            _modem.Clock.Wait(_board.BootTime);
        }

        private void Reset()
        {
            Hold(_board.ResetPin, _board.IsResetHigh);
            _modem.Clock.Wait(_board.ResetPulse);
            Release(_board.ResetPin, _board.IsResetHigh);
        }

        private void Press(int pulse)
        {
            _modem.Clock.Wait(KeyRest);
            Hold(_board.PowerKeyPin, _board.IsPowerKeyPressedHigh);
            _modem.Clock.Wait(pulse);
            Release(_board.PowerKeyPin, _board.IsPowerKeyPressedHigh);
        }

        private bool IsOn()
        {
            return HasStatus() ? IsStatusHigh() : Answers();
        }

        private bool HasStatus()
        {
            return _board.StatusPin != BoardDefinition.NoPin;
        }

        private bool IsStatusHigh()
        {
            return _pins.Read(_board.StatusPin) == PinValue.High;
        }

        // One that sleeps or finds its speed by what it hears misses the first commands; an echo is a sign of life, too.
        private bool Answers()
        {
            for (int i = 1; i <= AskAttempts; i++)
            {
                // With ATQ1 it says nothing, and with ATV0 nothing that is understood here (V.250 6.2.5, 6.2.6).
                _command.Clear().Append(i < AskAttempts ? "AT" : "ATQ0V1");
                try
                {
                    if (_modem.Execute(_command, null, null, AskTimeout) != AtStatus.NoAnswer || _modem.IsEchoed)
                        return true;
                }
                catch (TimeoutException)
                {
                    // Flow control: a modem that is off lets nothing be sent.
                }
            }

            return false;
        }

        private void OpenHeld(int[] pins, PinValue value)
        {
            for (int i = 0; pins != null && i < pins.Length; i++)
                OpenHeld(pins[i], value);
        }

        private void OpenHeld(int pin, PinValue value)
        {
            if (pin == BoardDefinition.NoPin)
                return;
            _pins.OpenPin(pin, PinMode.Output);
            _pins.Write(pin, value);
        }

        private void OpenReleased(int pin, bool isPressedHigh)
        {
            if (pin == BoardDefinition.NoPin)
                return;
            _pins.OpenPin(pin, isPressedHigh ? PinMode.Output : PinMode.Input);
            if (isPressedHigh)
                _pins.Write(pin, PinValue.Low);
        }

        // A line that is pressed while low is an input otherwise, and its own pull-up releases it: an output would drive it
        // against that, as a pull-up of the MCU would if its voltage is another, and would be low as soon as it is opened.
        private void Hold(int pin, bool isPressedHigh)
        {
            if (!isPressedHigh)
                _pins.SetPinMode(pin, PinMode.Output);
            _pins.Write(pin, isPressedHigh ? PinValue.High : PinValue.Low);
        }

        private void Release(int pin, bool isPressedHigh)
        {
            if (isPressedHigh)
                _pins.Write(pin, PinValue.Low);
            else
                _pins.SetPinMode(pin, PinMode.Input);
        }
    }
}
