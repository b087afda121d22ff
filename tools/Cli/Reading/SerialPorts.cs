using System.IO.Ports;
using Bootstrapper.Boards;
using Bootstrapper.Modem;

namespace Bootstrapper.Cli.Reading;

/// <summary>The serial ports of a system, and its time.</summary>
/// <param name="Open">Opens the port of a name with a speed in bits a second; what it returns is disposed if it can be.</param>
/// <param name="Names">Lists the ports there are.</param>
/// <param name="Clock">Gives the time and waits.</param>
internal sealed record SerialPorts(Func<string, int, ISerialLink> Open, Func<string[]> Names, IClock Clock)
{
    /// <summary>Gets those of this system.</summary>
    public static SerialPorts OfThisSystem { get; } = new(OpenPort, SerialPort.GetPortNames, new SystemClock());

    private static SerialPortLink OpenPort(string name, int baud)
    {
        SerialPort port = new(name, baud);
        SerialPortLink link = new(port, new SystemClock());
        try
        {
            // Many modems wait for these before they send.
            port.DtrEnable = true;
            port.RtsEnable = true;
        }
        catch (IOException)
        {
            // A pseudo-terminal has no such lines, and does without them.
        }

        return link;
    }
}
