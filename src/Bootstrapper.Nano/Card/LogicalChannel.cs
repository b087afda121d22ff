using System;
using Bootstrapper.Modem;

namespace Bootstrapper.Card
{
    /// <summary>
    /// A logical channel of the card (ETSI TS 102 221, 11.1.17): opens and closes it, codes its number into the class
    /// byte, and does what the transport protocol may leave to the terminal (7.3.1.1): GET RESPONSE and the exact Le.
    /// </summary>
    public sealed class LogicalChannel
    {
        /// <summary>The size of the response buffer: the most that a short APDU returns.</summary>
        public const int MaxResponse = 256;

        private const int BasicChannel = 0; // the only one as long as none is open
        private const int LastChannel = 19;
        private const int LastStandardChannel = 3;
        private const int MaxRounds = 8;
        private const int ToolkitBusyWait = 500;

        private const int ManageChannel = 0x70;
        private const int GetResponse = 0xC0;

        private readonly IApduExchange _exchange;
        private readonly IClock _clock;
        private readonly byte[] _command = new byte[24];
        private readonly byte[] _getResponse = new byte[5];
        private readonly byte[] _response = new byte[MaxResponse];
        private int _number;
        private int _responseLength;

        /// <summary>Creates the channel, closed.</summary>
        /// <param name="exchange">Carries the APDUs.</param>
        /// <param name="clock">Waits while the card's toolkit is busy.</param>
        public LogicalChannel(IApduExchange exchange, IClock clock)
        {
            _exchange = exchange;
            _clock = clock;
        }

        /// <summary>Gets the data of the last response, valid until the next command.</summary>
        public byte[] Response => _response;

        /// <summary>Gets the number of bytes in <see cref="Response"/>.</summary>
        public int ResponseLength => _responseLength;

        /// <summary>Opens a channel of the card's choice.</summary>
        /// <exception cref="CardException">The card opens none.</exception>
        public void Open()
        {
            if (_number != BasicChannel)
                throw new InvalidOperationException("the channel is open");
            int statusWord = Transmit(ManageChannel, 0x00, 0x00, null, 0, 1);
            if (statusWord == StatusWords.FunctionNotSupported || statusWord == StatusWords.ChannelNotSupported)
            {
                // None is free: a restart in the middle of an earlier run, or an answer that was lost, has left some open.
                for (int number = 1; number <= LastStandardChannel; number++)
                    CloseWith(0x00, number, 5);
                statusWord = Transmit(ManageChannel, 0x00, 0x00, null, 0, 1);
            }

            if (!IsSuccess(statusWord))
                throw new CardException("MANAGE CHANNEL", statusWord);
            if (ResponseLength != 1 || _response[0] < 1 || _response[0] > LastChannel)
                throw new CardException("MANAGE CHANNEL", statusWord, "no channel from 1 to 19");
            _number = _response[0];
        }

        /// <summary>Closes the channel, if it is open, and never throws because of modem or card.</summary>
        /// <returns>Whether the channel is known to be closed.</returns>
        public bool Close()
        {
            if (_number == BasicChannel)
                return true;
            int number = _number;
            _number = BasicChannel;
            try
            {
                // TS 102 221 11.1.17 gives the command no data. Most modems want Le nevertheless, some only without it
                // and on the channel that is closed.
                return CloseWith(0x00, number, 5) || CloseWith(ClassByte(number), number, 4);
            }
            catch (ModemException)
            {
                // Silence: a further form would only wait as long again.
                return false;
            }
        }

        /// <summary>Sends a command on the channel.</summary>
        /// <param name="instruction">INS.</param>
        /// <param name="p1">P1.</param>
        /// <param name="p2">P2.</param>
        /// <param name="data">The command's data, or null.</param>
        /// <param name="dataLength">The number of bytes of <paramref name="data"/>, up to 16.</param>
        /// <param name="le">The number of bytes wanted, 1 to 256, or 0 if the command returns none.</param>
        /// <returns>
        /// The status word, the last one of an exchange that comes to no end; the data are in <see cref="Response"/>.
        /// </returns>
        public int Transmit(int instruction, int p1, int p2, byte[] data, int dataLength, int le)
        {
            if (_number == BasicChannel && instruction != ManageChannel)
                throw new InvalidOperationException("the channel is not open");
            if (dataLength < 0 || dataLength > 16 || le < 0 || le > MaxResponse)
                throw new ArgumentException("length out of range");

            byte[] command = _command;
            command[0] = ClassByte(_number);
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
            return Complete(length, dataLength > 0 && le > 0, le > 0);
        }

        /// <summary>Tells whether the command ended normally, proactive commands and internal retries aside.</summary>
        internal static bool IsSuccess(int statusWord)
        {
            // TS 102 221 10.2.1: 91XX, a proactive command is pending, which is the modem's affair. 92XX, done after
            // internal retries.
            int sw1 = statusWord >> 8;
            return statusWord == StatusWords.Ok || sw1 == 0x91 || sw1 == 0x92;
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
                if (sw1 == 0x6C && (wantsData || command != _command) && received == 0 && !exactLength)
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
            _getResponse[1] = GetResponse;
            _getResponse[4] = (byte)statusWord;
            return _getResponse;
        }

        private bool CloseWith(byte classByte, int number, int length)
        {
            byte[] command = _command;
            command[0] = classByte;
            command[1] = ManageChannel;
            command[2] = 0x80;
            command[3] = (byte)number;
            command[4] = 0x00;
            for (int attempt = 0; attempt < 2; attempt++)
            {
                try
                {
                    _exchange.Transmit(command, length, _response, 0);
                    int statusWord = _exchange.StatusWord;
                    return IsSuccess(statusWord) || statusWord == StatusWords.Warning;
                }
                catch (ModemException e) when (e.Status != AtStatus.NoAnswer)
                {
                    // The wish to cancel may come this late; it must not cost the card a channel.
                    if (e.Status != AtStatus.Cancelled)
                        return false;
                }
            }

            return false;
        }

        // TS 102 221 10.1.1: channels 0 to 3 in the first interindustry class, 4 to 19 in the further one.
        private static byte ClassByte(int number)
        {
            return (byte)(number < 4 ? number : 0x40 + number - 4);
        }
    }
}
