using System;

namespace Bootstrapper.Lwm2m
{
    /// <summary>Passes a source through and keeps the CRC-32 (IEEE 802.3) of what was read of it.</summary>
    public sealed class Crc32Source : IByteSource
    {
        private const uint Polynomial = 0xEDB88320;

        private readonly IByteSource _inner;
        private readonly uint[] _table = new uint[16];
        private uint _register = 0xFFFFFFFF;
        private int _length;

        /// <summary>Creates a source of the bytes of <paramref name="inner"/>.</summary>
        public Crc32Source(IByteSource inner)
        {
            if (inner == null)
                throw new ArgumentNullException(nameof(inner));

            _inner = inner;

            // By nibbles: 16 entries made here, as a static table would sit on the device's heap from boot on.
            for (uint i = 0; i < 16; i++)
            {
                uint entry = i;
                for (int bit = 0; bit < 4; bit++)
                    entry = (entry & 1) != 0 ? (entry >> 1) ^ Polynomial : entry >> 1;
                _table[(int)i] = entry;
            }
        }

        /// <summary>Gets the CRC-32 of all bytes read so far, 0 when there are none.</summary>
        public uint Value
        {
            get { return _register ^ 0xFFFFFFFF; }
        }

        /// <summary>Gets the number of bytes read so far.</summary>
        public int Length => _length;

        /// <inheritdoc/>
        public int Read(byte[] buffer, int offset, int count)
        {
            int read = _inner.Read(buffer, offset, count);
            uint[] table = _table;
            uint register = _register;
            int end = offset + read;
            for (int i = offset; i < end; i++)
            {
                register ^= buffer[i];
                register = (register >> 4) ^ table[(int)(register & 15)];
                register = (register >> 4) ^ table[(int)(register & 15)];
            }

            _register = register;
            _length += read;
            return read;
        }
    }
}
