using System.IO.Ports;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Bootstrapper.Simulator;
using Microsoft.Extensions.Time.Testing;

namespace Bootstrapper.Host.Tests.Simulator;

/// <summary>The modem on lines that other programs can open.</summary>
[TestClass]
public sealed class ServingTests
{
    private const string Question = "AT+CSIM=10,\"0070000001\"\r";
    private const string Answer = "\r\n+CSIM: 6,\"019000\"\r\n\r\nOK\r\n";

    private const int BytesThatTheSystemHolds = 4096;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly SimulatedModem _modem = new(new(ExampleCard.Create()), new() { Echo = false });

    public required TestContext TestContext { get; init; }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public async Task PseudoTerminal_OpenedAsASerialPort_IsAModem()
    {
        using PseudoTerminal terminal = PseudoTerminal.Open();
        using CancellationTokenSource stop = CreateStop();
        Task service = _modem.ServeAsync(terminal.Line, stop.Token);

        // A second program after the first: the line outlives those who open it.
        for (int round = 0; round < 2; round++)
        {
            using SerialPort port = new(terminal.Path, 115200) { ReadTimeout = (int)_patience.TotalMilliseconds };
            port.Open();
            port.Write("AT\r");
            Assert.AreEqual("\r\nOK\r\n", ReadText(port, 6));
        }

        Assert.IsFalse(service.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => service);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public async Task PseudoTerminal_LongAnswer_ArrivesWhole()
    {
        using PseudoTerminal terminal = PseudoTerminal.Open();
        using CancellationTokenSource stop = CreateStop();
        Task service = _modem.ServeAsync(terminal.Line, stop.Token);
        using SerialPort port = new(terminal.Path, 115200) { ReadTimeout = (int)_patience.TotalMilliseconds };
        port.Open();
        port.Write("AT+CSIM=34,\"00A4040C0CA000000063504B43532D3135\"\rAT+CSIM=18,\"00A4080C047FFF6432\"\r");
        ReadText(port, 2 * "\r\n+CSIM: 4,\"9000\"\r\n\r\nOK\r\n".Length);

        port.Write("AT+CSIM=10,\"00B0000000\"\r");

        string content = Convert.ToHexString(ExampleCard.BootstrapFile()).PadRight(2 * 256, 'F');
        string answer = $"\r\n+CSIM: 516,\"{content}9000\"\r\n\r\nOK\r\n";
        Assert.AreEqual(answer, ReadText(port, answer.Length));
        await stop.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => service);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void PseudoTerminal_WithALink_PlacesAndRemovesIt()
    {
        string link = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.CreateSymbolicLink(link, "/nowhere");

        using (PseudoTerminal terminal = PseudoTerminal.Open(link))
            Assert.AreEqual(terminal.Path, new FileInfo(link).LinkTarget);

        Assert.IsNull(new FileInfo(link).LinkTarget);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void PseudoTerminal_FileInTheLinksPlace_IsNotTouched()
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, "mine");

        Assert.Throws<IOException>(() => PseudoTerminal.Open(path).Dispose());

        Assert.AreEqual("mine", File.ReadAllText(path));
        File.Delete(path);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public async Task PseudoTerminal_Disposed_EndsTheService()
    {
        PseudoTerminal terminal = PseudoTerminal.Open();
        Task service = _modem.ServeAsync(terminal.Line, TestContext.CancellationToken);

        terminal.Dispose();

        await service.WaitAsync(_patience, TestContext.CancellationToken);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public async Task PseudoTerminal_NobodyReads_CanStillBeStopped()
    {
        using PseudoTerminal terminal = PseudoTerminal.Open();
        using CancellationTokenSource stop = CreateStop();
        for (int i = 0; i < 1000; i++)
            _modem.Emit(new string('x', 1000));

        Task service = _modem.ServeAsync(terminal.Line, stop.Token);
        while (_modem.BytesOut < BytesThatTheSystemHolds)
            await Task.Yield();

        await stop.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => service.WaitAsync(_patience, TestContext.CancellationToken));
    }

    [TestMethod]
    public async Task TcpServer_ConnectedTwice_ServesBoth()
    {
        using TcpServer server = TcpServer.Start();
        using CancellationTokenSource stop = CreateStop();
        Task service = server.ServeAsync(_modem, stop.Token);

        foreach (string answer in (string[])[Answer, Answer.Replace("019000", "029000", StringComparison.Ordinal)])
        {
            using TcpClient client = new();
            await client.ConnectAsync(IPAddress.Loopback, server.Port, stop.Token);
            NetworkStream line = client.GetStream();
            await line.WriteAsync(Encoding.ASCII.GetBytes(Question), stop.Token);
            byte[] buffer = new byte[answer.Length];
            await line.ReadExactlyAsync(buffer, stop.Token);
            Assert.AreEqual(answer, Encoding.ASCII.GetString(buffer));
        }

        await stop.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => service);
    }

