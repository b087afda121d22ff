using System.Device.Gpio;
using Bootstrapper.Boards;
using Bootstrapper.Host.Tests.Boards;
using Bootstrapper.Host.Tests.Guards;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.BoardFacts;

/// <summary>The log that docs/debugging.md shows is the one that a board writes.</summary>
[TestClass]
public class DeviceLogTests
{
    [TestMethod]
    public void FirstRound_OfTheBoardShown_WritesWhatThePageShows()
    {
        BoardDefinition board = BoardDefinitionTests.Definition("LilyGoTSim7000G");
        var clock = new ManualClock();
        var log = new LineLog();
        var pins = new RecordingPins(clock);
        ModemPulses pulses = PublishedBoard.All.Single(published => published.Folder == "LilyGoTSim7000G").Pulses;
        var modem = new PoweredModem(board, pulses, pins, clock, () => new(new(ExampleCard.Create()), null, clock));
        var options = new BootstrapOptions { Profile = ModemProfiles.Find(board.Profile) };
        var card = new SmartCardBootstrap(modem, clock, options, log);
        var firmware = new Firmware(card, log)
        {
            Power = new ModemPower(board, new GpioController(pins), card.Modem, log),
            Report = new AccountReport(log),
        };

        firmware.Round();

        string shown = $"```\n{board.Name}, modem on {board.Port}\n{log.Text}\n```\n";
        Assert.Contains(shown, File.ReadAllText(Repository.At("docs", "debugging.md")));
    }
}
