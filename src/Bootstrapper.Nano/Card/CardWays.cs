using Bootstrapper.Modem;

namespace Bootstrapper.Card
{
    /// <summary>The ways to the card that a modem may have, each made when it is first wanted and then kept.</summary>
    internal sealed class CardWays
    {
        private const int Count = 4;

        private readonly AtChannel _channel;
        private readonly AtApduExchange _exchange;
        private readonly ApduTransport _transport;
        private readonly LogicalChannel _logicalChannel;
        private CrsmAccess _crsm;
        private CglaSession _cgla;

        public CardWays(AtChannel channel)
        {
            _channel = channel;
            _exchange = new AtApduExchange(channel, 0);
            _transport = new ApduTransport(_exchange, channel.Clock);
            _logicalChannel = new LogicalChannel(_transport);
        }

        /// <summary>Makes the ways fit for a modem.</summary>
        public void Configure(ModemProfile profile)
        {
            _transport.SendsLe = profile.SelectsWithLe;
            _logicalChannel.ClosesWithLe = profile.ClosesWithLe;
        }

        /// <summary>Gets a way, closed, with the time for one command in milliseconds.</summary>
        public ICardAccess Get(CardAccess way, int timeout)
        {
            _exchange.Timeout = timeout;
            if (way == CardAccess.CsimChannel || way == CardAccess.CsimBasic)
            {
                _logicalChannel.IsBasic = way == CardAccess.CsimBasic;
                return _logicalChannel;
            }

            if (_crsm == null)
                _crsm = new CrsmAccess(_channel, _transport.Response, timeout);
            _crsm.Timeout = timeout;
            if (way == CardAccess.Crsm)
                return _crsm;
            if (_cgla == null)
                _cgla = new CglaSession(_channel, _exchange, _transport, _logicalChannel, _crsm);
            return _cgla;
        }

        /// <summary>Gets the way to try after others have failed.</summary>
        /// <param name="first">The one to begin with; Auto for none in particular.</param>
        /// <param name="attempt">How many have been tried.</param>
        /// <returns>Auto if there is none left.</returns>
        public static CardAccess Next(CardAccess first, int attempt)
        {
            // What disturbs the modem least comes first: channels of our own, of the modem's, then files one by one, and
            // last of all the channel that the modem itself works on: the order of the enumeration.
            if (attempt == 0 && first != CardAccess.Auto)
                return first;
            int skipped = first == CardAccess.Auto ? 0 : 1;
            for (int i = 0; i < Count; i++)
            {
                CardAccess way = CardAccess.CsimChannel + i;
                if (way != first && skipped++ == attempt)
                    return way;
            }

            return CardAccess.Auto;
        }
    }
}
