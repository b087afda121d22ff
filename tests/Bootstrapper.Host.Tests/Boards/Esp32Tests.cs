using System.Device.Gpio;
using Bootstrapper.Boards;
using Bootstrapper.Boards.Esp32;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Runtime.Native;

namespace Bootstrapper.Host.Tests.Boards;

/// <summary>What is particular to boards with an ESP32.</summary>
[TestClass]
[DoNotParallelize]
public sealed class Esp32Tests
{
    private readonly LineLog _log = new();

    [TestInitialize]
    public void Watch()
    {
        Esp32Calls.Called += _log.Write;
        Power.OnRebootEvent += OnReboot;
    }

    [TestCleanup]
    public void Leave()
    {
        Esp32Calls.Called -= _log.Write;
        Power.OnRebootEvent -= OnReboot;
    }

    [TestMethod]
    public void Run_Com2_MapsThePinsBeforeThePortIsOpened()
    {
        Run(new BoardDefinition { Name = "board", Port = "COM2", TxPin = 27, RxPin = 26 });

        // The port is opened after that line, and does not exist here.
        Assert.AreEqual("SetPinFunction 27 COM2_TX", _log.Lines[0]);
        Assert.AreEqual("SetPinFunction 26 COM2_RX", _log.Lines[1]);
        Assert.AreEqual("board, modem on COM2", _log.Lines[2]);
        Assert.StartsWith("unexpected: ", _log.Lines[3]);
        Assert.Contains("COM2", _log.Lines[3]);
        Assert.AreEqual("restart", _log.Lines[4]);
        Assert.HasCount(5, _log.Lines);
    }

    [TestMethod]
    public void Run_Com3WithFlowControl_MapsFourPins()
    {
        Run(new BoardDefinition
        {
            Name = "board",
            Port = "COM3",
            HasFlowControl = true,
            TxPin = 48,
            RxPin = 14,
            RtsPin = 21,
            CtsPin = 47,
        });

        CollectionAssert.AreEqual(
            new[]
            {
                "SetPinFunction 48 COM3_TX", "SetPinFunction 14 COM3_RX", "SetPinFunction 21 COM3_RTS",
                "SetPinFunction 47 COM3_CTS", "board, modem on COM3",
            },
            _log.Lines.Take(5).ToArray());
    }

    [TestMethod]
    [DataRow("COM1")]
    [DataRow("COM4")]
    public void Run_AnotherPort_EndsInARestart(string port)
    {
        Run(new BoardDefinition { Name = "board", Port = port, TxPin = 27, RxPin = 26 });

        Assert.HasCount(2, _log.Lines);
        Assert.Contains("COM2 or COM3", _log.Lines[0]);
        Assert.AreEqual("restart", _log.Lines[1]);
    }

    [TestMethod]
    public void DeepSleep_IsEndedByTheTimer()
    {
        new Esp32DeepSleep().Sleep(3600);

        Assert.AreEqual("EnableWakeupByTimer 01:00:00\nStartDeepSleep", _log.Text);
    }

    [TestMethod]
    public void DeepSleep_TimerThatCannotBeSet_IsNotBegun()
    {
        Assert.ThrowsExactly<InvalidOperationException>(() => new Esp32DeepSleep().Sleep(0));

        Assert.DoesNotContain("StartDeepSleep", _log.Text);
    }

    [TestMethod]
    public void Run_ErrorAtEachStart_SleepsDeeplyInBetween()
    {
        Run(new BoardDefinition { Name = "board", Port = "COM1", DeepSleepSeconds = 60 });

        CollectionAssert.AreEqual(
            new[] { "EnableWakeupByTimer 00:01:00", "StartDeepSleep", "restart" }, _log.Lines.Skip(1).ToArray());
    }

    [TestMethod]
    public void DeepSleep_IsAllowedWithoutADebugger() =>
        Assert.AreEqual(!System.Diagnostics.Debugger.IsAttached, new Esp32DeepSleep().IsAllowed);

    [TestMethod]
    public void FileStore_KeepsReplacesAndForgets()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        FileStateStore store = new(path);
        try
        {
            Assert.IsNull(store.Read(), "no file yet");
            store.Write([1, 2, 3, 4]);
            CollectionAssert.AreEqual(new byte[] { 1, 2, 3, 4 }, new FileStateStore(path).Read());
            store.Write([5]);
            CollectionAssert.AreEqual(new byte[] { 5 }, store.Read());
            store.Write(null);
            Assert.IsNull(store.Read());
            store.Write(null);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [TestMethod]
    [DataRow(0, 0)]
    [DataRow(70, 70)]
    [DataRow(5000, 96)]
    public void FileStore_AnyFile_IsReadAsNoMoreThanItsBuffer(int length, int read)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, new byte[length]);

            Assert.HasCount(read, new FileStateStore(path).Read());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [TestMethod]
    public void FileStore_NoPlaceToWrite_IsAnIOException()
    {
        FileStateStore store = new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "state"));

        Assert.Throws<IOException>(() => store.Write([1]));
    }

    // What the device throws of its storage is no IOException; here a name that can't be is none either.
    [TestMethod]
    public void FileStore_AnyTrouble_IsAnIOException()
    {
        FileStateStore store = new(Path.GetTempPath() + "\0");

        Assert.ThrowsExactly<IOException>(() => store.Write([1]));
        Assert.ThrowsExactly<IOException>(() => store.Write(null));
    }

    private void Run(BoardDefinition board)
    {
        ManualClock clock = new();
        Esp32Program.Run(board, null, null, new GpioController(new RecordingPins(clock)), clock, _log);
    }

    private void OnReboot() => _log.Write("restart");
}
