namespace Bootstrapper.Host.Tests.Lwm2m;

/// <summary>Gives its bytes in pieces of at most so many, and notes how far it was ever asked to go.</summary>
internal sealed class PiecewiseSource(byte[] bytes, int piece) : IByteSource
{
    private int _position;

    public int Asked { get; private set; }

    public int Read(byte[] buffer, int offset, int count)
    {
        Asked = Math.Max(Asked, _position + count);
        int read = Math.Min(Math.Min(count, piece), bytes.Length - _position);
        bytes.AsSpan(_position, read).CopyTo(buffer.AsSpan(offset));
        _position += read;
        return read;
    }
}
