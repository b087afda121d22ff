using System.Device.Gpio;
using System.Globalization;
using Bootstrapper.Boards;
using Bootstrapper.Host.Tests.Boards;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.BoardFacts;

/// <summary>Each board, from off to its accounts.</summary>
[TestClass]
public class BoardPowerTests
{
    private readonly ManualClock _clock = new();
    private readonly LineLog _log = new();
    private readonly RecordingPins _pins;

    public BoardPowerTests()
    {
        _pins = new(_clock);
    }

    [TestMethod]
    [DataRow("LilyGoTSim7000G", "0 25:Output, 0 25=Low, 0 4:Output, 0 4=Low", "0 4=High, 1000 4=Low")]
    [DataRow(
        "LilyGoTSim7600",
        "0 32:Output, 0 32=Low, 0 25:Output, 0 25=High, 0 4:Output, 0 4=Low, 0 34:Input",
        "0 4=High, 500 4=Low")]
    [DataRow(
        "LilyGoTA7670",
        "0 12:Output, 0 12=High, 0 25:Output, 0 25=Low, 0 4:Output, 0 4=Low, 0 5:Output, 0 5=Low",
        "0 4=High, 100 4=Low")]
    [DataRow("Walter", "0 45:Input", "0 45:Output, 0 45=Low, 10 45:Input")]
    [DataRow("Stm32F769IDiscovery", "", "")]
    [DataRow("NucleoF767ZI", "", "")]
    [DataRow("Generic", "0 4:Output, 0 4=Low", "0 4=High, 1000 4=Low")]
    public void SwitchOn_ModemOff_DrivesThePinsInThisOrder(string folder, string opened, string switched)
    {
        Firmware firmware = Create(folder, out _);
        Assert.AreEqual(opened, _pins.Calls);
        _pins.Forget();

        firmware.Power!.SwitchOn();

        // From the first of them on: before it the modem is asked whether it is on.
        (long Time, string What)[] calls = Calls();
        Assert.AreEqual(switched, string.Join(", ", calls.Select(call => $"{call.Time - calls[0].Time} {call.What}")));
        if (calls.Length > 0)
            Assert.AreEqual(calls[^1].Time + BoardDefinitionTests.Definition(folder).BootTime, _clock.Milliseconds);
    }

    [TestMethod]
    [DynamicData(nameof(BoardDefinitionTests.AllFolders), typeof(BoardDefinitionTests))]
    public void Round_FromOff_EndsWithAccounts(string folder)
    {
        Firmware firmware = Create(folder, out PoweredModem modem);

        // Without a key it starts with the supply.
        if (BoardDefinitionTests.Definition(folder).PowerKeyPin == BoardDefinition.NoPin)
            modem.Start(PoweredModem.StartTime);
        firmware.Round();

        Assert.AreEqual(BootstrapOutcome.Provisioned, firmware.Result?.Outcome, _log.Text);
        Assert.AreEqual(1, modem.Starts);
    }

    [TestMethod]
    [DataRow("LilyGoTSim7000G", "4=High, 1300 4=Low, 4=High, 1000 4=Low")]
    [DataRow("LilyGoTSim7600", "4=High, 3000 4=Low, 4=High, 500 4=Low")]
    [DataRow("LilyGoTA7670", "5=High, 2600 5=Low")]
    [DataRow("Walter", "45:Output, 0 45=Low, 10 45:Input")]
    [DataRow("Stm32F769IDiscovery", "")]
    [DataRow("NucleoF767ZI", "")]
    [DataRow("Generic", "4=High, 1300 4=Low, 4=High, 1000 4=Low")]
    public void PowerCycle_HungModem_IsStartedByThesePulses(string folder, string pulses)
    {
        Firmware firmware = Create(folder, out PoweredModem modem);
        modem.Start();
        modem.IsHung = true;
        _pins.Forget();

        firmware.Power!.PowerCycle();

        // How long each lasts: the pauses between them are the modem's.
        (long Time, string What)[] calls = Calls();
        IEnumerable<string> seen = calls.Select((call, i) =>
            call.What is "4=High" or "5=High" or "45:Output" ? call.What : $"{call.Time - calls[i - 1].Time} {call.What}");
        Assert.AreEqual(pulses, string.Join(", ", seen));
        Assert.AreEqual(pulses.Length > 0 ? 2 : 1, modem.Starts);
        Assert.AreEqual(pulses.Length > 0, firmware.Power.CanCycle);
    }

    // Which pin it is, and its polarity, the reader of the page says: here PD3, pressed while low.
    [TestMethod]
    [DataRow("Stm32F769IDiscovery")]
    [DataRow("NucleoF767ZI")]
    public void Key_OfAShield_SwitchesOnAndAHungModemOffAndOn(string folder)
    {
        BoardDefinition board = BoardDefinitionTests.Definition(folder);
        board.PowerKeyPin = 51;
        Firmware firmware = Create(folder, board, out PoweredModem modem);
        Assert.AreEqual("0 51:Input", _pins.Calls);

        firmware.Round();
        Assert.AreEqual(BootstrapOutcome.Provisioned, firmware.Result?.Outcome, _log.Text);
        modem.IsHung = true;
        firmware.Power!.PowerCycle();

        Assert.AreEqual(2, modem.Starts);
        Assert.IsTrue(modem.IsOn);
        string[] calls = [.. Calls().Select(call => call.What)];
        Assert.AreEqual(3, calls.Count(call => call == "51:Output"), "on; off and on");
        Assert.DoesNotContain("51=High", calls);
        Assert.AreEqual("51:Input", calls[^1]);
    }

    // The template's modem is that of the T-SIM7000G.
    private static ModemPulses Pulses(string folder) =>
        PublishedBoard.All.Single(board => board.Folder == (folder == "Generic" ? "LilyGoTSim7000G" : folder)).Pulses;

    private (long Time, string What)[] Calls() =>
    [
        .. _pins.Calls.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(call => call.Split(' '))
            .Select(call => (long.Parse(call[0], CultureInfo.InvariantCulture), call[1])),
    ];

    private Firmware Create(string folder, out PoweredModem modem) =>
        Create(folder, BoardDefinitionTests.Definition(folder), out modem);

    private Firmware Create(string folder, BoardDefinition board, out PoweredModem modem)
    {
        SimulatedModemFamily family = ModemFamilies.Get(board.Profile ?? "Quectel BG95");
        var powered = new PoweredModem(
            board, Pulses(folder), _pins, _clock, () => new(new(ExampleCard.Create()), family.Behavior, _clock));
        modem = powered;
        var options = new BootstrapOptions { Profile = board.Profile == null ? null : ModemProfiles.Find(board.Profile) };
        var card = new SmartCardBootstrap(powered, _clock, options, _log);
        return new Firmware(card, _log) { Power = new ModemPower(board, new GpioController(_pins), card.Modem, _log) };
    }
}
