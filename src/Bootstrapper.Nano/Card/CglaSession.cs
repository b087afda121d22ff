using System.Text;
using Bootstrapper.Modem;

namespace Bootstrapper.Card
{
    /// <summary>
    /// The card over a logical channel that is the modem's, a session of one application: AT+CCHO, AT+CGLA, AT+CCHC (3GPP
    /// TS 27.007, 8.43, 8.45, 8.46). Before there is one, files of the MF are read over AT+CRSM.
    /// </summary>
    public sealed class CglaSession : ICardAccess, IAtResponse
    {
        private const string OpenName = "AT+CCHO";
        private const int LongestSession = 32;
        private const int LeftoverSessions = 3;

        private readonly AtChannel _channel;
        private readonly AtApduExchange _exchange;
        private readonly ApduTransport _transport;
        private readonly LogicalChannel _channels;
        private readonly CrsmAccess _root;
        private byte[] _session;
        private byte[] _left; // a session that could not be closed

        /// <summary>Creates the way, without a session.</summary>
        /// <param name="channel">The AT channel to the modem.</param>
        /// <param name="exchange">Carries the APDUs of the transport, and is told the session while there is one.</param>
        /// <param name="transport">Carries the commands.</param>
        /// <param name="channels">Closes channels that may have been left open.</param>
        /// <param name="root">Reads the files of the MF.</param>
        public CglaSession(
            AtChannel channel, AtApduExchange exchange, ApduTransport transport, LogicalChannel channels, CrsmAccess root)
        {
            _channel = channel;
            _exchange = exchange;
            _transport = transport;
            _channels = channels;
            _root = root;
        }

        /// <inheritdoc/>
        public bool TakesShortFiles => false;

        /// <inheritdoc/>
        public byte[] Response => _transport.Response;

        /// <inheritdoc/>
        public int ResponseLength => _exchange.Session == null ? _root.ResponseLength : _transport.ResponseLength;

        /// <inheritdoc/>
        public void Open()
        {
            // One more try: a session that the modem does not know is gone, or its name was distorted.
            if (_left != null)
                CloseSession(_left);
            _left = null;
        }

        /// <inheritdoc/>
        public bool SelectApplication(byte[] identifier, byte[] path)
        {
            Close();
            AtStatus status = OpenSession(identifier);
            int code = _channel.ErrorCode;
            bool isLost = status == AtStatus.NoAnswer || status == AtStatus.Garbled;

            // Accounts go with an application that is not there: what says so is asked twice. Meanwhile make room, as
            // sessions of an earlier run, or the one whose name got lost, may take it.
            if ((isLost || IsRefused(status, code)) && (code == CmeErrors.SimFailure || CloseLeftovers()))
            {
                status = OpenSession(identifier);
                code = _channel.ErrorCode;
            }

            if (status == AtStatus.Ok)
                return true;

            // SIM failure, here: the card has no such application.
            if (code == CmeErrors.SimFailure)
                return false;

            // What the error does not tell, the modem's own application does: it is always there.
            if (IsRefused(status, code) && OpenSession(HexDigits.Bytes(LogicalChannel.Usim)) == AtStatus.Ok)
            {
                Close();
                return false;
            }

            throw new ModemException(OpenName, status, code);
        }

        /// <inheritdoc/>
        public int Transmit(int instruction, int p1, int p2, byte[] data, int dataLength, int le)
        {
            // 27.007 8.43: the class byte has channel zero, the modem puts in its own.
            if (_exchange.Session == null)
                return _root.Transmit(instruction, p1, p2, data, dataLength, le);
            try
            {
                return _transport.Transmit(0x00, instruction, p1, p2, data, dataLength, le);
            }
            catch (ModemException e)
            {
                if (e.Status == AtStatus.Restarted)
                    _exchange.Session = null;
                throw;
            }
        }

        /// <inheritdoc/>
        public bool Close()
        {
            byte[] session = _exchange.Session;
            _exchange.Session = null;
            if (session == null || CloseSession(session))
                return true;
            _left = session;
            return false;
        }

        // <sessionid>: in 27.007 on a line of its own, in most modems behind a prefix; an opaque string.
        void IAtResponse.OnLine(byte[] buffer, int offset, int length, bool isComplete)
        {
            while (length > 0 && buffer[offset] == ' ')
            {
                offset++;
                length--;
            }

            while (length > 0 && buffer[offset + length - 1] == ' ')
                length--;
            if (length == 0 || length > LongestSession || !AsciiText.HasHexDigits(buffer, offset, length, length))
                return;
            _session = new byte[length];
            System.Array.Copy(buffer, offset, _session, 0, length);
        }

        private AtStatus OpenSession(byte[] identifier)
        {
            _channel.Command.Clear().Append(OpenName).Append("=\"").AppendHex(identifier, 0, identifier.Length).Append((byte)'"');
            for (int attempt = 0; ; attempt++)
            {
                // A session whose identifier gets lost stays open.
                _session = null;
                AtStatus status = Execute(Encoding.UTF8.GetBytes("+CCHO:"));
                if (status == AtStatus.Ok && _session == null)
                    status = AtStatus.Garbled;
                if (status == AtStatus.Ok)
                {
                    _exchange.Session = _session;
                    return status;
                }

                ModemException trouble = new ModemException(OpenName, status, _channel.ErrorCode);
                if (!Retry.IsBusy(trouble) || !Retry.IsWorth(trouble, attempt))
                    return status;
                Retry.Wait(trouble, _channel.Clock);
            }
        }

        // Their identifiers are the modem's to choose, mostly the numbers of channels. False if it does not answer.
        private bool CloseLeftovers()
        {
            for (int number = 1; number <= LeftoverSessions; number++)
            {
                _channel.Command.Clear().Append("AT+CCHC=").AppendNumber(number);
                if (Execute(null) == AtStatus.NoAnswer)
                    return false;
            }

            // Channels that were opened over AT+CSIM are no sessions.
            try
            {
                _channels.CloseLeftovers();
            }
            catch (ModemException)
            {
                return false;
            }

            return true;
        }

        private bool CloseSession(byte[] session)
        {
            _channel.Command.Clear().Append("AT+CCHC=").Append(session);
            AtStatus status = Execute(null);
            return status == AtStatus.Ok || status == AtStatus.Restarted;
        }

        // Neither is to be cut short by a wish to cancel: it would cost a session.
        private AtStatus Execute(byte[] prefix)
        {
            bool holdsCancel = _channel.HoldsCancel;
            _channel.HoldsCancel = true;
            AtStatus status = _channel.Execute(_channel.Command, prefix, this, _exchange.Timeout, prefix != null);
            _channel.HoldsCancel = holdsCancel;
            return status;
        }

        // Whatever is not said of the SIM as such.
        private static bool IsRefused(AtStatus status, int code)
        {
            return status == AtStatus.Error
                || (status == AtStatus.CmeError && code != CmeErrors.SimNotInserted && code != CmeErrors.SimPinRequired
                    && code != CmeErrors.SimPukRequired && code != CmeErrors.SimWrong);
        }
    }
}
