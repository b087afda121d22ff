using Bootstrapper.Card;
using Bootstrapper.Modem;

namespace Bootstrapper.Cli.Reading;

/// <summary>A way to the card that is open; disposed, it is closed and the modem has its settings back.</summary>
internal sealed class CardSession : IDisposable
{
    private readonly ModemSetup _setup;

    /// <summary>Gets the modem ready and opens the way.</summary>
    public CardSession(AtChannel channel, BootstrapOptions options, CardAccess way)
    {
        Way = way;
        _setup = new ModemSetup(channel, options.Profile, options.Pin);
        try
        {
            if (_setup.Prepare() == SimState.NotInserted)
                throw new CommandException(ExitCode.Nothing, "the SIM card was pulled");
            Access = Make(channel, way, _setup.Profile);
            _setup.Lock(Access is LogicalChannel);
            Access.Open();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Gets which way it is.</summary>
    public CardAccess Way { get; }

    /// <summary>Gets the way.</summary>
    public ICardAccess Access { get; private set; } = null!;

    /// <summary>Gets what is special about the modem.</summary>
    public ModemProfile Profile => _setup.Profile;

    /// <summary>Asks the modem for the card's number; null if it does not tell.</summary>
    public string? AskIccid()
    {
        try
        {
            return _setup.ReadIccid();
        }
        catch (ModemException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Access?.Close();

        // Lets the modem in to the card again, too.
        _setup.Restore();
    }

    private static ICardAccess Make(AtChannel channel, CardAccess way, ModemProfile profile)
    {
        AtApduExchange exchange = new(channel, profile.CommandTimeout);
        ApduTransport transport = new(exchange, channel.Clock) { SendsLe = profile.SelectsWithLe };
        LogicalChannel logical = new(transport) { ClosesWithLe = profile.ClosesWithLe, IsBasic = way == CardAccess.CsimBasic };
        if (way is CardAccess.CsimChannel or CardAccess.CsimBasic)
            return logical;

        CrsmAccess crsm = new(channel, transport.Response, profile.CommandTimeout);
        return way == CardAccess.Crsm ? crsm : new CglaSession(channel, exchange, transport, logical, crsm);
    }
}
