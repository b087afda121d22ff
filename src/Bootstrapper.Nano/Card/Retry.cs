using Bootstrapper.Modem;

namespace Bootstrapper.Card
{
    /// <summary>Which trouble with the modem passes, so that a command that changes nothing is worth sending again.</summary>
    internal static class Retry
    {
        private const int Resends = 2;
        private const int BusyResends = 30;
        private const int BusyWait = 1000;

        /// <summary>Tells whether to send a command again.</summary>
        /// <param name="e">What became of it.</param>
        /// <param name="attempt">How often it was sent again already.</param>
        public static bool IsWorth(ModemException e, int attempt)
        {
            switch (e.Status)
            {
                case AtStatus.Garbled:
                    return attempt < Resends;
                case AtStatus.CmeError when IsBusy(e):
                    return attempt < BusyResends;
                case AtStatus.CmeError when e.Code == CmeErrors.SimFailure:
                    return attempt < Resends;
                case AtStatus.CmeError:
                    // Some modems say it of what they can't do, and some of what they could not do just then.
                    return attempt == 0 && (e.Code == CmeErrors.PhoneFailure || e.Code == CmeErrors.Unknown);
                default:
                    return attempt == 0 && e.Status == AtStatus.NoAnswer;
            }
        }

        /// <summary>Waits as long as the trouble wants it.</summary>
        public static void Wait(ModemException e, IClock clock)
        {
            if (IsBusy(e) || e.Code == CmeErrors.SimFailure)
                clock.Wait(BusyWait);
        }

        /// <summary>Tells whether the modem did not even try.</summary>
        public static bool IsBusy(ModemException e)
        {
            return e.Code == CmeErrors.SimBusy || e.Code == CmeErrors.VendorBusy;
        }
    }
}
