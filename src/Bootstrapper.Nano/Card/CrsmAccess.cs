using System;
using System.Text;
using Bootstrapper.Modem;

namespace Bootstrapper.Card
{
    /// <summary>
    /// The card over AT+CRSM, restricted SIM access (3GPP TS 27.007, 8.18): the modem selects each file by its path from the
    /// MF. An application is reached if its directory is a DF that such a path names.
    /// </summary>
    public sealed class CrsmAccess : ICardAccess, IAtResponse
    {
        private const string Name = "AT+CRSM";
        private const int LongestPath = 16;
        private const int WholeFcp = 255;
        private const int MaxBusyResends = 8;
        private const int CurrentApplication = 0x7FFF;

        private const int BadParameters = 0x6A86;

        /// <summary>The time for one command, in milliseconds.</summary>
        internal int Timeout;

        private readonly AtChannel _channel;
        private readonly byte[] _prefix = Encoding.UTF8.GetBytes("+CRSM:");
        private readonly byte[] _response;
        private readonly byte[] _path = new byte[LongestPath];
        private byte[] _application;
        private int _pathLength;
        private int _responseLength;
        private int _statusWord;

        /// <summary>Creates the way.</summary>
        /// <param name="channel">The AT channel to the modem.</param>
        /// <param name="response">Where the data of responses go, at least 256 bytes.</param>
        /// <param name="timeout">The time for one command, in milliseconds.</param>
        public CrsmAccess(AtChannel channel, byte[] response, int timeout)
        {
            _channel = channel;
            _response = response;
            Timeout = timeout;
        }

        /// <inheritdoc/>
        public bool TakesShortFiles => false;

        /// <inheritdoc/>
        public byte[] Response => _response;

        /// <inheritdoc/>
        public int ResponseLength => _responseLength;

        /// <inheritdoc/>
        public void Open()
        {
            _application = null;
        }

        /// <inheritdoc/>
        public bool SelectApplication(byte[] identifier, byte[] path)
        {
            // EF(DIR) names the directory in tag 51 (ISO/IEC 7816-4, 8.2.1); 7F50 is where cards for GSM have PKCS#15.
            return (path != null && HasDirectory(path)) || HasDirectory(HexDigits.Bytes("7F50"));
        }

        /// <inheritdoc/>
        public int Transmit(int instruction, int p1, int p2, byte[] data, int dataLength, int le)
        {
            switch (instruction)
            {
                case Instructions.Select:
                    _responseLength = 0;
                    return SetPath(data, dataLength)
                        ? Execute(Instructions.GetResponse, 0, 0, WholeFcp)
                        : StatusWords.NotFound;
                case Instructions.ReadBinary:
                case Instructions.ReadRecord:
                    return Execute(instruction, p1, p2, le & 0xFF);
                default:
                    _responseLength = 0;
                    return StatusWords.InstructionNotSupported;
            }
        }

        /// <inheritdoc/>
        public bool Close()
        {
            return true;
        }

        void IAtResponse.OnLine(byte[] buffer, int offset, int length, bool isComplete)
        {
            if (!isComplete || !Decode(buffer, offset, offset + length))
                _statusWord = -1;
        }

        private bool HasDirectory(byte[] path)
        {
            int start = path.Length > 2 && path[0] == 0x3F && path[1] == 0x00 ? 2 : 0;
            int length = path.Length - start;
            if (length < 2 || (length & 1) != 0 || length > LongestPath - 4)
                return false;
            _application = new byte[length];
            Array.Copy(path, start, _application, 0, length);
            int statusWord = Transmit(Instructions.Select, 0, 0, HexDigits.Bytes("7FFF5031"), 4, 0);
            if (ApduTransport.IsFound(statusWord))
                return true;
            _application = null;
            return false;
        }

        // 7FFF is the application selected, whose directory the modem does not know of.
        private bool SetPath(byte[] path, int length)
        {
            int start = 0;
            _pathLength = 0;
            if (_application != null && path[0] == CurrentApplication >> 8 && path[1] == (CurrentApplication & 0xFF))
            {
                start = 2;
                _pathLength = _application.Length;
                Array.Copy(_application, 0, _path, 0, _pathLength);
            }

            length -= start;
            if (length > LongestPath - _pathLength)
                return false;
            Array.Copy(path, start, _path, _pathLength, length);
            _pathLength += length;
            return true;
        }

