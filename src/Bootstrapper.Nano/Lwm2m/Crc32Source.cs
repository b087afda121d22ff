using System;

namespace Bootstrapper.Lwm2m
{
    /// <summary>
    /// Passes a source through and keeps the CRC-32 (IEEE 802.3) of what was read of it. Of more than 1 KB it does so with a
    /// table of another 1 KB.
    /// </summary>
    public sealed class Crc32Source : IByteSource
    {
        private const uint Polynomial = 0xEDB88320;

        // Who has read as much mostly has more to read: a table of 1 KB pays after 430 bytes.
        private const int Much = 1024;

        private readonly IByteSource _inner;
        private uint[] _table = MakeTable(16); // of all nibbles, or of all bytes once much is read
        private uint _register = 0xFFFFFFFF;
        private int _length;

        /// <summary>Creates a source of the bytes of <paramref name="inner"/>.</summary>
        public Crc32Source(IByteSource inner)
        {
            if (inner == null)
                throw new ArgumentNullException(nameof(inner));

            _inner = inner;
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
            Take(buffer, offset, read);
            return read;
        }

        // On its own, as what it needs of the stack is not needed while the card is asked.
        private void Take(byte[] buffer, int offset, int count)
        {
            _length += count;
            uint[] table = _table;
            uint register = _register;
            int end = offset + count;
            int i = offset;
            if (_length > Much)
            {
                if (table.Length == 16)
                    _table = table = MakeTable(256);

                // Four in one go, as the loop itself takes a third of the time. A mask costs less than a cast to byte.
                for (; i < end - 3; i += 4)
                {
                    register = (register >> 8) ^ table[(int)((register ^ buffer[i]) & 0xFF)];
                    register = (register >> 8) ^ table[(int)((register ^ buffer[i + 1]) & 0xFF)];
                    register = (register >> 8) ^ table[(int)((register ^ buffer[i + 2]) & 0xFF)];
                    register = (register >> 8) ^ table[(int)((register ^ buffer[i + 3]) & 0xFF)];
                }
            }

            // The entry of a nibble is that of the byte whose upper half it is.
            int step = table.Length / 16;
            for (; i < end; i++)
            {
                register ^= buffer[i];
                register = (register >> 4) ^ table[(int)(register & 15) * step];
                register = (register >> 4) ^ table[(int)(register & 15) * step];
            }

            _register = register;
        }

        /// <summary>Makes the table of what each of 16 or 256 values leaves when its bits are shifted out.</summary>
        private static uint[] MakeTable(int size)
        {
            // Each source has its own, as a static one would sit on the device's heap from boot on.
            uint[] table = new uint[size];
            uint entry = 1;
            for (int bit = size / 2; bit > 0; bit /= 2)
            {
                // Of the bit alone, then of all sums (XOR) that are made of it and higher ones.
                entry = (entry & 1) != 0 ? (entry >> 1) ^ Polynomial : entry >> 1;
                for (int i = 0; i < size; i += 2 * bit)
                    table[i + bit] = table[i] ^ entry;
            }

            return table;
        }
    }
}
