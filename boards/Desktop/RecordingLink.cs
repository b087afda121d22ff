using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Desktop;

/// <summary>A line whose dialogue is recorded.</summary>
public sealed class RecordingLink(ISerialLink inner, TraceRecorder recorder) : ISerialLink
{
    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        int read = inner.Read(buffer, offset, count);
        recorder.Received(buffer.AsSpan(offset, read));
        return read;
    }

    /// <inheritdoc/>
    public void Write(byte[] buffer, int offset, int count)
    {
        recorder.Sent(buffer.AsSpan(offset, count));
        inner.Write(buffer, offset, count);
    }
}
