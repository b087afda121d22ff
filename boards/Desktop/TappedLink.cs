using Bootstrapper.Modem;

namespace Bootstrapper.Desktop;

/// <summary>A line whose bytes somebody else sees as they pass.</summary>
/// <param name="inner">The line.</param>
/// <param name="sent">Sees what goes to the modem, before it goes.</param>
/// <param name="received">Sees what came from the modem.</param>
public sealed class TappedLink(ISerialLink inner, Action<ReadOnlySpan<byte>> sent, Action<ReadOnlySpan<byte>> received) : ISerialLink
{
    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        int read = inner.Read(buffer, offset, count);
        received(buffer.AsSpan(offset, read));
        return read;
    }

    /// <inheritdoc/>
    public void Write(byte[] buffer, int offset, int count)
    {
        sent(buffer.AsSpan(offset, count));
        inner.Write(buffer, offset, count);
    }
}
