using System.Text;
using Bootstrapper.Modem;

namespace Bootstrapper.Card
{
    /// <summary>APDUs over AT+CSIM, generic SIM access (3GPP TS 27.007, 8.17).</summary>
    public sealed class CsimExchange : IApduExchange, IAtResponse
    {
        // SELECT by AID, the longest command sent: five bytes of header, sixteen of AID, Le.
        private const int LongestCommand = 22;
        private const string Name = "AT+CSIM";

        private readonly AtChannel _channel;
        private readonly int _timeout;
        private readonly AtCommand _command = new AtCommand(Name.Length + 8 + (2 * LongestCommand));
        private readonly byte[] _start = Encoding.UTF8.GetBytes(Name + "=");
        private readonly byte[] _prefix = Encoding.UTF8.GetBytes("+CSIM:");
        private readonly byte[] _trailer = new byte[2]; // SW1 and SW2
        private byte[] _response;
        private int _responseOffset;
        private int _responseLength;
        private int _statusWord;

        /// <summary>Creates the exchange.</summary>
        /// <param name="channel">The AT channel to the modem.</param>
        /// <param name="timeout">The time for one command, in milliseconds.</param>
        public CsimExchange(AtChannel channel, int timeout)
        {
            _channel = channel;
            _timeout = timeout;
        }

        /// <inheritdoc/>
        public int StatusWord => _statusWord;

        /// <inheritdoc/>
        public int Transmit(byte[] command, int length, byte[] response, int offset)
        {
            // <length> counts hex digits, in both directions.
            _command.Clear().Append(_start).AppendNumber(2 * length).Append((byte)',').Append((byte)'"')
                .AppendHex(command, 0, length).Append((byte)'"');
            _response = response;
            _responseOffset = offset;
            _responseLength = -1;
            AtStatus status = _channel.Execute(_command, _prefix, this, _timeout);
            _response = null;
            if (status != AtStatus.Ok)
                throw new ModemException(Name, status, _channel.ErrorCode);
            if (_responseLength < 0)
                throw new ModemException(Name, AtStatus.Garbled, -1);
            return _responseLength;
        }

        void IAtResponse.OnLine(byte[] buffer, int offset, int length, bool isComplete)
        {
            _responseLength = isComplete ? Decode(buffer, offset, offset + length) : -1;
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

            // The status word is always there. Some firmware announces bytes instead of digits; any other difference
            // means that characters were lost on the line.
            int digits = end - start;
            int dataLength = (digits / 2) - 2;
            if (digits < 4 || (digits & 1) != 0 || (announced != digits && announced * 2 != digits)
                || dataLength > _response.Length - _responseOffset)
            {
                return -1;
            }

            if (!HexDigits.Decode(buffer, end - 4, _trailer, 0, 2)
                || !HexDigits.Decode(buffer, start, _response, _responseOffset, dataLength))
            {
                return -1;
            }

            _statusWord = (_trailer[0] << 8) | _trailer[1];
            return dataLength;
        }

        private static int SkipSpaces(byte[] buffer, int start, int end)
        {
            while (start < end && buffer[start] == ' ')
                start++;
            return start;
        }
    }
}
