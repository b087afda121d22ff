using Bootstrapper.Lwm2m;

namespace Bootstrapper.Boards
{
    /// <summary>What the application is handed, and what is kept for it.</summary>
    public sealed partial class Firmware
    {
        private void Begin()
        {
            _keeper = new StateKeeper(Store, _log);
            _keeper.Read();

            // Whoever watches with a debugger wants to see the accounts.
            if (Sleep != null && !Sleep.IsAllowed)
                return;
            _troubles = _keeper.Troubles;
            _distrust = _keeper.Distrust;
            if (HasAccounts && AccountsChanged != null)
                _sequence.State = _keeper.State;
        }

        private void Pass(BootstrapConfiguration before, bool had)
        {
            BootstrapConfiguration accounts = _sequence.Configuration;
            bool isNew = accounts != null && accounts != before;

            // An application may have accounts of a time of which nothing is known here.
            bool isGone = accounts == null && _sequence.State == null && (had || (!_isTold && IsWithoutAccounts(_result)));
            if (!isNew && !isGone)
                return;
            HasAccounts = isNew;
            if (AccountsChanged != null)
                AccountsChanged(accounts);
            _isTold = true;
        }

        // Of other results the same card may give accounts tomorrow.
        private static bool IsWithoutAccounts(BootstrapResult result)
        {
            if (result == null)
                return false;
            switch (result.Outcome)
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

        private void Keep(bool had)
        {
            // An error says nothing of what is kept, unless it is that of another card.
            if (_trouble == null || had)
                _keeper.State = HasAccounts && AccountsChanged != null ? _sequence.State : null;

            // Errors that are tried again awake need not be kept.
            if (_trouble == null || MaySleep())
            {
                _keeper.Troubles = _troubles;
                _keeper.Distrust = _distrust;
            }

            _keeper.Keep();
        }
    }
}
