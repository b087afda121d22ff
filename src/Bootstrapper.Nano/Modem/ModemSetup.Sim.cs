namespace Bootstrapper.Modem
{
    /// <summary>Waits for the SIM, for its power and its PIN.</summary>
    public sealed partial class ModemSetup
    {
        private SimState WaitForSim()
        {
            const string Query = "AT+CPIN?";
            string pin = _pin;
            bool isPinEntered = false;
            bool isOnForSure = false;
            int errorsLeft = SimErrorAttempts;
            long deadline = BusyDeadline();
            while (true)
            {
                AtStatus status = Send(Query, "+CPIN:");
                int code = _channel.ErrorCode;
                if (status == AtStatus.Ok)
                {
                    if (_textLength == 0)
                        return SimState.Unknown;
                    code = CodeOfText();

                    // PIN2 and the locks to a network don't concern files.
                    if (code < 0)
                    {
                        _pin = pin;
                        return SimState.Ready;
                    }
                }

                if (code == CmeErrors.SimPukRequired)
                    return SimState.PukRequired;
                if (code == CmeErrors.SimPinRequired && !isPinEntered)
                {
                    if (!EnterPin())
                        return SimState.PinRequired;
                    isPinEntered = true;
                    deadline = BusyDeadline();
                }

                bool isOver;
                if (code == CmeErrors.SimBusy || code == CmeErrors.VendorBusy || code == CmeErrors.SimPinRequired)
                    isOver = _channel.Clock.Milliseconds >= deadline;
                else if (HoldsForGood(code))
                    throw new ModemException(Query, AtStatus.CmeError, code);
                else
                    isOver = --errorsLeft == 0 || (code == CmeErrors.SimNotInserted && !_isTurnedOn);

                if (isOver && !isOnForSure)
                {
                    isOnForSure = true;
                    if (TurnOn())
                    {
                        isOver = false;
                        errorsLeft = SimErrorAttempts;
                        deadline = BusyDeadline();
                    }
                }

                if (isOver)
                {
                    if (code == CmeErrors.SimNotInserted)
                        return SimState.NotInserted;
                    if (code == CmeErrors.SimPinRequired)
                        return SimState.PinRequired;

                    // A plain ERROR tells nothing, and a modem without +CPIN may still carry APDUs.
                    if (status == AtStatus.Error)
                        return SimState.Unknown;
                    throw new ModemException(Query, status == AtStatus.Ok ? AtStatus.CmeError : status, code);
                }

                _channel.Clock.Wait(SimRetryWait);
            }
        }

        // 27.007 9.2.1: a SIM that is wrong or locked to another phone or network does not get right by waiting.
        private static bool HoldsForGood(int code)
        {
            return (code >= 5 && code <= 7) || code == CmeErrors.SimWrong || code == CmeErrors.IncorrectPassword
                || (code >= 40 && code <= 48);
        }

        private long BusyDeadline()
        {
            return _channel.Clock.Milliseconds + _profile.SimReadyTimeout - SimRetryWait;
        }

        // The error that says the same as the response, or -1.
        private int CodeOfText()
        {
            if (IsText("NOT INSERTED") || IsText("SIM REMOVED"))
                return CmeErrors.SimNotInserted;
            if (IsText("SIM PIN"))
                return CmeErrors.SimPinRequired;
            if (IsText("SIM PUK"))
                return CmeErrors.SimPukRequired;
            return IsText("NOT READY") ? CmeErrors.SimBusy : -1;
        }

        // 27.007, 8.2: minimum functionality, where the SIM has no power, looks like a missing or broken one.
        private bool TurnOn()
        {
            int functionality = _profile.FunctionalityForReading;
            if (functionality < 0 || Send("AT+CFUN?", "+CFUN:") != AtStatus.Ok || _textLength == 0 || _text[0] != '0')
                return false;
            _isTurnedOn = true;
            _isTurnedOn = Send("AT+CFUN=" + functionality.ToString(), null, FunctionalityTimeout) == AtStatus.Ok;
            return _isTurnedOn;
        }

        private bool EnterPin()
        {
            if (_pin == null)
                return Refuse("the SIM wants its PIN, and none is given that was not refused before");
            if (!HasTriesLeft())
                return Refuse("the SIM's PIN is not entered: it is not known that more than one try is left");

            // Unless the SIM is ready then, it was lost or refused and must not be tried again.
            string command = "AT+CPIN=\"" + _pin + "\"";
            _pin = null;
            bool holdsCancel = _channel.HoldsCancel;
            _channel.HoldsCancel = true;
            try
            {
                return Send(command, null, _profile.CommandTimeout) == AtStatus.Ok || Refuse("the SIM's PIN was refused");
            }
            finally
            {
                _channel.HoldsCancel = holdsCancel;
            }
        }

        private bool Refuse(string line)
        {
            if (_log != null)
                _log.Write(line);
            return false;
        }

        // Whether more than one try is left for sure.
        private bool HasTriesLeft()
        {
            Lock(true);

            // TS 102 221 11.1.9: VERIFY without a PIN answers 63CX, X tries left.
            AtStatus status = Send("AT+CSIM=10,\"0020000100\"", "+CSIM:");
            int word = _textLength - 4;
            bool isKnown = status == AtStatus.Ok && word > 0 && AsciiText.StartsWith(_text, word, 4, "63C");
            bool hasTries = isKnown && _text[word + 3] > '1';

            // An answer that is still due must not pass for that to the PIN.
            if (!Lock(false))
                return false;
            if (isKnown)
                return hasTries;

            // 27.007, 8.65. Some modems put the name in quotes, as that of +CPIN.
            string tries = Ask("AT+CPINR");
            int start = EndOf("SIM PIN,", tries);
            if (start < 0)
                start = EndOf("SIM PIN\",", tries);
            return start >= 0 && start < tries.Length && tries[start] > '1' && tries[start] <= '9';
        }

        private static int EndOf(string part, string text)
        {
            int start = text.IndexOf(part);
            return start < 0 ? start : start + part.Length;
        }

        private bool IsText(string text)
        {
            return AsciiText.Equals(_text, 0, _textLength, text);
        }
    }
}
