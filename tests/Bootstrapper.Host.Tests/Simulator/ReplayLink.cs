using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Simulator;

/// <summary>The line to the modem of a trace.</summary>
internal sealed class ReplayLink(TraceReplay replay) : ISerialLink
{
    public int Read(byte[] buffer, int offset, int count) => replay.Read(buffer.AsSpan(offset, count));

    public void Write(byte[] buffer, int offset, int count) => replay.Write(buffer.AsSpan(offset, count));
}
