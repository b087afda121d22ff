using System.Device.Gpio;
using Bootstrapper.Boards;
using Bootstrapper.Lwm2m;
using Bootstrapper.Simulator;
using nanoFramework.Runtime.Native;

namespace Bootstrapper.Host.Tests.Boards;

/// <summary>The program of a board, from its definition to its restart.</summary>
[TestClass]
[DoNotParallelize]
public sealed class DeviceProgramTests
{
    private readonly ManualClock _clock = new();
    private readonly LineLog _log = new();
    private int _restarts;

    [TestInitialize]
    public void Watch() => Power.OnRebootEvent += OnReboot;

    [TestCleanup]
    public void Leave() => Power.OnRebootEvent -= OnReboot;

    [TestMethod]
    public void Guard_WhateverEscapes_IsLoggedAndAfterAPauseTheDeviceRestarts()
    {
        // A division by zero is no more than that on the device.
        DeviceProgram.Guard(() => throw new UndefinedException("zero"), _clock, _log);

        Assert.Contains("zero", _log.Lines.Single());
        Assert.AreEqual(DeviceProgram.RestartPause, _clock.Milliseconds);
        Assert.AreEqual(1, _restarts);
    }

    [TestMethod]
    public void Guard_NotEvenTheLogWorks_RestartsAllTheSame()
    {
        Assert.ThrowsExactly<IOException>(
            () => DeviceProgram.Guard(() => throw new UndefinedException("zero"), _clock, new BrokenLog()));

        Assert.AreEqual(1, _restarts);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public async Task Loop_OverAPort_GoesOnUntilSomethingEscapes()
    {
        SimulatedModem modem = new(new(ExampleCard.Create()));
        using PseudoTerminal terminal = PseudoTerminal.Open();
        using CancellationTokenSource stop = new();
        Task service = modem.ServeAsync(terminal.Line, stop.Token);
        BoardDefinition board = TestBoards.WithKey();
        board.Port = terminal.Path;
        board.Profile = "SIMCom SIM7000";
        board.DeepSleepSeconds = 60;
        RecordingPins pins = new(_clock);
        List<BootstrapConfiguration> handed = [];
        int slept = 0;
        MemoryStore store = new();

        DeviceProgram.Guard(
            () => DeviceProgram.Loop(
                DeviceProgram.Create(board, new GpioController(pins), new SystemClock(), _log),
                new EndingSleep(() => ++slept == 2),
                store,
                handed.Add),
            _clock,
            _log);

        Assert.HasCount(1, handed, _log.Text);
        Assert.AreEqual(2, slept, "round after round");
        Assert.IsNotNull(store.Content);
        Assert.AreEqual("key, modem on " + board.Port, _log.Lines[0]);
        Assert.Contains("modem profile: SIMCom SIM7000", _log.Text);
        Assert.Contains("account: server 1", _log.Text);
        Assert.AreEqual("0 25:Output, 0 25=Low, 0 4:Output, 0 4=Low", pins.Calls);
        Assert.AreEqual(1, _restarts);
        await stop.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => service);
    }

    private void OnReboot() => _restarts++;

    private sealed class UndefinedException(string message) : Exception(message);

    private sealed class BrokenLog : ILog
    {
        public void Write(string line) => throw new IOException();
    }

    private sealed class EndingSleep(Func<bool> isLast) : IDeepSleep
    {
        public bool IsAllowed => true;

        public void Sleep(int seconds)
        {
            if (isLast())
                throw new UndefinedException("over");
        }
    }
}
