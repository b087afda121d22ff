using System;
using System.Text;

namespace Bootstrapper.Modem
{
    /// <summary>Gets the modem ready for the bootstrap, and afterwards puts back what that changed.</summary>
    public sealed partial class ModemSetup : IAtResponse
    {
        private const int WakeAttempts = 12;
        private const int WakeTimeout = 500;
        private const int CommandTimeout = 5000;
        private const int FunctionalityTimeout = 15000;
        private const int SimErrorAttempts = 10;
        private const int SimRetryWait = 1000;
        private const int MaxRestarts = 3;
        private const int PlainErrors = 0;
        private const int VerboseErrors = 2;
        private const int Unchanged = -1;
        private const int LongestBare = 1000;

        private readonly AtChannel _channel;
        private readonly ILog _log;
        private readonly byte[] _text = new byte[64];
        private ModemProfile _profile;
        private string _pin;
        private int _textLength;
        private string _bare; // the lines of a response that may be bare, null where it may not
        private bool _echoOff;
        private bool _numericOff;
        private bool _isTurnedOn;
        private bool _isLocked;
        private int _errorMode = Unchanged;

        /// <summary>Creates the setup.</summary>
        /// <param name="channel">The AT channel to the modem.</param>
        /// <param name="profile">What is special about the modem; null to ask it once for its model and maker.</param>
        /// <param name="pin">The SIM's PIN, 4 to 8 digits; null to enter none.</param>
        /// <param name="log">Is told why the PIN is not entered; null for nobody.</param>
        public ModemSetup(AtChannel channel, ModemProfile profile = null, string pin = null, ILog log = null)
        {
            if (!IsPin(pin))
                throw new ArgumentException("no PIN");
            _channel = channel;
            _profile = profile;
            _pin = pin;
            _log = log;
        }

        /// <summary>Gets what is special about the modem; null if it has not been asked so far.</summary>
        public ModemProfile Profile => _profile;

        /// <summary>
        /// Wakes the modem, lets it answer as the library reads it, waits for the SIM, and enters the PIN: only if more than
        /// one try is known to be left, and never again once it was refused.
        /// </summary>
        /// <returns>What the modem says of the SIM.</returns>
        /// <exception cref="ModemException">The modem does not answer, or has trouble with the SIM.</exception>
        public SimState Prepare()
        {
            // What becomes of the SIM from here on is known in the end.
            _channel.SimWatch.IsMuted = true;
            try
            {
                for (int restartsLeft = MaxRestarts; ; restartsLeft--)
                {
                    try
                    {
                        Wake();
                        SetUp();
                        return WaitForSim();
                    }
                    catch (ModemException e) when (e.Status == AtStatus.Restarted && restartsLeft > 0)
                    {
                    }
                }
            }
            finally
            {
                _channel.SimWatch.IsMuted = false;
            }
        }

        /// <summary>Tells whether there is no PIN, or one of 4 to 8 digits (ETSI TS 102 221, 9.5.1).</summary>
        internal static bool IsPin(string pin)
        {
            if (pin == null)
                return true;
            for (int i = 0; i < pin.Length; i++)
            {
                if (pin[i] < '0' || pin[i] > '9')
                    return false;
            }

            return pin.Length >= 4 && pin.Length <= 8;
        }

        /// <summary>Tells whether the modem answers.</summary>
        public bool IsAlive()
        {
            bool holdsCancel = _channel.HoldsCancel;
            _channel.HoldsCancel = true;
            AtStatus status = Execute("AT", null, WakeTimeout);
            _channel.HoldsCancel = holdsCancel;
            return status == AtStatus.Ok;
        }

        /// <summary>
        /// Locks the modem out of the card, where AT+CSIM needs that, or lets it in again, which never throws because of it.
        /// </summary>
        /// <returns>False if the modem left that without an answer.</returns>
        public bool Lock(bool isLocked)
        {
            if (isLocked == _isLocked || (isLocked && (_profile == null || !_profile.NeedsCsimLock)))
                return true;
            _isLocked = isLocked;
            if (isLocked)
            {
                _channel.SimWatch.OnLock(true);
                Send("AT+CSIM=1", null);
                return true;
            }

            AtStatus status = Execute("AT+CSIM=0", null, CommandTimeout);
            _channel.SimWatch.OnLock(false);
            return status != AtStatus.NoAnswer && status != AtStatus.Cancelled;
        }

        /// <summary>Asks the modem for the SIM's ICCID, in its own way.</summary>
        /// <returns>18 to 20 digits; null if the modem has no way that is known, or does not say.</returns>
        /// <exception cref="ModemException">The modem does not answer.</exception>
        public string ReadIccid()
        {
            string command = _profile == null ? null : _profile.IccidCommand;
            if (command == null)
                return null;

            string text = Ask(command);
            int digits = 0;
            for (int i = 0; i <= text.Length; i++)
            {
                if (i < text.Length && text[i] >= '0' && text[i] <= '9')
                {
                    digits++;
                    continue;
                }

                // An EID, which may stand behind it, is longer.
                if (digits >= 18 && digits <= 20)
                    return text.Substring(i - digits, digits);
                digits = 0;
            }

            return null;
        }

