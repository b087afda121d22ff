using System.Device.Gpio;
using Bootstrapper.Boards;
using Bootstrapper.Lwm2m;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Boards;

/// <summary>A device on a bench: its flow, over a simulated modem that its pins switch.</summary>
internal sealed class FlowBench
{
    private readonly BoardDefinition _board;

    public FlowBench(
        BoardDefinition? board = null, SimulatedCard? card = null, ModemBehavior? behavior = null, bool isOn = true)
    {
        _board = board ?? TestBoards.WithKey();
        Card = card;
        Pins = new(Clock);
        Modem = new(_board, TestBoards.Pulses, Pins, Clock, () => new(Card, behavior, Clock));
        if (isOn)
            Modem.Start();
        Firmware = Create();
    }

    public ManualClock Clock { get; } = new();

    public LineLog Log { get; } = new();

    public RecordingPins Pins { get; private set; }

    public PoweredModem Modem { get; }

    public FakeSleep Sleep { get; } = new();

    public MemoryStore Store { get; } = new();

    /// <summary>Gets or sets the card that is in the modem when it starts.</summary>
    public SimulatedCard? Card { get; set; }

    /// <summary>Gets what the application was handed, in order.</summary>
    public List<BootstrapConfiguration?> Handed { get; } = [];

    /// <summary>Gets or sets whether the application still has, after a restart, what it was handed before.</summary>
    public bool KeepsAccounts { get; set; } = true;

    /// <summary>Gets or sets whether the application has, after a restart, a handler of accounts.</summary>
    public bool HasHandler { get; set; } = true;

    /// <summary>Gets the device's program since it started last.</summary>
    public Firmware Firmware { get; private set; }

    /// <summary>A bench whose device has the example card, and sleeps deeply for an hour.</summary>
    public static FlowBench Sleeping(SimulatedCard? card, ModemBehavior? behavior = null)
    {
        BoardDefinition board = TestBoards.WithKey();
        board.DeepSleepSeconds = 3600;
        return new(board, card, behavior);
    }

    public static SimulatedCard ExampleSim() => new(ExampleCard.Create());

    /// <summary>Another card: the number of the SIM is another.</summary>
    public static SimulatedCard OtherSim(CardBehavior? behavior = null) => OtherSim(ExampleCard.Create(), behavior);

    public static SimulatedCard OtherSim(CardImage image, CardBehavior? behavior = null)
    {
        image.MasterFile.File(ExampleCard.IccidFileId)!.Replace(Convert.FromHexString("989900000000000010F6"));
        return new(image, behavior);
    }

    /// <summary>Starts the device anew, as after a deep sleep: the modem stays as it is.</summary>
    public void Restart() => Firmware = Create();

    /// <summary>Changes the card in the modem.</summary>
    public void Insert(SimulatedCard? card)
    {
        Card = card;
        Modem.Modem.Card = card;
    }

    /// <summary>Lets the device wait as it wants to, and tells for how long it did.</summary>
    public long Wait()
    {
        long before = Clock.Milliseconds;
        Firmware.Wait();
        return Clock.Milliseconds - before;
    }

    private Firmware Create()
    {
        SmartCardBootstrap card = new(Modem, Clock, null, null);
        Firmware firmware = new(card, Log)
        {
            Power = new ModemPower(_board, new GpioController(Pins), card.Modem, Log),
            Sleep = Sleep,
            SleepSeconds = _board.DeepSleepSeconds,
            Store = Store,
            Report = new AccountReport(Log),
            HasAccounts = KeepsAccounts && Handed.LastOrDefault() is not null,
        };
        if (HasHandler)
            firmware.AccountsChanged += Handed.Add;
        Pins.Forget();
        return firmware;
    }
}
