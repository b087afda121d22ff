using System.Net;
using System.Net.Sockets;

namespace Bootstrapper.Simulator;

/// <summary>Serves a modem on a TCP port of this machine, which no other machine reaches.</summary>
public sealed class TcpServer : IDisposable
{
    private readonly TcpListener _listener;

    private TcpServer(TcpListener listener) => _listener = listener;

    /// <summary>Gets the port.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Starts to listen.</summary>
    /// <param name="port">The port; 0 for a free one.</param>
    /// <exception cref="SocketException">The port is taken or not allowed.</exception>
    public static TcpServer Start(int port = 0)
    {
        TcpListener listener = new(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return new(listener);
        }
        catch
        {
            listener.Dispose();
            throw;
        }
    }

    /// <summary>Serves one connection after the other.</summary>
    /// <param name="modem">The modem, the same for all.</param>
    /// <param name="cancellationToken">Ends the service, with an <see cref="OperationCanceledException"/>.</param>
    /// <param name="tap">Makes the stream that the modem uses in place of a connection's, to see what passes.</param>
    public async Task ServeAsync(
        SimulatedModem modem, CancellationToken cancellationToken, Func<Stream, Stream>? tap = null)
    {
        ArgumentNullException.ThrowIfNull(modem);
        while (true)
        {
            using TcpClient client = await _listener.AcceptTcpClientAsync(cancellationToken).ConfigureAwait(false);
            client.NoDelay = true;
            Stream line = client.GetStream();
            await modem.ServeAsync(tap?.Invoke(line) ?? line, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Stops listening.</summary>
    public void Dispose() => _listener.Dispose();
}