        /// <summary>Puts the settings back that <see cref="Prepare"/> changed; never throws because of the modem.</summary>
        public void Restore()
        {
            // The wish to cancel may come this late; the application still wants its settings back.
            bool holdsCancel = _channel.HoldsCancel;
            _channel.HoldsCancel = true;
            try
            {
                Lock(false);
                if (_isTurnedOn)
                {
                    // That the SIM goes off is no news of the card, and may be said late.
                    _channel.SimWatch.IsMuted = true;
                    Execute("AT+CFUN=0", null, FunctionalityTimeout);
                    _channel.Clock.Wait(SimRetryWait);
                    _channel.Poll();
                }

                if (_errorMode != Unchanged)
                    Execute("AT+CMEE=" + _errorMode.ToString(), null, CommandTimeout);
                if (_echoOff)
                    Execute("ATE1", null, CommandTimeout);
                _channel.TakesNumeric = true;
                if (_numericOff)
                    Execute("ATV0", null, CommandTimeout);
            }
            finally
            {
                _channel.SimWatch.IsMuted = false;
                _channel.TakesNumeric = false;
                _channel.HoldsCancel = holdsCancel;
                _channel.ForgetCancel();
                _isTurnedOn = false;
                _errorMode = Unchanged;
                _echoOff = false;
                _numericOff = false;
            }
        }

        void IAtResponse.OnLine(byte[] buffer, int offset, int length, bool isComplete)
        {
            // Some modems put the code in quotes.
            int end = offset + length;
            while (offset < end && (buffer[offset] == ' ' || buffer[offset] == '"'))
                offset++;
            while (end > offset && (buffer[end - 1] == ' ' || buffer[end - 1] == '"'))
                end--;

            if (_bare != null)
            {
                // Of bare lines it is not known which one is the response: they are all kept.
                char[] line = new char[_bare.Length < LongestBare ? end - offset : 0];
                for (int i = 0; i < line.Length; i++)
                    line[i] = (char)(buffer[offset + i] & 0x7F);
                _bare += " " + new string(line);
                return;
            }

            _textLength = 0;
            while (offset < end && _textLength < _text.Length)
                _text[_textLength++] = (byte)(buffer[offset++] & 0x7F);
        }

        // A modem that finds its speed by what it hears, or that sleeps or starts, misses the first commands.
        private void Wake()
        {
            AtStatus status = AtStatus.NoAnswer;
            _channel.TakesNumeric = true;
            bool isLate = false;
            for (int i = 0; i < WakeAttempts && status != AtStatus.Ok && status != AtStatus.Cancelled; i++)
            {
                // With ATQ1 it hears, but says nothing. How it was before can't be known then.
                status = Execute(i % 5 == 4 ? "ATQ0" : "AT", null, WakeTimeout);
                isLate |= status == AtStatus.NoAnswer;
            }

            // A modem that was busy starting answers all of them in the end.
            if (isLate)
                _channel.ExpectLateAnswers();
            _channel.HasRestarted = false;
            if (status == AtStatus.Ok && _channel.IsNumeric)
            {
                _numericOff = true;
                status = Execute("ATV1", null, CommandTimeout);
            }

            _channel.TakesNumeric = false;
            if (status != AtStatus.Ok)
                throw new ModemException("AT", status, _channel.ErrorCode);
        }

        private void SetUp()
        {
            if (_channel.IsEchoed)
            {
                // Even if the answer gets lost, the modem may have obeyed.
                _echoOff = true;
                _echoOff = Send("ATE0", null) == AtStatus.Ok;
            }

            // +CMEE (27.007, 9.1): without it a missing SIM and an unknown command look alike.
            int mode = Send("AT+CMEE?", "+CMEE:") == AtStatus.Ok ? AsciiText.Number(_text, 0, _textLength) : Unchanged;
            if (mode == PlainErrors || mode == VerboseErrors)
            {
                _errorMode = mode;
                if (Send("AT+CMEE=1", null) != AtStatus.Ok)
                    _errorMode = Unchanged;
            }

            if (_profile != null)
                return;
            ModemProfile profile = ModemProfiles.Identify(Ask("AT+CGMM"));
            if (profile.Model.Length == 0)
                profile = ModemProfiles.Identify(Ask("AT+CGMI"));
            _profile = profile;
        }

        // The response, behind a prefix or not; empty if there is none.
        private string Ask(string command)
        {
            _bare = string.Empty;
            try
            {
                // AT+CICCID is the one command that is answered under another name.
                string prefix = command == "AT+CICCID" ? "+ICCID:" : command.Substring(2) + ":";
                return Send(command, prefix) == AtStatus.Ok ? _bare : string.Empty;
            }
            finally
            {
                _bare = null;
            }
        }

        // Throws for what ends the setup wherever it happens.
        private AtStatus Send(string command, string prefix, int timeout = CommandTimeout)
        {
            // Queries and settings may be sent again; what is in quotes is for the card, and may be a PIN.
            int attemptsLeft = command.IndexOf('"') < 0 ? 2 : 1;
            AtStatus status = AtStatus.NoAnswer;
            while (status == AtStatus.NoAnswer && attemptsLeft-- > 0 && !_channel.HasRestarted)
            {
                _textLength = 0;
                status = Execute(command, prefix == null ? null : Encoding.UTF8.GetBytes(prefix), timeout);
            }

            if (_channel.HasRestarted && status != AtStatus.Cancelled)
                status = AtStatus.Restarted;
            if (status != AtStatus.NoAnswer && status != AtStatus.Cancelled && status != AtStatus.Restarted)
                return status;

            // Parameters may be a PIN.
            int end = command.IndexOf('=');
            throw new ModemException(end < 0 ? command : command.Substring(0, end), status, -1);
        }

        private AtStatus Execute(string command, byte[] prefix, int timeout)
        {
            return _channel.Execute(_channel.Command.Clear().Append(command), prefix, this, timeout, _bare != null);
        }
    }
}
