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
    /// <remarks>Not caught is what the application's handlers throw, and what should not happen at all.</remarks>
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

        /// <summary>The number of errors in a row after which a device that can sleep deeply tries again awake.</summary>
        public const int AwakeTries = 3;

        /// <summary>
        /// The longest deep sleep, in seconds: it is doubled with each error that follows those, up to this, or up to
        /// <see cref="SleepSeconds"/> if that is longer.
        /// </summary>
        public const int LongestSleepSeconds = 86400;

        // Two silent rounds in a row, or six that end in other errors of modem or card, and the modem is started anew.
        private const int MostDistrust = 6;
        private const int DistrustOfSilence = 3;
        private const int DistrustOfErrors = 1;

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
        private int _distrust;
        private int _troubles;
        private bool _isHurried; // whether the last wait ended because of what the modem said
        private int _hurries;
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

        /// <summary>
        /// Occurs after each round, before the device waits or sleeps: the time to register, update and send (LwM2M TS, 6.2), as
        /// the card was looked at just now and the modem is free for <see cref="Card"/>'s channel. Not after a look that only
        /// the modem's news brought about and that found nothing changed. After a deep sleep nothing of the program is left.
        /// </summary>
        public event FirmwareHandler BeforeWait;

        /// <summary>
        /// Gets what reads the card: its loader takes handlers of further objects, and its channel, in
        /// <see cref="BeforeWait"/> and <see cref="AccountsChanged"/>, the application's own commands.
        /// </summary>
        public SmartCardBootstrap Card => _card;

        /// <summary>
        /// Gets or sets whether the application has the accounts that it was handed last; at a start not, until it says so. As
        /// long as it has not, the card is read, whatever is known of it. Set before <see cref="AccountsChanged"/> occurs; a
        /// handler that could not keep them takes it back.
        /// </summary>
        public bool HasAccounts { get; set; }

        /// <summary>Gets or sets what switches the modem, null if nothing does.</summary>
        public ModemPower Power { get; set; }

        /// <summary>Gets or sets how the device sleeps deeply, null if it does not.</summary>
        public IDeepSleep Sleep { get; set; }

        /// <summary>Gets or sets for how long it sleeps between two looks at the card, in seconds; 0 to stay awake.</summary>
        public int SleepSeconds { get; set; }

        /// <summary>Gets or sets what keeps the state over a deep sleep or a restart, null if nothing does.</summary>
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

        /// <summary>
        /// Has the card looked at without a wait before it; so at each Register and Update (LwM2M TS, 6.1.3.2). Called each time in
        /// <see cref="BeforeWait"/>, it lets the device neither wait nor sleep.
        /// </summary>
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
            Keep(had);
        }

        private void OnCardChanged()
        {
            _isCardChanged = true;
        }

        private void SeeToPower()
        {
            bool isDistrusted = _distrust >= MostDistrust;
            if (isDistrusted)
                _distrust = 0;
            if (Power != null && isDistrusted)
                Power.PowerCycle();
            else if (Power != null && !_isOn)
                Power.SwitchOn();
            _isOn = true;
        }

        private void Look()
        {
            BootstrapResult lastResult = _sequence.CardResult;
            Exception lastTrouble = _sequence.Trouble;
            CardChange change = CardChange.Changed;
            if (_sequence.State != null && HasAccounts)
            {
                change = _sequence.Check();
            }
            else
            {
                _sequence.Run();

                // One answer that is distorted on the line must not cost the accounts that the application has.
                if (HasAccounts && _sequence.State == null && IsWithoutAccounts(_sequence.CardResult))
                    _sequence.Run();
            }

            // Unchanged, Removed and mostly Unknown are answered without reading it.
            if (_sequence.CardResult != lastResult || _sequence.Trouble != lastTrouble)
            {
                _result = _sequence.CardResult;
                _trouble = _sequence.Trouble;
            }

            if (_trouble == null)
                _change = change;
        }
    }
}
