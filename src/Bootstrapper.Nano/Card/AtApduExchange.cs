using System.Text;
using Bootstrapper.Modem;

namespace Bootstrapper.Card
{
    /// <summary>
    /// APDUs over AT+CSIM, generic SIM access (3GPP TS 27.007, 8.17), or over AT+CGLA, generic UICC logical channel access
    /// (8.43): the two differ in the session that the latter names.
    /// </summary>
    public sealed class AtApduExchange : IApduExchange, IAtResponse
    {
        private const string GenericAccess = "AT+CSIM";
        private const string ChannelAccess = "AT+CGLA";

        private readonly AtChannel _channel;
        private readonly byte[] _csim = Encoding.UTF8.GetBytes("+CSIM:");
        private readonly byte[] _cgla = Encoding.UTF8.GetBytes("+CGLA:");
        private int _timeout;
        private byte[] _session;
        private byte[] _response;
        private int _responseOffset;
        private int _responseLength;
        private int _statusWord;
        private int _doubted;
        private bool _trustsDigits;

        /// <summary>Creates the exchange, over AT+CSIM until there is a <see cref="Session"/>.</summary>
        /// <param name="channel">The AT channel to the modem.</param>
        /// <param name="timeout">The time for one command, in milliseconds.</param>
        public AtApduExchange(AtChannel channel, int timeout)
        {
            _channel = channel;
            _timeout = timeout;
        }

        /// <summary>Gets or sets the time for one command, in milliseconds.</summary>
        public int Timeout
        {
            get { return _timeout; }
            set { _timeout = value; }
        }

        /// <summary>Gets or sets the session of AT+CGLA, up to 32 characters as the modem wrote them; null for AT+CSIM.</summary>
        public byte[] Session
        {
            get { return _session; }
            set { _session = value; }
        }

        /// <inheritdoc/>
        public int StatusWord => _statusWord;

        /// <inheritdoc/>
        public int Transmit(byte[] command, int length, byte[] response, int offset)
        {
            byte[] prefix = _session == null ? _csim : _cgla;
            AtCommand line = _channel.Command;
            line.Clear().AppendName(prefix);
            if (_session != null)
                line.Append(_session).Append((byte)',');

            // <length> counts hex digits, in both directions.
            line.AppendNumber(2 * length).Append((byte)',').Append((byte)'"')
                .AppendHex(command, 0, length).Append((byte)'"');
            _response = response;
            _responseOffset = offset;
            _responseLength = -1;

            // A channel whose number gets lost stays open, and a PIN whose answer gets lost may have cost a try.
            int instruction = command[1];
            bool holdsCancel = _channel.HoldsCancel;
            _channel.HoldsCancel = holdsCancel || instruction == Instructions.ManageChannel || instruction == Instructions.Verify;
            AtStatus status = _channel.Execute(line, prefix, this, _timeout);
            _channel.HoldsCancel = holdsCancel;
            _response = null;
            if (status != AtStatus.Ok)
                throw Trouble(status, _channel.ErrorCode);
            if (_responseLength < 0)
                throw Trouble(AtStatus.Garbled, -1);
            return _responseLength;
        }

        void IAtResponse.OnLine(byte[] buffer, int offset, int length, bool isComplete)
        {
            int end = offset + length;
            _responseLength = isComplete ? Decode(buffer, offset, end) : -1;
            if (_responseLength >= 0)
                return;

            // Some modems put the previous answer in front of the right one, on the same line.
            byte[] prefix = _session == null ? _csim : _cgla;
            for (int start = end - prefix.Length; start > offset; start--)
            {
                if (AsciiText.StartsWith(buffer, start, prefix.Length, prefix))
                {
                    _responseLength = Decode(buffer, start + prefix.Length, end);
                    return;
                }
            }
        }

        // <length>,<response>: the response in quotes or not, with spaces or not, digits of either case.
        private int Decode(byte[] buffer, int start, int end)
        {
            start = SkipSpaces(buffer, start, end);
            int comma = start;
            while (comma < end && buffer[comma] >= '0' && buffer[comma] <= '9')
                comma++;
            int announced = AsciiText.Number(buffer, start, comma - start);
            start = SkipSpaces(buffer, comma, end);
            if (start == end || buffer[start] != ',')
                return -1;

            start = SkipSpaces(buffer, start + 1, end);
            while (end > start && buffer[end - 1] == ' ')
                end--;
            if (end - start >= 2 && buffer[start] == '"' && buffer[end - 1] == '"')
            {
                start++;
                end--;
            }

            // The status word is always there. It is decoded last and in its own place: then all before it is digits, and the
            // line of no further use.
            int digits = end - start;
            int dataLength = (digits / 2) - 2;
            if (digits < 4 || (digits & 1) != 0 || dataLength > _response.Length - _responseOffset
                || !HexDigits.Decode(buffer, start, _response, _responseOffset, dataLength)
                || !HexDigits.Decode(buffer, end - 4, buffer, end - 4, 2)
                || !ApduTransport.CanBeFirst(buffer[end - 4]))
            {
                return -1;
            }

            _statusWord = (buffer[end - 4] << 8) | buffer[end - 3];
            return IsRight(announced, digits, dataLength) ? dataLength : -1;
        }

        // Some firmware announces bytes instead of digits, some a number without a meaning. Any other difference means that
        // characters were lost on the line, which does not happen twice in the same way.
        private bool IsRight(int announced, int digits, int dataLength)
        {
            if (announced == digits || announced * 2 == digits || _trustsDigits)
                return true;
            int doubted = announced;
            for (int i = 0; i < dataLength; i++)
                doubted = (doubted * 31) + _response[_responseOffset + i];
            doubted = (doubted * 31) + _statusWord;
            _trustsDigits = doubted == _doubted;
            _doubted = doubted;
            return _trustsDigits;
        }

        private ModemException Trouble(AtStatus status, int code)
        {
            return new ModemException(_session == null ? GenericAccess : ChannelAccess, status, code);
        }

        private static int SkipSpaces(byte[] buffer, int start, int end)
        {
            while (start < end && buffer[start] == ' ')
                start++;
            return start;
        }
    }
}
