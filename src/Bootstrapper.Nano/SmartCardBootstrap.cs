using System;
using Bootstrapper.Card;
using Bootstrapper.Lwm2m;
using Bootstrapper.Modem;

namespace Bootstrapper
{
    /// <summary>
    /// Bootstrap from Smartcard (LwM2M TS, 6.1.3.2 and Appendix G): reads EF LwM2M_Bootstrap of the SIM through the modem
    /// and decodes it. Made once; <see cref="Run"/> and <see cref="Check"/> may be called again and again.
    /// </summary>
    /// <remarks>
    /// Throws <see cref="ContentException"/> for malformed bytes, <see cref="CardException"/> for a status word and
    /// <see cref="ModemException"/> for a modem error that no <see cref="BootstrapOutcome"/> explains. What the link, the
    /// log or a handler throws passes out.
    /// </remarks>
    public sealed class SmartCardBootstrap
    {
        private const int MaxRestarts = 2;
        private const int QuickTimeout = 3000;

        private readonly BootstrapOptions _options;
        private readonly ProgressSink _progress;
        private readonly AtChannel _modem;
        private readonly ModemSetup _setup;
        private readonly ConfigurationLoader _loader;
        private readonly CardWays _ways;
        private readonly SmartCard _card;
        private CardAccess _worked;
        private bool _running;

        /// <summary>Creates the bootstrap.</summary>
        /// <param name="link">The line to the modem, which the caller has opened and closes.</param>
        /// <param name="clock">Gives the time and waits.</param>
        /// <param name="options">What the application wants otherwise than the LwM2M TS; not to be changed any more.</param>
        /// <param name="log">Is told each step.</param>
        public SmartCardBootstrap(ISerialLink link, IClock clock, BootstrapOptions options = null, ILog log = null)
        {
            options = options ?? new BootstrapOptions();
            options.Check();
            _options = options;
            _progress = new ProgressSink(log);
            _modem = new AtChannel(link, clock);
            _setup = new ModemSetup(_modem, options.Profile, options.Pin, _progress);
            _loader = new ConfigurationLoader(options.MaxInstances);
            _ways = new CardWays(_modem);
            _card = new SmartCard(options, _loader, _progress);
            if (options.Profile != null)
                _ways.Configure(options.Profile);
        }

        /// <summary>
        /// Occurs when an unsolicited line of the modem announces that the card was pulled, put in, swapped or written to
        /// over the air: time for <see cref="Check"/>. The handler must not use the modem.
        /// </summary>
        public event CardChangedHandler CardChanged
        {
            add { _modem.CardChanged += value; }
            remove { _modem.CardChanged -= value; }
        }

        /// <summary>Gets or sets what is told how far the bootstrap has got, or null; the place to cancel from.</summary>
        public ProgressHandler Progress
        {
            get { return _progress.Handler; }
            set { _progress.Handler = value; }
        }

        /// <summary>Gets the AT channel to the modem, whose unsolicited lines the application may listen to.</summary>
        public AtChannel Modem => _modem;

        /// <summary>Gets the loader, which the application gives its handlers of further objects.</summary>
        public ConfigurationLoader Loader => _loader;

        /// <summary>Gets the way to the card that worked last; Auto as long as none did.</summary>
        public CardAccess WorkingAccess => _worked;

        /// <summary>Gets the number of the card that was last reached, null if it did not tell.</summary>
        internal string Iccid => _card.Iccid;

        /// <summary>Lets what is running end as cancelled, if something is; at the latest when a wait is over.</summary>
        public void Cancel()
        {
            if (_running)
                _modem.Cancel();
        }

        /// <summary>Sees to unsolicited lines while nothing is running.</summary>
        public void Poll()
        {
            _modem.Poll();
        }

