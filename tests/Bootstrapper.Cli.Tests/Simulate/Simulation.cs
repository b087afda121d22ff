using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Bootstrapper.Cli.Commands;
using Bootstrapper.Cli.Output;
using Bootstrapper.Simulator;

namespace Bootstrapper.Cli.Tests.Simulate;

/// <summary>A modem that <c>simboot simulate</c> serves in this process, until it is disposed of.</summary>
internal sealed class Simulation : IAsyncDisposable
{
    /// <summary>What nothing takes as long as, if it works.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _service;
    private readonly StringWriter _error = new(CultureInfo.InvariantCulture) { NewLine = "\n" };

    private Simulation(SimulateSettings settings)
    {
        FirstLine output = new();
        Terminal terminal = new(() => Stream.Null, () => Stream.Null, output, _error);
        _service = Task.Run(() => SimulateCommand.RunAsync(settings, terminal, _stop.Token));

        // Where it fails before it says anything, that is what there is to know.
        Task first = Task.WhenAny(_service, output.Written).WaitAsync(Patience).GetAwaiter().GetResult();
        if (first == _service)
            _service.GetAwaiter().GetResult();
        Address = output.Written.Result;
    }

    /// <summary>Gets what was told to open.</summary>
    public string Address { get; }

    /// <summary>Gets the TCP port.</summary>
    public int Port => IPEndPoint.Parse(Address).Port;

    /// <summary>Gets what standard error has got, once it has stopped.</summary>
    public string Error => _error.ToString();

    /// <summary>Starts one with these settings besides the defaults.</summary>
    public static Simulation Start(Func<SimulateSettings, SimulateSettings> with) =>
        new(with(new(null, null, ModemFamilies.All[0].Name, null, null, false, false, null)));

    /// <summary>Starts one on a free TCP port, and connects.</summary>
    public static (Simulation Simulation, NetworkStream Line) StartAndConnect(Func<SimulateSettings, SimulateSettings> with)
    {
        Simulation simulation = Start(s => with(s with { Port = 0 }));
        return (simulation, simulation.Connect());
    }

    /// <summary>Connects to the TCP port.</summary>
    public NetworkStream Connect()
    {
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = (int)Patience.TotalMilliseconds };
        socket.Connect(IPAddress.Loopback, Port);
        return new NetworkStream(socket, ownsSocket: true);
    }

    /// <summary>Sends text.</summary>
    public static void Send(Stream line, string text) => line.Write(Encoding.ASCII.GetBytes(text));

    /// <summary>Reads up to where a text ends.</summary>
    public static string ReadTo(Stream line, string end)
    {
        StringBuilder text = new();
        while (!text.ToString().EndsWith(end, StringComparison.Ordinal))
        {
            int b = line.ReadByte();
            Assert.AreNotEqual(-1, b, $"the line ends after {text}");
            text.Append((char)b);
        }

        return text.ToString();
    }

    /// <summary>Waits until it ends by itself.</summary>
    public Task EndAsync() => _service.WaitAsync(Patience);

    /// <summary>Interrupts it, and waits until it has cleaned up.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _service.WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    /// <summary>A text whose first line is awaited.</summary>
    private sealed class FirstLine : StringWriter
    {
        private readonly TaskCompletionSource<string> _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public FirstLine()
            : base(CultureInfo.InvariantCulture)
        {
        }

        public Task<string> Written => _written.Task;

        public override Task FlushAsync()
        {
            _written.TrySetResult(ToString().TrimEnd());
            return Task.CompletedTask;
        }
    }
}
