using System.Threading.Channels;

namespace Bootstrapper.Simulator;

/// <summary>The near end of a pseudo-terminal as a stream.</summary>
/// <remarks>A thread of its own waits in the system for bytes, so that reading here can be cancelled.</remarks>
internal sealed class PseudoTerminalStream : Stream
{
    private const int BufferLength = 1024;
    private const int MaxChunksWaiting = 64;

    private static readonly TimeSpan _fullBufferPause = TimeSpan.FromMilliseconds(5);

    private readonly int _nearEnd;
    private readonly int _farEnd;
    private readonly Thread _reader;
    private readonly Channel<ReadOnlyMemory<byte>> _chunks = Channel.CreateBounded<ReadOnlyMemory<byte>>(MaxChunksWaiting);

    private ReadOnlyMemory<byte> _chunk;
    private volatile bool _closing;

    /// <summary>Makes the stream, which closes both descriptors in the end.</summary>
    public PseudoTerminalStream(int nearEnd, int farEnd)
    {
        _nearEnd = nearEnd;
        _farEnd = farEnd;
        _reader = new(ReadChunks) { IsBackground = true, Name = nameof(PseudoTerminalStream) };
        _reader.Start();
    }

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_chunk.IsEmpty && await _chunks.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            _ = _chunks.Reader.TryRead(out _chunk);

        int length = Math.Min(buffer.Length, _chunk.Length);
        _chunk[..length].CopyTo(buffer);
        _chunk = _chunk[length..];
        return length;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            ObjectDisposedException.ThrowIf(_closing, this);
            int length = Posix.Write(_nearEnd, buffer.Span);
            buffer = buffer[length..];
            if (length == 0)
                await Task.Delay(_fullBufferPause, cancellationToken).ConfigureAwait(false);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();

    public override void Write(byte[] buffer, int offset, int count) =>
        WriteAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();

    public override void Flush()
    {
        // Nothing is held back here.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_closing)
        {
            _closing = true;
            _chunks.Writer.TryComplete();

            // A byte through the far end wakes the thread.
            _ = Posix.Write(_farEnd, [0]);
            _reader.Join();
            Posix.Close(_farEnd);
            Posix.Close(_nearEnd);
        }

        base.Dispose(disposing);
    }

    private void ReadChunks()
    {
        byte[] buffer = new byte[BufferLength];
        try
        {
            while (Posix.Read(_nearEnd, buffer) is var length and > 0 && !_closing)
                _chunks.Writer.WriteAsync(buffer.AsMemory(0, length).ToArray()).AsTask().Wait();
        }
        catch (AggregateException e) when (e.InnerException is ChannelClosedException)
        {
            // Disposed while a chunk waited for room.
        }

        _chunks.Writer.TryComplete();
    }
}