    [TestMethod]
    public async Task TcpServer_ClientThatLeavesInTheMiddle_LeavesNothingToTheNext()
    {
        using TcpServer server = TcpServer.Start();
        using CancellationTokenSource stop = CreateStop();
        List<string> sent = [];
        Task service = server.ServeAsync(_modem, stop.Token, line => new NotingStream(line, sent));

        // The answer to the first command is not read, the second command not finished.
        using (TcpClient client = new())
        {
            await client.ConnectAsync(IPAddress.Loopback, server.Port, stop.Token);
            await client.GetStream().WriteAsync("AT\rAT+CSI"u8.ToArray(), stop.Token);
        }

        using TcpClient next = new();
        await next.ConnectAsync(IPAddress.Loopback, server.Port, stop.Token);
        NetworkStream line = next.GetStream();
        await line.WriteAsync(Encoding.ASCII.GetBytes(Question), stop.Token);
        byte[] buffer = new byte[Answer.Length];
        await line.ReadExactlyAsync(buffer, stop.Token);

        Assert.AreEqual(Answer, Encoding.ASCII.GetString(buffer));
        Assert.AreEqual("AT\rAT+CSI" + Question, string.Concat(sent));
        await stop.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => service);
    }

    [TestMethod]
    public async Task ServeAsync_WithAResponseDelay_WaitsByTheModemsClock()
    {
        FakeTimeProvider time = new();
        SimulatedModem modem = new(null, new() { Echo = false, ResponseDelay = TimeSpan.FromHours(1) }, time);
        using TcpServer server = TcpServer.Start();
        using CancellationTokenSource stop = CreateStop();
        Task service = server.ServeAsync(modem, stop.Token);
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, server.Port, stop.Token);
        NetworkStream line = client.GetStream();
        await line.WriteAsync("AT\r"u8.ToArray(), stop.Token);
        while (modem.NextOutput is null)
            await Task.Yield();

        byte[] buffer = new byte[6];
        Task reading = line.ReadExactlyAsync(buffer, stop.Token).AsTask();
        Assert.AreEqual(TimeSpan.FromHours(1), modem.NextOutput);
        Assert.IsFalse(reading.IsCompleted);

        // More than once: the service may be about to start its wait just now.
        while (!reading.IsCompleted)
        {
            time.Advance(TimeSpan.FromHours(1));
            await Task.Yield();
        }

        await reading;
        Assert.AreEqual("\r\nOK\r\n", Encoding.ASCII.GetString(buffer));
        await stop.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => service);
    }

    private static string ReadText(SerialPort port, int length)
    {
        byte[] buffer = new byte[length];
        for (int done = 0; done < length;)
            done += port.Read(buffer, done, length - done);

        return Encoding.ASCII.GetString(buffer);
    }

    private CancellationTokenSource CreateStop()
    {
        CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.CancellationToken);
        stop.CancelAfter(_patience);
        return stop;
    }

    /// <summary>A line that notes what is read from it.</summary>
    private sealed class NotingStream(Stream inner, List<string> notes) : Stream
    {
        public override bool CanRead => true;

        public override bool CanWrite => true;

        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get; set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int length = await inner.ReadAsync(buffer, cancellationToken);
            notes.Add(Encoding.ASCII.GetString(buffer.Span[..length]));
            return length;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            inner.WriteAsync(buffer, cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => inner.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