        private int Execute(int instruction, int p1, int p2, int p3)
        {
            // The file left the length to us: as many bytes as it says. Some modems' first answer is 6A86, whatever is asked.
            int statusWord = Send(instruction, p1, p2, p3);
            int sw1 = statusWord >> 8;
            if (statusWord == BadParameters)
                statusWord = Send(instruction, p1, p2, p3);
            else if (sw1 == 0x6C || ((sw1 == 0x61 || sw1 == 0x9F) && _responseLength == 0))
                statusWord = Send(instruction, p1, p2, statusWord & 0xFF);
            return Translate(instruction, statusWord);
        }

        // GSM 11.11 9.4: what a card says that answers as a 2G SIM does.
        private int Translate(int instruction, int statusWord)
        {
            switch (statusWord)
            {
                case 0x9402:
                    return instruction == Instructions.ReadRecord ? StatusWords.RecordNotFound : StatusWords.OffsetOutsideFile;
                case 0x9404:
                    return StatusWords.NotFound;
                case 0x9804:
                    return StatusWords.SecurityStatusNotSatisfied;
                case 0x9840:
                    return StatusWords.PinBlocked;
                default:
                    return statusWord >> 8 == 0x9F && _responseLength > 0 ? StatusWords.Ok : statusWord;
            }
        }

        private int Send(int instruction, int p1, int p2, int p3)
        {
            for (int attempt = 0; ; attempt++)
            {
                // <command>,<fileid>,<P1>,<P2>,<P3>,<data>,<pathid>: numbers in decimal, the path in hex.
                int directory = _pathLength - 2;
                AtCommand line = _channel.Command;
                line.Clear().AppendName(_prefix).AppendNumber(instruction).Append((byte)',')
                    .AppendNumber((_path[directory] << 8) | _path[directory + 1]).Append((byte)',').AppendNumber(p1)
                    .Append((byte)',').AppendNumber(p2).Append((byte)',').AppendNumber(p3);
                if (directory > 0)
                    line.Append((byte)',').Append((byte)',').Append((byte)'"').AppendHex(_path, 0, directory).Append((byte)'"');

                _statusWord = -1;
                _responseLength = 0;
                AtStatus status = _channel.Execute(line, _prefix, this, Timeout);
                if (status == AtStatus.Ok && _statusWord == StatusWords.ToolkitBusy && attempt < MaxBusyResends)
                {
                    _channel.Clock.Wait(ApduTransport.ToolkitBusyWait);
                    continue;
                }

                if (status == AtStatus.Ok && _statusWord >= 0)
                    return _statusWord;
                ModemException trouble = Trouble(status == AtStatus.Ok ? AtStatus.Garbled : status);
                if (!Retry.IsWorth(trouble, attempt))
                    throw trouble;
                Retry.Wait(trouble, _channel.Clock);
            }
        }

        private ModemException Trouble(AtStatus status)
        {
            return new ModemException(Name, status, _channel.ErrorCode);
        }

        // <sw1>,<sw2>[,<response>]: the status word in decimal, the response in hex, in quotes or not.
        private bool Decode(byte[] buffer, int start, int end)
        {
            int sw1 = Number(buffer, ref start, end);
            int sw2 = Number(buffer, ref start, end);
            while (start < end && (buffer[start] == ' ' || buffer[start] == '"'))
                start++;
            while (end > start && (buffer[end - 1] == ' ' || buffer[end - 1] == '"'))
                end--;
            int digits = end - start;
            if (!ApduTransport.CanBeFirst(sw1) || sw2 < 0 || sw2 > 0xFF || (digits & 1) != 0 || digits > 2 * _response.Length
                || !HexDigits.Decode(buffer, start, _response, 0, digits / 2))
            {
                return false;
            }

            _responseLength = digits / 2;
            _statusWord = (sw1 << 8) | sw2;
            return true;
        }

        // The number at the start, with the spaces around it and the comma behind it.
        private static int Number(byte[] buffer, ref int start, int end)
        {
            int first = start;
            while (start < end && buffer[start] != ',')
                start++;
            int last = start;
            if (start < end)
                start++;
            while (first < last && buffer[first] == ' ')
                first++;
            while (last > first && buffer[last - 1] == ' ')
                last--;
            return AsciiText.Number(buffer, first, last - first);
        }
    }
}
