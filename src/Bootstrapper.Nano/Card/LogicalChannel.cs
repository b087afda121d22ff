using System;
using Bootstrapper.Modem;

namespace Bootstrapper.Card
{
    /// <summary>
    /// The card over APDUs whose logical channel is ours to open and to close (ETSI TS 102 221, 11.1.17), or, where a card
    /// or a modem has no other, on the basic channel, whose selection is the modem's and is put back at the end.
    /// </summary>
    public sealed class LogicalChannel : ICardAccess
    {
        // The registered part of the identifier, TS 101 220 Annex E.
        internal const string Usim = "A0000000871002";

        private const int BasicChannel = 0;
        private const int LastChannel = 19;
        private const int LastStandardChannel = 3;

        private readonly ApduTransport _transport;
        private bool _isBasic;
        private bool _closesWithLe = true;
        private bool _isOpen;
        private int _number;
        private int _left; // the number of a channel that could not be closed

        /// <summary>Creates the channel, closed.</summary>
        /// <param name="transport">Carries the commands.</param>
        public LogicalChannel(ApduTransport transport)
        {
            _transport = transport;
        }

        /// <summary>Gets or sets whether to work on the basic channel; not to be changed while the channel is open.</summary>
        public bool IsBasic
        {
            get { return _isBasic; }
            set { _isBasic = value; }
        }

        /// <summary>Gets or sets whether closing is first tried with an Le, as most modems want it.</summary>
        public bool ClosesWithLe
        {
            get { return _closesWithLe; }
            set { _closesWithLe = value; }
        }

        // TS 102 221 11.1.17: a channel opened from the basic one begins at the MF.

        /// <inheritdoc/>
        public bool TakesShortFiles => !_isBasic;

        /// <inheritdoc/>
        public byte[] Response => _transport.Response;

        /// <inheritdoc/>
        public int ResponseLength => _transport.ResponseLength;

        /// <summary>Opens a channel of the card's choice.</summary>
        /// <exception cref="CardException">The card opens none.</exception>
        public void Open()
        {
            if (_isOpen)
                throw new InvalidOperationException("the channel is open");
            if (!_isBasic)
                _number = OpenOne();
            _isOpen = true;
        }

        /// <inheritdoc/>
        public bool SelectApplication(byte[] identifier, byte[] path)
        {
            // Without an FCP it costs no GET RESPONSE; a card that knows only the form with FCP gets that.
            int statusWord = Transmit(
                Instructions.Select, Instructions.ByName, Instructions.ReturnNothing, identifier, identifier.Length, 0);
            if (!ApduTransport.IsFound(statusWord) && !IsMissing(statusWord))
            {
                statusWord = Transmit(
                    Instructions.Select, Instructions.ByName, Instructions.ReturnFcp, identifier, identifier.Length,
                    ApduTransport.MaxResponse);
            }

            if (!ApduTransport.IsFound(statusWord) && !IsMissing(statusWord))
                throw new CardException("SELECT application", statusWord);
            return !IsMissing(statusWord);
        }

        /// <inheritdoc/>
        public int Transmit(int instruction, int p1, int p2, byte[] data, int dataLength, int le)
        {
            if (!_isOpen)
                throw new InvalidOperationException("the channel is not open");
            try
            {
                return _transport.Transmit(ClassByte(_number), instruction, p1, p2, data, dataLength, le);
            }
            catch (ModemException e)
            {
                // The card was reset with the modem, and knows no channel any more.
                if (e.Status == AtStatus.Restarted)
                {
                    _isOpen = false;
                    _number = BasicChannel;
                }

                throw;
            }
        }

        /// <inheritdoc/>
        public bool Close()
        {
            if (!_isOpen)
                return true;
            _isOpen = false;
            int number = _number;
            _number = BasicChannel;
            try
            {
                if (_isBasic)
                    return PutBack();
                if (CloseChannel(number))
                    return true;
            }
            catch (ModemException e)
            {
                // Silence: anything further would only wait as long again. A restart leaves no channel open.
                if (e.Status == AtStatus.Restarted)
                    return true;
            }

            _left = number;
            return false;
        }

        /// <summary>Closes the channels 1 to 3, whoever opened them.</summary>
        /// <exception cref="ModemException">The modem is silent.</exception>
        internal void CloseLeftovers()
        {
            for (int number = 1; number <= LastStandardChannel; number++)
                CloseChannel(number);
        }

        private int OpenOne()
        {
            // Once: later the number may be somebody else's.
            int left = _left;
            _left = BasicChannel;
            if (left != BasicChannel)
                CloseChannel(left);
            int statusWord;
            try
            {
                statusWord = AskForChannel();
            }
            catch (ModemException e) when (e.Status == AtStatus.Garbled || e.Status == AtStatus.NoAnswer)
            {
                // The card may have opened one, and only its number got lost.
                statusWord = StatusWords.FunctionNotSupported;
            }

            if (statusWord == StatusWords.FunctionNotSupported || statusWord == StatusWords.ChannelNotSupported)
            {
                // None is free: a restart in the middle of an earlier run, or an answer that was lost, has left some open.
                CloseLeftovers();
                statusWord = AskForChannel();
            }

            if (!ApduTransport.IsSuccess(statusWord))
                throw new CardException("MANAGE CHANNEL", statusWord);
            if (ResponseLength != 1 || Response[0] < 1 || Response[0] > LastChannel)
                throw new CardException("MANAGE CHANNEL", statusWord, "no channel from 1 to 19");
            return Response[0];
        }

        private int AskForChannel()
        {
            return _transport.Transmit(0x00, Instructions.ManageChannel, 0x00, 0x00, null, 0, 1);
        }

        // TS 102 221 11.1.17 gives the command no data. Most modems want Le nevertheless, some only without it and on the
        // channel that is closed.
        private bool CloseChannel(int number)
        {
            return _closesWithLe
                ? CloseChannel(0x00, number, 256) || CloseChannel(ClassByte(number), number, 0)
                : CloseChannel(ClassByte(number), number, 0) || CloseChannel(0x00, number, 256);
        }

        private bool CloseChannel(int classByte, int number, int le)
        {
            try
            {
                int statusWord = _transport.Transmit(classByte, Instructions.ManageChannel, 0x80, number, null, 0, le);
                return ApduTransport.IsFound(statusWord);
            }
            catch (ModemException e) when (e.Status != AtStatus.NoAnswer && e.Status != AtStatus.Restarted)
            {
                return false;
            }
        }

        // The modem expects its own application selected, the USIM, or at least nothing else.
        private bool PutBack()
        {
            int statusWord = _transport.Transmit(
                0x00, Instructions.Select, Instructions.ByIdentifier, Instructions.ReturnNothing, HexDigits.Bytes("3F00"), 2, 0);
            byte[] usim = HexDigits.Bytes(Usim);
            _transport.Transmit(
                0x00, Instructions.Select, Instructions.ByName, Instructions.ReturnNothing, usim, usim.Length, 0);
            return ApduTransport.IsFound(statusWord);
        }

        private static bool IsMissing(int statusWord)
        {
            return statusWord == StatusWords.NotFound || statusWord == StatusWords.ReferenceNotFound;
        }

        // TS 102 221 10.1.1: channels 0 to 3 in the first interindustry class, 4 to 19 in the further one.
        private static int ClassByte(int number)
        {
            return number < 4 ? number : 0x40 + number - 4;
        }
    }
}
