using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Simulator;

/// <summary>A line whose dialogue is recorded.</summary>
internal sealed class RecordingLink(ISerialLink inner, TraceRecorder recorder) : ISerialLink
{
    public int Read(byte[] buffer, int offset, int count)
    {
        int read = inner.Read(buffer, offset, count);
        recorder.Received(buffer.AsSpan(offset, read));
        return read;
    }

    public void Write(byte[] buffer, int offset, int count)
    {
        recorder.Sent(buffer.AsSpan(offset, count));
        inner.Write(buffer, offset, count);
    }
}
