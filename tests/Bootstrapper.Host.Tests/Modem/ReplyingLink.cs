using Bootstrapper.Modem;

namespace Bootstrapper.Host.Tests.Modem;

/// <summary>A modem that sends the bytes prepared in <see cref="Reply"/> for whatever command comes.</summary>
internal sealed class ReplyingLink : ISerialLink
{
    private readonly byte[] _sent = new byte[2048];
    private int _position;
    private int _end;

    public byte[] Reply { get; } = new byte[2048];

    public int ReplyLength { get; set; }

    public int BytesPerRead { get; set; } = int.MaxValue;

    public int Reads { get; set; }

    public int Writes { get; private set; }

    public int Read(byte[] buffer, int offset, int count)
    {
        Reads++;
        int read = Math.Min(Math.Min(count, BytesPerRead), _end - _position);
        Array.Copy(_sent, _position, buffer, offset, read);
        _position += read;
        return read;
    }

    public void Write(byte[] buffer, int offset, int count)
    {
        if (_position < _end)
            throw new InvalidOperationException("a command while something that arrived earlier is unread");
        Writes++;
        Array.Copy(Reply, _sent, ReplyLength);
        _position = 0;
        _end = ReplyLength;
    }
}
