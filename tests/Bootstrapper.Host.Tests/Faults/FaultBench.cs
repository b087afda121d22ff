using Bootstrapper.Card;
using Bootstrapper.Desktop;
using Bootstrapper.Host.Tests.EndToEnd;
using Bootstrapper.Lwm2m;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Faults;

/// <summary>
/// A modem with the example card in it and a bootstrap that reaches it, on a clock that only waiting moves; the file takes
/// two reads and one more that sees whether it changed.
/// </summary>
internal sealed class FaultBench
{
    private const int ChunkSize = 100;

    private readonly BreakableLink _link;

    public FaultBench(string way)
    {
        Card = new(ExampleCard.Create());
        Modem = new(Card, BehaviorOf(way), Clock);
        _link = new(new SimulatorLink(Modem));
        Bootstrap = new(_link, Clock, new() { Access = AccessOf(way), ChunkSize = ChunkSize }, null);
        Sequence = new(Bootstrap, null);
    }

    public ManualClock Clock { get; } = new();

    public SimulatedCard Card { get; }

    public SimulatedModem Modem { get; }

    public SmartCardBootstrap Bootstrap { get; }

    public BootstrapSequence Sequence { get; }

    /// <summary>Gets the commands of the last <see cref="Run"/> or <see cref="Check"/>.</summary>
    public IReadOnlyList<string> Commands => _link.Commands;

    /// <summary>Gets the faults that came in it.</summary>
    public IReadOnlyList<FiredFault> Fired { get; private set; } = [];

    /// <summary>Gets the number of logical channels that are open on the card in the modem, the basic one aside.</summary>
    public int OpenChannels => Modem.Card?.OpenChannels.Count ?? 0;

    /// <summary>Gets the accounts in force, as text.</summary>
    public string Accounts => Sequence.Configuration is { } configuration ? Describe(configuration) : "none";

    /// <summary>Runs the sequence with faults, or none.</summary>
    public Ending Run(FaultScript? faults = null) => Measure(faults, () =>
    {
        Sequence.Run();
        return Sequence.Trouble is { } trouble ? Describe(trouble) : Sequence.CardResult.Outcome.ToString();
    });

    /// <summary>Checks with faults, or none, for the card that the accounts in force came from.</summary>
    public Ending Check(FaultScript? faults = null) =>
        Measure(faults, () => Bootstrap.Check(Sequence.State).ToString());

    private Ending Measure(FaultScript? faults, Func<string> action)
    {
        _link.BeforeCommand(-1, () => { });
        FaultRun? run = faults?.Start();
        Modem.Faults = run;
        long start = Clock.Milliseconds;
        string text;
        try
        {
            text = action();
        }
        catch (ModemException e)
        {
            text = Describe(e);
        }

        Modem.Faults = null;
        Fired = run?.Fired ?? [];
        return new(text, Clock.Milliseconds - start, _link.CommandCount);
    }

    private static string Describe(Exception e) => e switch
    {
        ModemException modem => $"Modem {modem.Status}" + (modem.Code < 0 ? "" : $" {modem.Code}"),
        CardException card => $"Card {card.StatusWord:X4}",
        _ => "Content",
    };

    private static string Describe(BootstrapConfiguration configuration) => string.Join(
        '\n',
        [
            .. configuration.SecurityInstances.Select(s =>
                $"/0/{s.InstanceId} {s.ServerUri} {s.IsBootstrapServer} {s.SecurityMode} {Hex(s.PublicKeyOrIdentity)} "
                + $"{Hex(s.ServerPublicKey)} {Hex(s.SecretKey)} {s.ShortServerId} {s.ClientHoldOffTime} {s.Source}"),
            .. configuration.ServerInstances.Select(s =>
                $"/1/{s.InstanceId} {s.ShortServerId} {s.Lifetime} {s.NotificationStoring} {s.Binding} {s.Source}"),
        ]);

    private static string Hex(byte[]? bytes) => bytes is null ? "-" : Convert.ToHexString(bytes);

    private static CardAccess AccessOf(string way) => way switch
    {
        Ways.Csim or Ways.CsimPassingOn => CardAccess.CsimChannel,
        Ways.Cgla or Ways.CglaPassingOn => CardAccess.Cgla,
        Ways.Crsm => CardAccess.Crsm,
        Ways.Basic => CardAccess.CsimBasic,
        _ => CardAccess.Auto,
    };

    private static ModemBehavior BehaviorOf(string way) => new()
    {
        ResolvesGetResponse = way != Ways.CsimPassingOn,
        Sessions = new() { ResolvesGetResponse = way != Ways.CglaPassingOn },
    };
}
