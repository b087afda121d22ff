using Bootstrapper.Boards.Esp32;
using Bootstrapper.Lwm2m;

namespace Bootstrapper.Boards.Generic
{
    /// <summary>The firmware.</summary>
    public static class Program
    {
        /// <summary>Runs it.</summary>
        public static void Main()
        {
            Esp32Program.Run(Board.Define(), Begin);
        }

        // Once, before the first round. Keep the flow if something of yours calls its LookNow.
        private static void Begin(Firmware firmware)
        {
            // Whether what OnAccountsChanged kept before the start is still there: if not, the card is read.
            firmware.HasAccounts = false;
            firmware.AccountsChanged += OnAccountsChanged;
            firmware.BeforeWait += OnBeforeWait;
        }

        // Accounts that were read just now: keep them, keys and all, where a restart leaves them. Null: delete those.
        private static void OnAccountsChanged(BootstrapConfiguration accounts)
        {
        }

        // After each look at the card: register, update, send. Where the board sleeps deeply, it does so after that.
        private static void OnBeforeWait(Firmware firmware)
        {
        }
    }
}
