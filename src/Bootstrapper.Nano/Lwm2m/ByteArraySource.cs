using System;

namespace Bootstrapper.Lwm2m
{
    /// <summary>Bytes of an array as a source. The array stays the caller's and must not change while it is read.</summary>
    public sealed class ByteArraySource : IByteSource
    {
        private readonly byte[] _bytes;
        private int _position;

        /// <summary>Creates a source of all bytes of <paramref name="bytes"/>.</summary>
        public ByteArraySource(byte[] bytes)
        {
            if (bytes == null)
                throw new ArgumentNullException(nameof(bytes));

            _bytes = bytes;
        }

        /// <inheritdoc/>
        public int Read(byte[] buffer, int offset, int count)
        {
            int left = _bytes.Length - _position;
            if (count > left)
                count = left;
            Array.Copy(_bytes, _position, buffer, offset, count);
            _position += count;
            return count;
        }

        /// <summary>Goes back to the first byte.</summary>
        public void Rewind()
        {
            _position = 0;
        }
    }
}
