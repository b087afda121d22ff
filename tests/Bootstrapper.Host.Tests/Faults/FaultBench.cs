using System.Diagnostics.CodeAnalysis;
using Bootstrapper.Card;
using Bootstrapper.Desktop;
using Bootstrapper.Host.Tests.EndToEnd;
using Bootstrapper.Lwm2m;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Faults;

/// <summary>
/// A modem with the example card in it and a bootstrap that reaches it, on a clock that only waiting moves.
/// </summary>
internal sealed class FaultBench
{
    /// <summary>The most bytes of a read, with which the example's file takes two and one more that looks again.</summary>
    public const int TwoReads = 100;

    /// <summary>As much as most modems' profiles say: the example's file takes one read.</summary>
    public const int OneRead = 240;

    private const string BootstrapFilePath = "A000000063504B43532D3135/6432";
    private const int QuietTime = 60_000;

    private readonly BreakableLink _link;
    private readonly BootstrapOptions _options;
    private readonly SimulatedCard _own;

    public FaultBench(string way, int chunkSize = TwoReads)
    {
        Card = new(ExampleCard.Create());
        Modem = new(Card, BehaviorOf(way), Clock);
        Line = new(new SimulatorLink(Modem));
        _link = new(Line);
        _options = new() { Access = AccessOf(way), ChunkSize = chunkSize };
        _own = Card;
        SwapFault = new(new(ExampleCard.Create(Changed())), "+QSIMSTAT : 1,1");
        ReturnFault = new(_own);
        ChangeFault = new(BootstrapFilePath, Padded(Changed()));
        StartAnew();
    }

    public ManualClock Clock { get; } = new();

    public SimulatedCard Card { get; private set; }

    /// <summary>Gets the line to the modem.</summary>
    public FlippingLink Line { get; }

    public SimulatedModem Modem { get; }

    public SmartCardBootstrap Bootstrap { get; private set; }

    public BootstrapSequence Sequence { get; private set; }

    /// <summary>Gets the fault that another card is put in, whose accounts differ.</summary>
    public CardSwappedFault SwapFault { get; }

    /// <summary>Gets the fault that the card is pulled and put back, with its channels closed.</summary>
    public CardSwappedFault ReturnFault { get; }

    /// <summary>Gets the fault that the card's file is written to.</summary>
    public FileChangedFault ChangeFault { get; }

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

    /// <summary>Makes a new bootstrap for the same modem.</summary>
    [MemberNotNull(nameof(Bootstrap), nameof(Sequence))]
    public void StartAnew()
    {
        Bootstrap = new(_link, Clock, _options, null);
        Sequence = new(Bootstrap, null);
    }

    /// <summary>Puts the first card with its first file back into the modem, after a while in which nothing happens.</summary>
    public void PutRight()
    {
        Clock.Wait(QuietTime);
        _own.Image.File(BootstrapFilePath)!.Replace(Padded(ExampleCard.BootstrapFile()));
        Insert(_own);
    }

    /// <summary>Puts another card into the modem.</summary>
    public void Insert(SimulatedCard card)
    {
        Card = card;
        Modem.Card = card;
    }

    /// <summary>Gives the bootstrap file another content.</summary>
    public void ReplaceFile(byte[] content) => Card.Image.File(BootstrapFilePath)!.Replace(Padded(content));

    /// <summary>Gets the example's file with another binding in it.</summary>
    public static byte[] Changed()
    {
        byte[] file = ExampleCard.BootstrapFile();
        file[^1] = (byte)'S';
        return file;
    }

    private static byte[] Padded(byte[] content) => [.. content, .. Enumerable.Repeat((byte)0xFF, 256 - content.Length)];

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
