using System.IO.Ports;
using Bootstrapper.Boards;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Boards;

/// <summary>The line over a serial port, which here is a pseudo-terminal.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
public sealed class SerialPortLinkTests
{
    private readonly ManualClock _clock = new();

    [TestMethod]
    public void Open_Buffer_IsSetBefore()
    {
        using PseudoTerminal terminal = PseudoTerminal.Open();
        using SerialPort port = new(terminal.Path, 115200);

        using SerialPortLink link = new(port, _clock);

        // It can't be changed once the port is open.
        Assert.IsTrue(port.IsOpen);
        Assert.AreEqual(2048, port.ReadBufferSize);
        Assert.AreEqual(1000, port.ReadTimeout);
        Assert.AreEqual(1000, port.WriteTimeout);
    }

    [TestMethod]
    [DataRow(96, 115200, 0L, DisplayName = "one piece")]
    [DataRow(97, 115200, 9L, DisplayName = "a byte more")]
    [DataRow(300, 115200, 27L, DisplayName = "four pieces")]
    [DataRow(97, 9600, 101L, DisplayName = "a slow line")]
    public void Write_LongerThanAPiece_WaitsUntilEachButTheLastIsOnTheLine(int count, int baud, long waited)
    {
        using PseudoTerminal terminal = PseudoTerminal.Open();
        using SerialPortLink link = new(new SerialPort(terminal.Path, baud), _clock);
        byte[] sent = [.. Enumerable.Range(0, count + 3).Select(i => (byte)(i % 100))];

        link.Write(sent, 3, count);

        Assert.AreEqual(waited, _clock.Milliseconds);
        byte[] received = new byte[count];
        terminal.Line.ReadExactly(received);
        CollectionAssert.AreEqual(sent[3..], received);
    }

    [TestMethod]
    public void Read_NothingThere_ReturnsAtOnce()
    {
        using PseudoTerminal terminal = PseudoTerminal.Open();
        using SerialPortLink link = new(new SerialPort(terminal.Path, 115200), _clock);

        Assert.AreEqual(0, link.Read(new byte[8], 0, 8));
    }

    [TestMethod]
    public void Read_LessThanWanted_ReturnsWhatIsThere()
    {
        using PseudoTerminal terminal = PseudoTerminal.Open();
        using SerialPort port = new(terminal.Path, 115200);
        using SerialPortLink link = new(port, _clock);
        terminal.Line.Write("OK"u8);
        Assert.IsTrue(SpinWait.SpinUntil(() => port.BytesToRead == 2, TimeSpan.FromSeconds(10)));
        byte[] buffer = new byte[8];

        Assert.AreEqual(2, link.Read(buffer, 1, 7));
        CollectionAssert.AreEqual(new byte[] { 0, (byte)'O', (byte)'K', 0, 0, 0, 0, 0 }, buffer);
    }

    [TestMethod]
    public void Read_MoreThanWanted_LeavesTheRest()
    {
        using PseudoTerminal terminal = PseudoTerminal.Open();
        using SerialPort port = new(terminal.Path, 115200);
        using SerialPortLink link = new(port, _clock);
        terminal.Line.Write("OK"u8);
        Assert.IsTrue(SpinWait.SpinUntil(() => port.BytesToRead == 2, TimeSpan.FromSeconds(10)));
        byte[] buffer = new byte[1];

        Assert.AreEqual(1, link.Read(buffer, 0, 1));
        Assert.AreEqual(1, link.Read(buffer, 0, 1));
        Assert.AreEqual((byte)'K', buffer[0]);
    }
}
