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
        /// Gives the application its turn, then sleeps deeply, if it may, or waits and watches what the modem says: that the
        /// card was changed ends the wait.
        /// </summary>
        public void Wait()
        {
            // What the application does with the modem may make it say that its SIM is ready: no reason to do it again.
            bool isNoNews = _isHurried && _trouble == null && _change == CardChange.Unchanged;
            if (BeforeWait != null && !isNoNews)
                BeforeWait(this);
            _isHurried = false;
            if (MaySleep())
            {
                Sleep.Sleep(SleepTime());
                return;
            }

            // A modem that always has news must not keep the device busy.
            long begin = _clock.Milliseconds;
            long heeded = begin + (_hurries < MostHurries ? 0 : HurryMilliseconds);
            long end = begin + (_waitSeconds * 1000L);
            bool isWatched = Watch();
            while (!_isHurried && !_isWanted && _clock.Milliseconds < end)
            {
                _isHurried = _isCardChanged && _clock.Milliseconds >= heeded;
                if (!_isHurried)
                    _clock.Wait(PollMilliseconds);
                isWatched = isWatched && Watch();
            }

            _hurries = _isHurried && _clock.Milliseconds < begin + HurryMilliseconds ? _hurries + 1 : 0;
        }

        // After an error a few tries come first, which cost less than what is missed in a long sleep.
        private bool MaySleep()
        {
            bool isLong = _troubles == 0 || _troubles > AwakeTries;
            bool isHurried = _isWanted || (_isCardChanged && _hurries < MostHurries);
            return SleepsDeeply && isLong && !isHurried && Sleep.IsAllowed;
        }

        private int SleepTime()
        {
            return Doubled(SleepSeconds, _troubles - AwakeTries - 1, LongestSleepSeconds);
        }

        private static int Doubled(int seconds, int times, int longest)
        {
            int doubled = seconds;
            for (int i = 0; i < times && doubled < longest; i++)
                doubled = doubled > longest / 2 ? longest : doubled * 2;
            return doubled;
        }

        private void CountSuccess()
        {
            _troubles = 0;
            _distrust = 0;
            _waitSeconds = WaitAfter();
            Tell(Describe(), "; next look in ");
        }

        private void CountTrouble()
        {
            if (_troubles < byte.MaxValue)
                _troubles++;
            bool isSilent = IsSilence();
            _isOn &= !isSilent;

            // A file that was read to where it is malformed came from a modem that works.
            if (_trouble is ContentException)
                _distrust = 0;
            else if (_distrust < MostDistrust)
                _distrust += isSilent ? DistrustOfSilence : DistrustOfErrors;
            _waitSeconds = Doubled(FirstRetrySeconds, _troubles - 1, LongestRetrySeconds);
            bool isRestart = Power != null && Power.CanCycle && _distrust >= MostDistrust;
            Tell(Place() + _trouble.Message, isRestart ? "; the modem is started anew in " : "; next try in ");
        }

        private bool IsSilence()
        {
            ModemException modem = _trouble as ModemException;
            if (modem == null)
                return _trouble is TimeoutException;
            return modem.Status == AtStatus.NoAnswer || modem.Status == AtStatus.Garbled;
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
                ? what + "; deep sleep for " + SleepTime().ToString() + " s"
                : what + next + _waitSeconds.ToString() + " s");
        }
    }
}
