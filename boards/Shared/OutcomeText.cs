namespace Bootstrapper.Boards
{
    /// <summary>Says in words what a bootstrap came to.</summary>
    internal static class OutcomeText
    {
        /// <summary>Gets the words for an outcome.</summary>
        public static string Of(BootstrapOutcome outcome)
        {
            switch (outcome)
            {
                case BootstrapOutcome.Provisioned:
                    return "accounts are in force";
                case BootstrapOutcome.NoCard:
                    return "no card";
                case BootstrapOutcome.PinRequired:
                    return "card wants a PIN";
                case BootstrapOutcome.PinBlocked:
                    return "a PIN of the card is blocked";
                case BootstrapOutcome.Cancelled:
                    return "cancelled";
                case BootstrapOutcome.NoApplication:
                    return "card has no PKCS#15 application";
                case BootstrapOutcome.NoBootstrapFile:
                    return "card has no bootstrap file";
                case BootstrapOutcome.Blank:
                    return "bootstrap file was never written";
                case BootstrapOutcome.Empty:
                    return "bootstrap file holds no account";
                case BootstrapOutcome.SecureChannelRequired:
                    return "card wants a secure channel";
                default:
                    return "bootstrap file is inconsistent";
            }
        }
    }
}
