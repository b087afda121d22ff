using System;
using System.IO;
using Bootstrapper.Lwm2m;
using Bootstrapper.Modem;

namespace Bootstrapper.Boards
{
    /// <summary>
    /// What a device does with its card all its life: switches the modem on, reads the card, reports and keeps what it found,
    /// then watches the card or sleeps, and looks again.
    /// </summary>
    /// <remarks>Not caught is what the handler of <see cref="AccountsChanged"/> throws, and what should not happen at all.</remarks>
    public sealed partial class Firmware
    {
        /// <summary>The time between two looks at a card whose accounts are in force, in seconds.</summary>
        public const int CheckSeconds = 3600;

        /// <summary>The time until a card is looked for again, in seconds, if the modem does not announce one.</summary>
        public const int NoCardSeconds = 60;

        /// <summary>The time until a card is read again that gives no accounts, in seconds: it may be written over the air.</summary>
        public const int NoAccountsSeconds = 600;

        /// <summary>The time from an error to the next try, in seconds; doubled with each further error.</summary>
        public const int FirstRetrySeconds = 10;

        /// <summary>The longest time from an error to the next try, in seconds.</summary>
        public const int LongestRetrySeconds = 3600;

        /// <summary>The longest time that a device waits awake after an error if it can sleep deeply, in seconds.</summary>
        public const int LongestAwakeSeconds = 60;

        // Rounds in a row in which the modem is silent, before it is started anew.
        private const int MostSilentRounds = 2;

        // Rounds in a row that start at once because of what the modem says; the next ones leave it this time.
        private const int MostHurries = 5;
        private const int HurryMilliseconds = 60000;
        private const int PollMilliseconds = 500;

        private readonly SmartCardBootstrap _card;
        private readonly BootstrapSequence _sequence;
        private readonly IClock _clock;
        private readonly ILog _log;
        private StateKeeper _keeper;
        private bool _isOn;
        private bool _isTold;
        private bool _isCardChanged;
        private bool _isWanted;
        private int _silentRounds;
        private int _hurries;
        private int _retrySeconds;
        private int _waitSeconds;
        private BootstrapResult _result;
        private Exception _trouble;
        private CardChange _change;

        /// <summary>Creates the flow.</summary>
        /// <param name="card">Reads the card; nobody else uses it.</param>
        /// <param name="log">Is told what each round came to and what comes next, a line each.</param>
        public Firmware(SmartCardBootstrap card, ILog log)
        {
            _card = card;
            _log = log;
            _clock = card.Modem.Clock;
            _sequence = new BootstrapSequence(card, null);
            card.CardChanged += OnCardChanged;
        }

        /// <summary>
        /// Occurs when there are accounts that were read just now, or none any more. The state is kept after that, so that accounts
        /// whose handler did not come to its end are read again.
        /// </summary>
        public event AccountsChangedHandler AccountsChanged;

        /// <summary>Gets or sets what switches the modem, null if nothing does.</summary>
        public ModemPower Power { get; set; }

        /// <summary>Gets or sets how the device sleeps deeply, null if it does not.</summary>
        public IDeepSleep Sleep { get; set; }

        /// <summary>Gets or sets for how long it sleeps between two looks at the card, in seconds; 0 to stay awake.</summary>
        public int SleepSeconds { get; set; }

        /// <summary>Gets or sets what keeps the state over a deep sleep, null if nothing does.</summary>
        public IStateStore Store { get; set; }

        /// <summary>Gets or sets what writes the accounts for a person to read, null if nobody wants to.</summary>
        public AccountReport Report { get; set; }

        /// <summary>Gets what the card came to in the last round, null if it was not read or ended in <see cref="Trouble"/>.</summary>
        public BootstrapResult Result => _result;

        /// <summary>Gets the error that the last round ended in, null if there was none.</summary>
        public Exception Trouble => _trouble;

        /// <summary>Gets what the last round without <see cref="Trouble"/> found of the card; Changed if it had to be read.</summary>
        public CardChange Change => _change;

        private bool SleepsDeeply
        {
            get { return Sleep != null && SleepSeconds > 0; }
        }

        /// <summary>Does one round: <see cref="Round"/>, then <see cref="Wait"/>.</summary>
        public void Step()
        {
            Round();
            Wait();
        }

        /// <summary>Looks at the card now, or as soon as it may; so at each Register and Update (LwM2M TS, 6.1.3.2).</summary>
        public void LookNow()
        {
            _isWanted = true;
        }

        /// <summary>Switches the modem on if need be, looks at the card, and reports and keeps what has changed.</summary>
        public void Round()
        {
            _result = null;
            _trouble = null;
            _isWanted = false;
            if (_keeper == null)
                Begin();
            BootstrapConfiguration before = _sequence.Configuration;
            bool had = before != null || _sequence.State != null;
            try
            {
                SeeToPower();
                _isCardChanged = false;
                Look();
            }
            catch (ModemException e)
            {
                _trouble = e;
            }
            catch (IOException e)
            {
                _trouble = e;
            }
            catch (TimeoutException e)
            {
                _trouble = e;
            }

            if (_result != null && Report != null)
                Report.Write(_result);
            if (_trouble == null)
                CountSuccess();
            else
                CountTrouble();
            Pass(before, had);

            // An error says nothing of what is kept, unless it is that of another card.
            if (_trouble == null || had)
                _keeper.Keep(_sequence.State);
        }

        private void OnCardChanged()
        {
            _isCardChanged = true;
        }

        private void Begin()
        {
            _keeper = new StateKeeper(SleepsDeeply ? Store : null, _log);
            byte[] state = _keeper.Read();

            // Whoever watches with a debugger wants to see the accounts.
            if (SleepsDeeply && Sleep.IsAllowed)
                _sequence.State = state;
        }

        private void SeeToPower()
        {
            if (Power != null && _silentRounds >= MostSilentRounds)
            {
                _silentRounds = 0;
                Power.PowerCycle();
            }
            else if (Power != null && !_isOn)
            {
                Power.SwitchOn();
            }

            _isOn = true;
        }

        private void Look()
        {
            BootstrapResult lastResult = _sequence.CardResult;
            Exception lastTrouble = _sequence.Trouble;
            _change = CardChange.Changed;
            if (_sequence.State == null)
                _sequence.Run();
            else
                _change = _sequence.Check();

            // Unchanged, Removed and mostly Unknown are answered without reading it.
            if (_sequence.CardResult != lastResult || _sequence.Trouble != lastTrouble)
            {
                _result = _sequence.CardResult;
                _trouble = _sequence.Trouble;
            }
        }

        private void Pass(BootstrapConfiguration before, bool had)
        {
            BootstrapConfiguration accounts = _sequence.Configuration;
            bool isNew = accounts != null && accounts != before;

            // An application may have accounts of a time of which nothing is known here.
            bool isGone = accounts == null && _sequence.State == null && (had || (!_isTold && IsWithoutAccounts()));
            if (!isNew && !isGone)
                return;
            if (AccountsChanged != null)
                AccountsChanged(accounts);
            _isTold = true;
        }

        // Of other results the same card may give accounts tomorrow.
        private bool IsWithoutAccounts()
        {
            if (_result == null)
                return false;
            switch (_result.Outcome)
            {
                case BootstrapOutcome.NoCard:
                case BootstrapOutcome.NoApplication:
                case BootstrapOutcome.NoBootstrapFile:
                case BootstrapOutcome.Blank:
                case BootstrapOutcome.Empty:
                    return true;
                default:
                    return false;
            }
        }
    }
}
