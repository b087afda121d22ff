using Bootstrapper.Modem;

namespace Bootstrapper.Cli.Reading;

/// <summary>The line over a serial port; trouble with the port is an error that names it.</summary>
internal sealed class PortLink : ISerialLink, IDisposable
{
    private readonly string _name;
    private readonly ISerialLink _inner;

    /// <summary>Opens the port.</summary>
    /// <exception cref="CommandException">It can't be opened.</exception>
    public PortLink(string name, int baud, SerialPorts ports)
    {
        _name = name;
        try
        {
            _inner = ports.Open(name, baud);
        }
        catch (Exception e) when (IsTrouble(e) || e is ArgumentException)
        {
            // An ArgumentException: a name or a speed that this system's ports can't have.
            throw new CommandException(ExitCode.Modem, $"{name}: {Explain(e, name, ports.Names())}", e);
        }
    }

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return _inner.Read(buffer, offset, count);
        }
        catch (Exception e) when (IsTrouble(e))
        {
            throw Lost(e);
        }
    }

    /// <inheritdoc/>
    public void Write(byte[] buffer, int offset, int count)
    {
        try
        {
            _inner.Write(buffer, offset, count);
        }
        catch (Exception e) when (IsTrouble(e))
        {
            throw Lost(e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => (_inner as IDisposable)?.Dispose();

    private CommandException Lost(Exception e) => new(ExitCode.Modem, $"{_name}: {e.Message}: was the modem unplugged?", e);

    // An InvalidOperationException: a port that was closed under us, as a USB modem that was pulled is.
    private static bool IsTrouble(Exception e) =>
        e is IOException or UnauthorizedAccessException or TimeoutException or InvalidOperationException;

    private static string Explain(Exception e, string name, string[] names)
    {
        if (names.Contains(name) || Path.Exists(name))
        {
            // On Linux whatever goes wrong is a denied access; why, the exception in it says.
            string reason = $"can't be opened: {(e.InnerException ?? e).Message.TrimEnd('.')}";
            return e is UnauthorizedAccessException
                ? $"{reason}: does another program use it, are you in its group (mostly dialout)?"
                : reason;
        }

        return names.Length == 0
            ? "no such port: there is none"
            : $"no such port: there are {string.Join(", ", names.Order(StringComparer.Ordinal))}";
    }
}
