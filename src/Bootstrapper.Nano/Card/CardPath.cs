namespace Bootstrapper.Card
{
    /// <summary>Where bytes are on the card: a file, or a part of it (PKCS #15 v1.1, 6.1.5, type Path).</summary>
    public sealed class CardPath
    {
        private readonly byte[] _octets;
        private readonly int _index;
        private readonly int _length;

        /// <summary>The longest path taken, seven file identifiers.</summary>
        public const int MaxOctets = 14;

        /// <summary>The value of <see cref="Length"/> for all of the file.</summary>
        public const int WholeFile = -1;

        /// <summary>Creates the path of a file, or of a part of it.</summary>
        /// <param name="octets">The file identifiers, two bytes each.</param>
        /// <param name="index">The offset of the first byte in the file.</param>
        /// <param name="length">The number of bytes from there, or <see cref="WholeFile"/>.</param>
        public CardPath(byte[] octets, int index = 0, int length = WholeFile)
        {
            _octets = octets;
            _index = index;
            _length = length;
        }

        /// <summary>Gets the file identifiers, two bytes each.</summary>
        public byte[] Octets => _octets;

        /// <summary>Gets the offset of the first byte in the file.</summary>
        public int Index => _index;

        /// <summary>Gets the number of bytes from there, or <see cref="WholeFile"/>.</summary>
        public int Length => _length;

        /// <summary>Reads the SEQUENCE that a cursor stands on.</summary>
        /// <returns>The path, or null if it is none that can be followed.</returns>
        internal static CardPath Read(BerReader sequence)
        {
            BerReader item = new BerReader();
            item.Enter(sequence);

            // Path ::= SEQUENCE { path OCTET STRING, index INTEGER OPTIONAL, length [0] INTEGER OPTIONAL }
            if (!item.Next() || item.Tag != 0x04 || item.ValueLength < 2 || item.ValueLength > MaxOctets
                || (item.ValueLength & 1) != 0)
            {
                return null;
            }

            byte[] octets = item.CopyValue();
            bool hasIndex = false;
            bool hasLength = false;
            int index = 0;
            int length = 0;
            while (item.Next())
            {
                if (item.Tag == 0x02)
                {
                    hasIndex = true;
                    index = item.GetNumber();
                }
                else if (item.Tag == 0x80)
                {
                    hasLength = true;
                    length = item.GetNumber();
                }
            }

            // Nothing is at a place before the file or beyond 2 GB, and all of the file is not what was meant.
            if (item.IsMalformed || index < 0 || length < 0)
                return null;

            // Index and length come together; one alone says nothing.
            return hasIndex && hasLength ? new CardPath(octets, index, length) : new CardPath(octets);
        }
    }
}
