using Bootstrapper.Card;
using Bootstrapper.Desktop;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Faults;

/// <summary>
/// Every fault before each command of the longest dialogue there is: a modem that has to be turned on and locked, a SIM with a
/// PIN, and a file with another.
/// </summary>
[TestClass]
public sealed class PinSweepTests
{
    private const byte SimPin = 0x01;
    private const byte FilePin = 0x81;
    private const string FilePinValue = "24680";
    private const int Tries = 3;
    private const int QuietTime = 60_000;
    private const long LongestRun = 180_000;

    private static IEnumerable<object[]> Modes => FaultModes.All.Select(mode => new object[] { mode.Name });

    [TestMethod]
    [DynamicData(nameof(Modes))]
    public void Run_FaultAtAnyCommandAndTheRightPins_CostsNoTryAndTheNextStartWorks(string mode) =>
        Sweep(mode, ExampleCard.Pin1, FilePinValue, isRight: true);

    [TestMethod]
    [DynamicData(nameof(Modes))]
    public void Run_FaultAtAnyCommandAndAWrongSimPin_CostsOneTryAtMost(string mode) =>
        Sweep(mode, "9999", FilePinValue, isRight: false);

    [TestMethod]
    [DynamicData(nameof(Modes))]
    public void Run_FaultAtAnyCommandAndAWrongFilePin_CostsOneTryAtMost(string mode) =>
        Sweep(mode, ExampleCard.Pin1, "99999", isRight: false);

    private static void Sweep(string modeName, string pin, string filePin, bool isRight)
    {
        FaultMode mode = FaultModes.All.Single(m => m.Name == modeName);
        int commands = Commands(pin, filePin);
        List<string> failures = [];
        for (int command = 1; command <= commands; command++)
        {
            ManualClock clock = new();
            SimulatedModem modem = Modem(clock);
            SimulatedCard card = modem.Card!;
            BootstrapOptions options = new() { Pin = pin, FilePin = filePin };
            SmartCardBootstrap bootstrap = new(new SimulatorLink(modem), clock, options);
            modem.Faults = new FaultScript().At(command, mode.Make(command)).Start();
            End(bootstrap);
            if (modem.Faults.Fired.Count == 0)
                failures.Add($"command {command}: the fault never came");
            if (clock.Milliseconds > LongestRun)
                failures.Add($"command {command}: {clock.Milliseconds} ms");

            // Once more with the same object, then the device starts anew.
            modem.Faults = null;
            modem.Card ??= card;
            clock.Wait(QuietTime);
            End(bootstrap);
            int left = Math.Min(card.Image.Pin(SimPin)!.TriesLeft, card.Image.Pin(FilePin)!.TriesLeft);
            if (left < (isRight ? Tries : Tries - 1))
                failures.Add($"command {command}: {left} tries left");
            string end = End(new(new SimulatorLink(modem), clock, new() { Pin = ExampleCard.Pin1, FilePin = FilePinValue }));
            if (end != nameof(BootstrapOutcome.Provisioned))
                failures.Add($"command {command}: and then {end}");
        }

        Assert.IsEmpty(failures, "\n" + string.Join('\n', failures));
    }

    private static int Commands(string pin, string filePin)
    {
        ManualClock clock = new();
        SimulatedModem modem = Modem(clock);
        BootstrapOptions options = new() { Pin = pin, FilePin = filePin };
        SmartCardBootstrap bootstrap = new(new SimulatorLink(modem), clock, options);
        End(bootstrap);
        Assert.IsGreaterThan(10, modem.CommandCount);
        return modem.CommandCount;
    }

    // A Telit, whose lock is wanted, that starts with the SIM off and the echo on.
    private static SimulatedModem Modem(ManualClock clock)
    {
        CardImage image = EndToEnd.TestCards.Guarded(AccessCondition.Key(FilePin)).Add(new CardPin(FilePin, FilePinValue));
        image.Pin(SimPin)!.Enabled = true;
        return new(new(image), ModemFamilies.Get("Telit ME310G1").Behavior with { StartFunction = 0 }, clock);
    }

    private static string End(SmartCardBootstrap bootstrap)
    {
        try
        {
            return bootstrap.Run().Outcome.ToString();
        }
        catch (Exception e) when (e is ContentException or CardException or ModemException)
        {
            return e.Message;
        }
    }
}
