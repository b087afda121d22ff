using System.Device.Gpio;
using System.IO.Ports;
using Bootstrapper.Boards;
using Bootstrapper.Lwm2m;
using Bootstrapper.Modem;
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
        DeviceProgram.Guard(() => throw new UndefinedException("zero"), new BoardDefinition(), null, _clock, _log);

        Assert.Contains("zero", _log.Lines.Single());
        Assert.AreEqual(DeviceProgram.RestartPause, _clock.Milliseconds);
        Assert.AreEqual(1, _restarts);
    }

    [TestMethod]
    public void Guard_NotEvenTheLogWorks_RestartsAllTheSame()
    {
        Assert.ThrowsExactly<IOException>(
            () => DeviceProgram.Guard(
                () => throw new UndefinedException("zero"), new BoardDefinition(), null, _clock, new BrokenLog()));

        Assert.AreEqual(1, _restarts);
    }

    // An error at each start must not keep a device on a battery awake.
    [TestMethod]
    [DataRow(true, 3600)]
    [DataRow(false, 0)]
    public void Guard_BoardThatSleepsDeeply_SleepsBeforeTheRestartIfItMay(bool isAllowed, int slept)
    {
        FakeSleep sleep = new() { IsAllowed = isAllowed };

        DeviceProgram.Guard(
            () => throw new UndefinedException("zero"), new BoardDefinition { DeepSleepSeconds = 3600 }, sleep, _clock, _log);

        Assert.AreEqual(slept, sleep.Slept.Sum());
        Assert.AreEqual(DeviceProgram.RestartPause, _clock.Milliseconds, "a device does not come back from its sleep");
        Assert.AreEqual(1, _restarts);
    }

    [TestMethod]
    public void Guard_SleepThatCannotBeBegun_PausesBeforeTheRestart()
    {
        Assert.ThrowsExactly<UndefinedException>(
            () => DeviceProgram.Guard(
                () => throw new UndefinedException("zero"),
                new BoardDefinition { DeepSleepSeconds = 3600 },
                new EndingSleep(() => true),
                _clock,
                _log));

        Assert.AreEqual(DeviceProgram.RestartPause, _clock.Milliseconds);
        Assert.AreEqual(1, _restarts);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [DataRow("SIM7000", null, "no profile SIM7000")]
    [DataRow("SIM7000", "Quectel BG96", null)]
    [DataRow("SIMCom SIM7000", "Quectel BG96", null)]
    public void Create_Profile_IsTheApplicationsElseTheBoards(string ofBoard, string? ofApplication, string? error)
    {
        using PseudoTerminal terminal = PseudoTerminal.Open();
        BoardDefinition board = new() { Name = "board", Port = terminal.Path, Profile = ofBoard };
        BootstrapOptions options = new()
        {
            Profile = ofApplication is null ? null : ModemProfiles.Find(ofApplication),
        };
        Exception? thrown = null;
        try
        {
            DeviceProgram.Create(board, options, new GpioController(new RecordingPins(_clock)), _clock, _log);
        }
        catch (ArgumentException e)
        {
            thrown = e;
        }

        Assert.AreEqual(error, thrown?.Message);
        Assert.AreEqual(ofApplication, options.Profile?.Name);
    }

    [TestMethod]
    [DataRow(false, Handshake.None)]
    [DataRow(true, Handshake.RequestToSend)]
    public void CreatePort_HasFlowControl_IsTheHandshake(bool hasFlowControl, Handshake handshake)
    {
        using SerialPort port = DeviceProgram.CreatePort(
            new BoardDefinition { Port = "COM2", BaudRate = 230400, HasFlowControl = hasFlowControl });

        Assert.AreEqual(handshake, port.Handshake);
        Assert.AreEqual(230400, port.BaudRate);
        Assert.AreEqual("COM2", port.PortName);
        Assert.IsFalse(port.IsOpen);
    }

    [TestMethod]
    public void Loop_Beginning_IsCalledOnceAndMaySetWhatTheBoardHas()
    {
        FlowBench bench = FlowBench.Sleeping(FlowBench.ExampleSim());
        int slept = 0;
        List<Firmware> begun = [];

        Assert.ThrowsExactly<UndefinedException>(
            () => DeviceProgram.Loop(bench.Firmware, bench.Sleep, bench.Store, firmware =>
            {
                begun.Add(firmware);
                firmware.Sleep = new EndingSleep(() => ++slept == 2);
            }));

        Assert.AreSame(bench.Firmware, begun.Single());
        Assert.AreEqual(2, slept);
        Assert.IsEmpty(bench.Sleep.Slept, "the application's own takes its place");
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
                DeviceProgram.Create(board, null, new GpioController(pins), new SystemClock(), _log),
                new EndingSleep(() => ++slept == 2),
                store,
                firmware => firmware.AccountsChanged += handed.Add),
            board,
            null,
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
