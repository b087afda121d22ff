namespace Bootstrapper.Tests.Lwm2m
{
    /// <summary>Gives its bytes in pieces, then as many zeros as it was told to, and notes what it was asked for.</summary>
    public sealed class PieceSource : IByteSource
    {
        private readonly byte[] _bytes;
        private readonly int _piece;
        private readonly int _length;
        private int _position;

        public PieceSource(byte[] bytes, int piece, int zeros = 0)
        {
            _bytes = bytes;
            _piece = piece;
            _length = bytes.Length + zeros;
        }

        /// <summary>Gets the offset behind the furthest byte that it was ever asked for.</summary>
        public int Asked { get; private set; }

        public int Read(byte[] buffer, int offset, int count)
        {
            if (count < 1)
                throw new System.ArgumentOutOfRangeException(nameof(count));
            if (_position + count > Asked)
                Asked = _position + count;

            if (count > _piece)
                count = _piece;
            if (count > _length - _position)
                count = _length - _position;

            int real = _bytes.Length - _position;
            real = real < 0 ? 0 : real < count ? real : count;
            if (real > 0)
                System.Array.Copy(_bytes, _position, buffer, offset, real);
            System.Array.Clear(buffer, offset + real, count - real);
            _position += count;
            return count;
        }
    }
}
