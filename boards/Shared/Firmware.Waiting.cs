using System;
using System.IO;
using Bootstrapper.Card;
using Bootstrapper.Modem;

namespace Bootstrapper.Boards
{
    /// <summary>What comes after a round, and when.</summary>
    public sealed partial class Firmware
    {
        /// <summary>
        /// Sleeps deeply, if it may, or waits and watches what the modem says: that the card was changed ends the wait.
        /// </summary>
        public void Wait()
        {
            if (MaySleep())
            {
                Sleep.Sleep(SleepSeconds);
                return;
            }

            // A modem that always has news must not keep the device busy.
            long begin = _clock.Milliseconds;
            long heeded = begin + (_hurries < MostHurries ? 0 : HurryMilliseconds);
            long end = begin + (_waitSeconds * 1000L);
            bool isWatched = Watch();
            bool isHurried = false;
            while (!isHurried && !_isWanted && _clock.Milliseconds < end)
            {
                isHurried = _isCardChanged && _clock.Milliseconds >= heeded;
                if (!isHurried)
                    _clock.Wait(PollMilliseconds);
                isWatched = isWatched && Watch();
            }

            _hurries = isHurried && _clock.Milliseconds < begin + HurryMilliseconds ? _hurries + 1 : 0;
        }

        // After an error a few tries come first, which cost less than what is missed in a long sleep.
        private bool MaySleep()
        {
            bool isLong = _retrySeconds == 0 || _retrySeconds > LongestAwakeSeconds;
            bool isHurried = _isWanted || (_isCardChanged && _hurries < MostHurries);
            return SleepsDeeply && isLong && !isHurried && Sleep.IsAllowed;
        }

        private void CountSuccess()
        {
            _retrySeconds = 0;
            _silentRounds = 0;
            _waitSeconds = WaitAfter();
            Tell(Describe(), "; next look in ");
        }

        private void CountTrouble()
        {
            ModemException modem = _trouble as ModemException;
            bool isSilent = modem != null ? modem.Status == AtStatus.NoAnswer : _trouble is TimeoutException;
            _silentRounds = isSilent ? _silentRounds + 1 : 0;
            _isOn &= !isSilent;
            _retrySeconds = _retrySeconds == 0 ? FirstRetrySeconds : _retrySeconds * 2;
            if (_retrySeconds > LongestRetrySeconds)
                _retrySeconds = LongestRetrySeconds;
            _waitSeconds = _retrySeconds;
            bool isRestart = Power != null && _silentRounds >= MostSilentRounds;
            Tell(Place() + _trouble.Message, isRestart ? "; the modem is started anew in " : "; next try in ");
        }

        private string Place()
        {
            if (_trouble is ContentException)
                return "file: ";
            if (_trouble is CardException)
                return "card: ";
            return _trouble is ModemException ? "modem: " : "port: ";
        }

        private int WaitAfter()
        {
            if (_change == CardChange.Unchanged)
                return CheckSeconds;
            if (_change == CardChange.Removed)
                return NoCardSeconds;
            if (_result == null)
                return NoAccountsSeconds;
            switch (_result.Outcome)
            {
                case BootstrapOutcome.Provisioned:
                    return CheckSeconds;
                case BootstrapOutcome.NoCard:
                case BootstrapOutcome.Cancelled:
                    return NoCardSeconds;
                default:
                    return NoAccountsSeconds;
            }
        }

        private string Describe()
        {
            if (_result != null)
                return OutcomeText.Of(_result.Outcome);
            switch (_change)
            {
                case CardChange.Unchanged:
                    return "card is unchanged";
                case CardChange.Removed:
                    return "card is gone, and its accounts with it";
                default:
                    return "card lets nobody look";
            }
        }

        // Tells whether the line can be watched.
        private bool Watch()
        {
            try
            {
                _card.Poll();
                return true;
            }
            catch (IOException e)
            {
                _log.Write("port: " + e.Message);
            }
            catch (TimeoutException e)
            {
                _log.Write("port: " + e.Message);
            }

            return false;
        }

        private void Tell(string what, string next)
        {
            _log.Write(MaySleep()
                ? what + "; deep sleep for " + SleepSeconds.ToString() + " s"
                : what + next + _waitSeconds.ToString() + " s");
        }
    }
}
