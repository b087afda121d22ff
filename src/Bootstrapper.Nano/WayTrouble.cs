using Bootstrapper.Card;
using Bootstrapper.Modem;

namespace Bootstrapper
{
    /// <summary>What trouble means: an outcome that is to be expected, or a way to the card that is not there.</summary>
    internal static class WayTrouble
    {
        /// <summary>Stands for an outcome that is none.</summary>
        public const BootstrapOutcome Unexplained = (BootstrapOutcome)(-1);

        /// <summary>Tells whether the modem lacks the way, as opposed to the card.</summary>
        public static bool IsTrouble(ModemException e)
        {
            switch (e.Status)
            {
                case AtStatus.Error:
                case AtStatus.NoAnswer:
                case AtStatus.Garbled:
                    return true;
                case AtStatus.CmeError:
                    // 27.007 9.2: what is said of the SIM, 10 to 18, holds whatever the way; so do the locks to a network.
                    return e.Code < CmeErrors.SimNotInserted || e.Code == CmeErrors.IncorrectParameters
                        || e.Code >= CmeErrors.Unknown;
                default:
                    return false;
            }
        }

        /// <summary>Tells whether the card lacks the way, as opposed to what is at its end.</summary>
        public static bool IsTrouble(CardException e)
        {
            return OutcomeOf(e) == Unexplained;
        }

        /// <summary>Gets the outcome that an error of the modem means.</summary>
        public static BootstrapOutcome OutcomeOf(ModemException e)
        {
            if (e.Status == AtStatus.Cancelled)
                return BootstrapOutcome.Cancelled;
            if (e.Status != AtStatus.CmeError)
                return Unexplained;
            switch (e.Code)
            {
                case CmeErrors.SimNotInserted:
                    return BootstrapOutcome.NoCard;
                case CmeErrors.SimPinRequired:
                    return BootstrapOutcome.PinRequired;
                case CmeErrors.SimPukRequired:
                    return BootstrapOutcome.PinBlocked;
                default:
                    return Unexplained;
            }
        }

        /// <summary>Gets the outcome that a status word means.</summary>
        public static BootstrapOutcome OutcomeOf(CardException e)
        {
            switch (e.StatusWord)
            {
                case StatusWords.SecurityStatusNotSatisfied:
                    return BootstrapOutcome.PinRequired;
                case StatusWords.PinBlocked:
                    return BootstrapOutcome.PinBlocked;
                case StatusWords.SecureChannelRequired:
                    return BootstrapOutcome.SecureChannelRequired;
                default:
                    return Unexplained;
            }
        }
    }
}
