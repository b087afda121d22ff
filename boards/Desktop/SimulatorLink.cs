using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Desktop;

/// <summary>The line to a simulated modem in memory.</summary>
public sealed class SimulatorLink(SimulatedModem modem) : ISerialLink
{
    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        return modem.Read(buffer.AsSpan(offset, count));
    }

    /// <inheritdoc/>
    public void Write(byte[] buffer, int offset, int count)
    {
        modem.Write(buffer.AsSpan(offset, count));
    }
}
