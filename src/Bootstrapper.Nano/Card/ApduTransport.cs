using System;
using Bootstrapper.Modem;

namespace Bootstrapper.Card
{
    /// <summary>
    /// Brings a command to its end: does what the transport protocol may leave to the terminal (ETSI TS 102 221, 7.3.1.1),
    /// GET RESPONSE and the exact Le, and sends a command that only reads again if its answer got lost on the line.
    /// </summary>
    public sealed class ApduTransport
    {
        /// <summary>The size of the response buffer: the most that a short APDU returns.</summary>
        public const int MaxResponse = 256;

        /// <summary>How long to wait while the toolkit is busy, in milliseconds.</summary>
        internal const int ToolkitBusyWait = 500;

        private const int LongestData = 16;
        private const int MaxRounds = 8;

        private readonly IApduExchange _exchange;
        private readonly IClock _clock;
        private readonly byte[] _command = new byte[6 + LongestData];
        private readonly byte[] _getResponse = new byte[5];
        private readonly byte[] _response = new byte[MaxResponse];
        private int _responseLength;
        private bool _sendsLe = true;

        /// <summary>Creates the transport.</summary>
        /// <param name="exchange">Carries the APDUs.</param>
        /// <param name="clock">Waits while modem or card are busy.</param>
        public ApduTransport(IApduExchange exchange, IClock clock)
        {
            _exchange = exchange;
            _clock = clock;
        }

        /// <summary>Gets the data of the last response, valid until the next command.</summary>
        public byte[] Response => _response;

        /// <summary>Gets the number of bytes in <see cref="Response"/>.</summary>
        public int ResponseLength => _responseLength;

        /// <summary>Gets or sets whether an Le is sent behind data; a modem or card that refuses it turns it off.</summary>
        public bool SendsLe
        {
            get { return _sendsLe; }
            set { _sendsLe = value; }
        }

        /// <summary>Sends a command.</summary>
        /// <param name="classByte">CLA, with the channel's number in it.</param>
        /// <param name="instruction">INS.</param>
        /// <param name="p1">P1.</param>
        /// <param name="p2">P2.</param>
        /// <param name="data">The command's data, or null.</param>
        /// <param name="dataLength">The number of bytes of <paramref name="data"/>, up to 16.</param>
        /// <param name="le">The number of bytes wanted, 1 to 256, or 0 if the command returns none.</param>
        /// <returns>The status word, the last one of an exchange that comes to no end.</returns>
        public int Transmit(int classByte, int instruction, int p1, int p2, byte[] data, int dataLength, int le)
        {
            if (dataLength < 0 || dataLength > LongestData || le < 0 || le > MaxResponse)
                throw new ArgumentException("length out of range");
            if (dataLength == 0 || le == 0)
                return Send(classByte, instruction, p1, p2, data, dataLength, le);

            int statusWord;
            if (_sendsLe)
            {
                try
                {
                    statusWord = Send(classByte, instruction, p1, p2, data, dataLength, le);
                }
                catch (ModemException e) when (e.Status == AtStatus.Error || e.Code == CmeErrors.IncorrectParameters)
                {
                    statusWord = StatusWords.WrongLength;
                }

                if (statusWord != StatusWords.WrongLength)
                    return statusWord;
            }

            // Some modems and cards take no Le behind data and leave the response to GET RESPONSE.
            statusWord = Send(classByte, instruction, p1, p2, data, dataLength, 0);
            if (IsSuccess(statusWord))
                _sendsLe = false;
            return statusWord;
        }

        /// <summary>Tells whether the command ended normally, proactive commands and internal retries aside.</summary>
        internal static bool IsSuccess(int statusWord)
        {
            // TS 102 221 10.2.1: 91XX, a proactive command is pending, which is the modem's affair. 92XX, done after
            // internal retries.
            int sw1 = statusWord >> 8;
            return statusWord == StatusWords.Ok || sw1 == 0x91 || sw1 == 0x92;
        }

        /// <summary>Tells whether what was to be selected is, or the channel that was to be closed is closed.</summary>
        internal static bool IsFound(int statusWord)
        {
            // 6200 is a warning that says nothing, or that the channel was closed already.
            return IsSuccess(statusWord) || statusWord == StatusWords.Warning;
        }

        /// <summary>
        /// Tells whether a number can be SW1 at all (ISO/IEC 7816-3, 10.3.3); any other means that the line has distorted it.
        /// </summary>
        internal static bool CanBeFirst(int sw1)
        {
            return (sw1 & ~0x0F) == 0x60 || (sw1 & ~0x0F) == 0x90;
        }

        private int Send(int classByte, int instruction, int p1, int p2, byte[] data, int dataLength, int le)
        {
            byte[] command = _command;
            bool onlyReads = instruction == Instructions.Select || (instruction & 0xF0) == 0xB0;
            bool opens = instruction == Instructions.ManageChannel && p1 == 0x00;
            bool closes = instruction == Instructions.ManageChannel && !opens;
            for (int attempt = 0; ; attempt++)
            {
                command[0] = (byte)classByte;
                command[1] = (byte)instruction;
                command[2] = (byte)p1;
                command[3] = (byte)p2;
                int length = 4;
                if (dataLength > 0)
                {
                    command[4] = (byte)dataLength;
                    Array.Copy(data, 0, command, 5, dataLength);
                    length = 5 + dataLength;
                }

                if (le > 0)
                    command[length++] = (byte)le;
                try
                {
                    return Complete(length, dataLength > 0 && le > 0, le > 0);
                }
                catch (ModemException e) when (Retry.IsWorth(e, attempt)
                    && (onlyReads || (opens && e.Status == AtStatus.CmeError) || (closes && Retry.IsBusy(e))))
                {
                    Retry.Wait(e, _clock);
                }
            }
        }

        // TS 102 221 7.3.1.1: what the card says with 61XX and 6CXX. Many modems settle it, the others pass it on.
        private int Complete(int length, bool isCase4, bool wantsData)
        {
            byte[] command = _command;
            int statusWord = 0;
            int warning = 0;
            bool exactLength = false;
            _responseLength = 0;
            for (int round = 0; round < MaxRounds; round++)
            {
                int received = _exchange.Transmit(command, length, _response, ResponseLength);
                _responseLength += received;
                statusWord = _exchange.StatusWord;
                int sw1 = statusWord >> 8;
                if (sw1 == 0x6C && (wantsData || command != _command) && received == 0 && !exactLength
                    && command[length - 1] != (byte)statusWord && command[1] != Instructions.Verify)
                {
                    exactLength = true;
                    command[length - 1] = (byte)statusWord;
                }
                else if (sw1 == 0x61 && (received > 0 || command == _command))
                {
                    command = AskForResponse(statusWord);
                    length = 5;
                    exactLength = false;
                }
                else if ((sw1 == 0x62 || sw1 == 0x63) && isCase4 && received == 0 && command == _command)
                {
                    // A case 4 command that ends with a warning still has its data waiting.
                    warning = statusWord;
                    command = AskForResponse(0);
                    length = 5;
                    exactLength = false;
                }
                else if (statusWord == StatusWords.ToolkitBusy)
                {
                    _clock.Wait(ToolkitBusyWait);
                }
                else
                {
                    return warning != 0 ? warning : statusWord;
                }
            }

            return statusWord;
        }

        private byte[] AskForResponse(int statusWord)
        {
            _getResponse[0] = _command[0];
            _getResponse[1] = Instructions.GetResponse;
            _getResponse[4] = (byte)statusWord;
            return _getResponse;
        }
    }
}
