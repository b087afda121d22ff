namespace Bootstrapper.Simulator;

/// <summary>A pseudo-terminal: programs open its path as if it were a serial port, the modem is at <see cref="Line"/>.</summary>
/// <remarks>Linux and macOS. Programs may come and go; bytes sent while none is there wait for the next one.</remarks>
public sealed class PseudoTerminal : IDisposable
{
    private readonly PseudoTerminalStream _line;
    private readonly string? _link;

    private PseudoTerminal(string path, PseudoTerminalStream line, string? link)
    {
        Path = path;
        _line = line;
        _link = link;
    }

    /// <summary>Gets whether this system has pseudo-terminals.</summary>
    public static bool IsSupported => OperatingSystem.IsLinux() || OperatingSystem.IsMacOS();

    /// <summary>Gets the path to open as a serial port.</summary>
    public string Path { get; }

    /// <summary>Gets the modem's end, for <see cref="SimulatedModem.ServeAsync"/>.</summary>
    public Stream Line => _line;

    /// <summary>Opens a new pseudo-terminal.</summary>
    /// <param name="link">Where to put a symbolic link to its path, which lasts as long as the terminal does; an old link in
    /// its place goes.</param>
    /// <exception cref="PlatformNotSupportedException">The system has no pseudo-terminals.</exception>
    /// <exception cref="IOException">The system refuses one, or something other than a link is in the link's place.</exception>
    public static PseudoTerminal Open(string? link = null)
    {
        if (!IsSupported)
            throw new PlatformNotSupportedException("pseudo-terminals exist on Linux and macOS only");

        (int nearEnd, string path) = Posix.OpenTerminal();
        try
        {
            // With the far end open here, reading goes on when the last program has left.
            int farEnd = Posix.OpenRaw(path);
            try
            {
                if (link is not null)
                    PlaceLink(link, path);

                return new(path, new(nearEnd, farEnd), link);
            }
            catch
            {
                Posix.Close(farEnd);
                throw;
            }
        }
        catch
        {
            Posix.Close(nearEnd);
            throw;
        }
    }

    /// <summary>Closes the terminal and removes its link.</summary>
    public void Dispose()
    {
        if (_link is not null && new FileInfo(_link).LinkTarget == Path)
            File.Delete(_link);

        _line.Dispose();
    }

    private static void PlaceLink(string link, string path)
    {
        if (new FileInfo(link).LinkTarget is not null)
            File.Delete(link);

        File.CreateSymbolicLink(link, path);
    }
}