        /// <summary>Reads the card. What the application has from an earlier run is not touched.</summary>
        public BootstrapResult Run()
        {
            Begin();
            try
            {
                for (int restarts = 0; ; restarts++)
                {
                    try
                    {
                        return ReadCard();
                    }
                    catch (ModemException e) when (e.Status == AtStatus.Restarted && restarts < MaxRestarts)
                    {
                        _progress.Write(e.Message);
                    }
                }
            }
            catch (ModemException e) when (WayTrouble.OutcomeOf(e) != WayTrouble.Unexplained)
            {
                return _card.End(WayTrouble.OutcomeOf(e));
            }
            catch (CardException e) when (WayTrouble.OutcomeOf(e) != WayTrouble.Unexplained)
            {
                return _card.End(WayTrouble.OutcomeOf(e));
            }
            finally
            {
                Finish();
            }
        }

        /// <summary>
        /// Tells what became of the card since a run, with as few commands as it takes. To be called at each Register and
        /// Update with a server that came from the card (LwM2M TS, 6.1.3.2).
        /// </summary>
        /// <remarks>
        /// An exception says nothing of the card, and is no reason to delete anything: <see cref="Run"/> may find another way.
        /// </remarks>
        /// <param name="state">
        /// The <see cref="BootstrapResult.State"/> of that run, of this object or one before a sleep. What is none, or damaged, or
        /// leads over a way that is not allowed here, is <see cref="CardChange.Changed"/> without a question to the card.
        /// </param>
        public CardChange Check(byte[] state)
        {
            KnownCard known = KnownCard.Read(state);
            if (known == null || !IsAllowed(known.Access))
                return CardChange.Changed;
            Begin();
            try
            {
                // A modem that has been used just now needs no preparation; what goes wrong says little, though.
                try
                {
                    return Compare(known, QuickTimeout, false);
                }
                catch (ModemException e) when (e.Status != AtStatus.Cancelled)
                {
                    _progress.Write(e.Message);
                }
                catch (CardException e)
                {
                    _progress.Write(e.Message);
                }

                BootstrapOutcome outcome = GetReady();
                return outcome == WayTrouble.Unexplained ? Compare(known, Timeout, true) : ChangeOf(outcome, known);
            }
            catch (ModemException e) when (WayTrouble.OutcomeOf(e) != WayTrouble.Unexplained)
            {
                return ChangeOf(WayTrouble.OutcomeOf(e), known);
            }
            catch (CardException e) when (WayTrouble.OutcomeOf(e) != WayTrouble.Unexplained)
            {
                return CardChange.Unknown;
            }
            finally
            {
                Finish();
            }
        }

        // The state may be of an application with other wishes.
        private bool IsAllowed(CardAccess way)
        {
            return _options.Access == CardAccess.Auto
                ? way != CardAccess.CsimBasic || _options.AllowsBasicChannel
                : way == _options.Access;
        }

        private int Timeout
        {
            get { return _options.CommandTimeout > 0 ? _options.CommandTimeout : _setup.Profile.CommandTimeout; }
        }

        private void Begin()
        {
            if (_running)
                throw new InvalidOperationException("a bootstrap is running");
            _running = true;
            _modem.ForgetCancel();
            _modem.HoldsCancel = false;
            _modem.Deadline = _modem.Clock.Milliseconds + _options.TimeLimit;
            _card.Reset();
        }

        private void Finish()
        {
            _modem.Deadline = long.MaxValue;
            _modem.EndsOnRestart = false;
            try
            {
                _progress.Tell(BootstrapStep.PuttingBack, "putting the modem's settings back");
            }
            finally
            {
                _setup.Restore();
                _running = false;
            }
        }

        // The outcome that the modem's word of the SIM means already, or none.
        private BootstrapOutcome GetReady()
        {
            _progress.Tell(BootstrapStep.GettingReady, "getting the modem ready");
            SimState state = _setup.Prepare();
            ModemProfile profile = _setup.Profile;
            _progress.Write("modem profile: " + profile.Name);
            _ways.Configure(profile);
            _card.File.ChunkSize = _options.ChunkSize > 0 ? _options.ChunkSize : profile.ChunkSize;
            switch (state)
            {
                case SimState.NotInserted:
                    return BootstrapOutcome.NoCard;
                case SimState.PinRequired:
                    _card.AskIccid(_setup);
                    return BootstrapOutcome.PinRequired;
                case SimState.PukRequired:
                    _card.AskIccid(_setup);
                    return BootstrapOutcome.PinBlocked;
                default:
                    return WayTrouble.Unexplained;
            }
        }

