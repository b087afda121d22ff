using Bootstrapper.Lwm2m;

namespace Bootstrapper.Boards
{
    /// <summary>Takes the accounts of the card, to be kept where a restart leaves them.</summary>
    /// <param name="accounts">
    /// The accounts, which take the place of those before; null if there are none any more, and those before are to be deleted.
    /// </param>
    public delegate void AccountsChangedHandler(BootstrapConfiguration accounts);
}
