using System;
using Bootstrapper.Card;
using Bootstrapper.Lwm2m;
using Bootstrapper.Modem;

namespace Bootstrapper
{
    /// <summary>
    /// The order of sources (LwM2M TS, 6.1.4): the smartcard, and if that does not configure the device, factory data. What
    /// came from the card goes with the card.
    /// </summary>
    public sealed class BootstrapSequence
    {
        private readonly SmartCardBootstrap _card;
        private readonly byte[] _factoryFile;
        private BootstrapConfiguration _fromCard;
        private BootstrapConfiguration _fromFactory;
        private BootstrapResult _result;
        private Exception _trouble;
        private byte[] _state;

        /// <summary>Creates the sequence.</summary>
        /// <param name="card">Reads the card.</param>
        /// <param name="factoryFile">A bootstrap file as on a card (LwM2M TS, Appendix G), or null if there is none.</param>
        public BootstrapSequence(SmartCardBootstrap card, byte[] factoryFile)
        {
            _card = card ?? throw new ArgumentNullException(nameof(card));
            _factoryFile = factoryFile;
        }

        /// <summary>
        /// Gets the accounts in force, the card's before the factory's; each instance tells its source. Null if there are none,
        /// or, where <see cref="State"/> is not null, if they are those of a run before a sleep, which the application keeps.
        /// </summary>
        public BootstrapConfiguration Configuration => _fromCard ?? _fromFactory;

        /// <summary>Gets what the card came to in the last run, null if it ended in <see cref="Trouble"/>.</summary>
        public BootstrapResult CardResult => _result;

        /// <summary>
        /// Gets what the card ended in, in the last run: a <see cref="ContentException"/>, a <see cref="CardException"/> or,
        /// where there are factory data, a <see cref="ModemException"/>; or the ContentException of malformed factory data. Null
        /// if all went well.
        /// </summary>
        public Exception Trouble => _trouble;

        /// <summary>
        /// Gets or sets what is to be kept over a deep sleep for <see cref="Check"/>: null as long as nothing in force came
        /// from a card. Bytes that are no state, or a damaged one, are taken for null.
        /// </summary>
        public byte[] State
        {
            get { return _state; }
            set { _state = KnownCard.Read(value) == null ? null : value; }
        }

        /// <summary>
        /// Goes through the sources. A card that answers with an error, or whose file is malformed or inconsistent, leaves in
        /// force what came from the same card before; what a <see cref="ModemException"/> stops leaves everything as
        /// it was, and passes out unless there are factory data to go on with.
        /// </summary>
        /// <returns>Whether there are accounts.</returns>
        public bool Run()
        {
            BootstrapResult result = null;
            Exception trouble = null;
            try
            {
                result = _card.Run();

                // One answer that is distorted on the line may be taken for that of a card without accounts.
                if (_state != null && !KeepsAccounts(result.Outcome))
                    result = _card.Run();
            }
            catch (ContentException e)
            {
                trouble = e;
            }
            catch (CardException e)
            {
                trouble = e;
            }
            catch (ModemException e) when (_state == null && _factoryFile != null)
            {
                trouble = e;
            }

            _result = result;
            _trouble = trouble;
            KnownCard known = KnownCard.Read(_state);
            if (result != null && result.Outcome == BootstrapOutcome.Provisioned)
            {
                _fromCard = result.Configuration;
                _state = result.State;
            }
            else if ((result != null && !KeepsAccounts(result.Outcome))
                || (known != null && known.IsOther(_card.Iccid)))
            {
                ForgetCard();
            }

            if (_state == null)
                LoadFactory();
            return _state != null || Configuration != null;
        }

        /// <summary>
        /// Finds out what became of the card whose accounts are in force, at each Register and Update with one of its servers
        /// (LwM2M TS, 6.1.3.2): deletes them with the card, and reads them anew if the file has changed. Where none are, nothing
        /// is asked and nothing has changed: a card put in later is found by <see cref="Run"/>. So is another way, where the one
        /// that the accounts came over is not there any more.
        /// </summary>
        public CardChange Check()
        {
            if (_state == null)
                return CardChange.Unchanged;
            // A check that can't get to the card says nothing of it; a run finds another way, or what is wrong. Silence would only
            // last as long again.
            CardChange change;
            try
            {
                change = _card.Check(_state);
            }
            catch (CardException)
            {
                change = CardChange.Changed;
            }
            catch (ModemException e) when (e.Status != AtStatus.NoAnswer && WayTrouble.IsTrouble(e))
            {
                change = CardChange.Changed;
            }

            if (change == CardChange.Changed)
            {
                byte[] state = _state;
                Run();
                if (_state == state)
                    change = CardChange.Unknown;
            }
            else if (change == CardChange.Removed)
            {
                ForgetCard();
                LoadFactory();
            }

            return change;
        }

        private void ForgetCard()
        {
            _fromCard = null;
            _state = null;
        }

        private void LoadFactory()
        {
            if (_factoryFile == null || _fromFactory != null)
                return;
            try
            {
                _fromFactory = _card.Loader.Load(new ByteArraySource(_factoryFile), ConfigurationSource.Factory).Configuration;
            }
            catch (ContentException e)
            {
                _trouble = e;
            }
        }

        // Of the others the same card may be back in order tomorrow: a PIN not entered, an update over the air half done.
        private static bool KeepsAccounts(BootstrapOutcome outcome)
        {
            switch (outcome)
            {
                case BootstrapOutcome.Provisioned:
                case BootstrapOutcome.PinRequired:
                case BootstrapOutcome.PinBlocked:
                case BootstrapOutcome.Cancelled:
                case BootstrapOutcome.SecureChannelRequired:
                case BootstrapOutcome.Inconsistent:
                    return true;
                default:
                    return false;
            }
        }
    }
}