        private BootstrapResult ReadCard()
        {
            _card.Reset();
            BootstrapOutcome outcome = GetReady();
            if (outcome != WayTrouble.Unexplained)
                return _card.End(outcome);

            CardAccess first = _options.Access != CardAccess.Auto ? _options.Access
                : _worked != CardAccess.Auto ? _worked : _setup.Profile.PreferredAccess;
            Exception trouble = null;
            CardAccess way = first;
            for (int attempt = 0; ; attempt++)
            {
                way = CardWays.Next(first, attempt);
                if (way == CardAccess.Auto || (attempt > 0 && _options.Access != CardAccess.Auto))
                    throw trouble;
                if (!IsAllowed(way))
                    continue;

                try
                {
                    return ReadCard(way);
                }
                catch (ModemException e) when (!_card.IsReached && WayTrouble.IsTrouble(e))
                {
                    trouble = trouble ?? e;
                    _progress.Write(e.Message);
                    if (e.Status == AtStatus.NoAnswer && _options.Access == CardAccess.Auto && !_setup.IsAlive())
                        throw trouble;
                }
                catch (CardException e) when (!_card.IsReached && WayTrouble.IsTrouble(e))
                {
                    trouble = trouble is CardException ? trouble : e;
                    _progress.Write(e.Message);
                }
            }
        }

        private BootstrapResult ReadCard(CardAccess way)
        {
            ICardAccess access = _ways.Get(way, Timeout);
            try
            {
                Open(way, access);
                return _card.Read(way, access, _setup);
            }
            finally
            {
                // Whatever there is at its end.
                if (_card.IsReached)
                    _worked = way;
                Close(access);
            }
        }

        private CardChange Compare(KnownCard known, int timeout, bool isLast)
        {
            ICardAccess access = _ways.Get(known.Access, timeout);
            try
            {
                Open(known.Access, access);
                return _card.Is(known, access, _setup, isLast) ? CardChange.Unchanged : CardChange.Changed;
            }
            finally
            {
                Close(access);
            }
        }

        private void Open(CardAccess way, ICardAccess access)
        {
            _progress.Tell(BootstrapStep.ReachingCard, "reaching the card over " + NameOf(way));
            _modem.EndsOnRestart = true;
            _setup.Lock(access is LogicalChannel);
            access.Open();
        }

        // However late it is: a channel left open is one less until the card is reset.
        private void Close(ICardAccess access)
        {
            long deadline = _modem.Deadline;
            _modem.Deadline = long.MaxValue;
            _modem.HoldsCancel = true;
            if (!access.Close())
                _progress.Write("the channel may still be open");
            _setup.Lock(false);
            _modem.EndsOnRestart = false;
            _modem.HoldsCancel = false;
            _modem.Deadline = deadline;
        }

        // A card that lets nobody look may still say that it is another.
        private CardChange ChangeOf(BootstrapOutcome outcome, KnownCard known)
        {
            if (outcome == BootstrapOutcome.NoCard)
                return CardChange.Removed;
            return known.IsOther(_card.Iccid) ? CardChange.Changed : CardChange.Unknown;
        }

        private static string NameOf(CardAccess way)
        {
            switch (way)
            {
                case CardAccess.CsimChannel:
                    return "AT+CSIM, a logical channel";
                case CardAccess.Cgla:
                    return "AT+CGLA";
                case CardAccess.Crsm:
                    return "AT+CRSM";
                default:
                    return "AT+CSIM, the basic channel";
            }
        }
    }
}
