using System;
using System.Text;

namespace Bootstrapper.Modem
{
    /// <summary>Gets the modem ready for the bootstrap, and afterwards puts back what that changed.</summary>
    public sealed class ModemSetup : IAtResponse
    {
        private const int WakeAttempts = 10;
        private const int WakeTimeout = 500;
        private const int CommandTimeout = 5000;
        private const int SimBusyTime = 30000;
        private const int SimErrorAttempts = 3;
        private const int SimRetryWait = 1000;
        private const int PlainErrors = 0;
        private const int VerboseErrors = 2;
        private const int Unchanged = -1;

        private readonly AtChannel _channel;
        private readonly AtCommand _command = new AtCommand(16);
        private readonly byte[] _text = new byte[16];
        private int _textLength;
        private bool _echoOff;
        private int _errorMode = Unchanged;

        /// <summary>Creates the setup.</summary>
        public ModemSetup(AtChannel channel)
        {
            _channel = channel;
        }

        /// <summary>Wakes the modem, switches its echo off and numeric errors on, and waits for the SIM.</summary>
        /// <returns>What the modem says of the SIM.</returns>
        /// <exception cref="ModemException">The modem does not answer, or has trouble with the SIM.</exception>
        public SimState Prepare()
        {
            Wake();
            if (_channel.IsEchoed)
            {
                // Even if the answer gets lost, the modem may have obeyed.
                _echoOff = true;
                _echoOff = Send("ATE0", null) == AtStatus.Ok;
            }

            // +CMEE (27.007, 9.1): without it a missing SIM and an unknown command look alike.
            if (Send("AT+CMEE?", "+CMEE:") == AtStatus.Ok)
            {
                int mode = AsciiText.Number(_text, 0, _textLength);
                if (mode == PlainErrors || mode == VerboseErrors)
                {
                    _errorMode = mode;
                    if (Send("AT+CMEE=1", null) != AtStatus.Ok)
                        _errorMode = Unchanged;
                }
            }

            return WaitForSim();
        }

        /// <summary>Puts the settings back that <see cref="Prepare"/> changed; never throws because of the modem.</summary>
        public void Restore()
        {
            int errorMode = _errorMode;
            bool echoOff = _echoOff;
            _errorMode = Unchanged;
            _echoOff = false;
            if (errorMode != Unchanged)
                PutBack("AT+CMEE=" + errorMode.ToString());
            if (echoOff)
                PutBack("ATE1");
        }

        void IAtResponse.OnLine(byte[] buffer, int offset, int length, bool isComplete)
        {
            // Some modems put the code in quotes.
            int end = offset + length;
            while (offset < end && (buffer[offset] == ' ' || buffer[offset] == '"'))
                offset++;
            while (end > offset && (buffer[end - 1] == ' ' || buffer[end - 1] == '"'))
                end--;
            _textLength = end - offset < _text.Length ? end - offset : _text.Length;
            Array.Copy(buffer, offset, _text, 0, _textLength);
        }

        // A modem that finds its speed by what it hears, or that sleeps, misses the first commands.
        private void Wake()
        {
            AtStatus status = AtStatus.NoAnswer;
            for (int i = 0; i < WakeAttempts; i++)
            {
                status = Execute("AT", null, WakeTimeout);
                if (status == AtStatus.Ok)
                    return;
                if (status == AtStatus.Cancelled)
                    break;
            }

            throw new ModemException("AT", status, _channel.ErrorCode);
        }

        private SimState WaitForSim()
        {
            const string Query = "AT+CPIN?";
            long deadline = _channel.Clock.Milliseconds + SimBusyTime - SimRetryWait;
            int errorsLeft = SimErrorAttempts;
            while (true)
            {
                AtStatus status = Send(Query, "+CPIN:");
                int code = -1;
                if (status == AtStatus.CmeError)
                {
                    code = _channel.ErrorCode;
                }
                else if (status == AtStatus.Ok)
                {
                    if (_textLength == 0)
                        return SimState.Unknown;
                    code = CodeOfText();

                    // PIN2 and the locks to a network don't concern files.
                    if (code < 0)
                        return SimState.Ready;
                }

                if (code == CmeErrors.SimNotInserted)
                    return SimState.NotInserted;
                if (code == CmeErrors.SimPinRequired)
                    return SimState.PinRequired;
                if (code == CmeErrors.SimPukRequired)
                    return SimState.PukRequired;
                bool isBusy = code == CmeErrors.SimBusy;
                if (isBusy ? _channel.Clock.Milliseconds >= deadline : --errorsLeft == 0)
                {
                    // A plain ERROR tells nothing, and a modem without +CPIN may still carry APDUs.
                    if (status == AtStatus.Error)
                        return SimState.Unknown;
                    if (isBusy)
                        throw new ModemException(Query, AtStatus.CmeError, code);
                    throw new ModemException(Query, status, _channel.ErrorCode);
                }

                _channel.Clock.Wait(SimRetryWait);
            }
        }

        // The error that says the same as the response, or -1.
        private int CodeOfText()
        {
            if (IsText("NOT INSERTED"))
                return CmeErrors.SimNotInserted;
            if (IsText("SIM PIN"))
                return CmeErrors.SimPinRequired;
            if (IsText("SIM PUK"))
                return CmeErrors.SimPukRequired;
            return IsText("NOT READY") ? CmeErrors.SimBusy : -1;
        }

        // Throws for silence and for cancellation, which end the setup wherever they happen.
        private AtStatus Send(string command, string prefix)
        {
            _textLength = 0;
            AtStatus status = Execute(command, prefix == null ? null : Encoding.UTF8.GetBytes(prefix), CommandTimeout);
            if (status == AtStatus.NoAnswer || status == AtStatus.Cancelled)
                throw new ModemException(command, status, -1);
            return status;
        }

        // The wish to cancel may come this late; the application still wants its settings back.
        private void PutBack(string command)
        {
            if (Execute(command, null, CommandTimeout) == AtStatus.Cancelled)
                Execute(command, null, CommandTimeout);
        }

        private AtStatus Execute(string command, byte[] prefix, int timeout)
        {
            return _channel.Execute(_command.Clear().Append(command), prefix, this, timeout);
        }

        private bool IsText(string text)
        {
            return AsciiText.Equals(_text, 0, _textLength, text);
        }
    }
}
