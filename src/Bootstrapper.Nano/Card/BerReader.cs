namespace Bootstrapper.Card
{
    /// <summary>
    /// A cursor over BER-TLV data objects that stand in a row in a buffer (ISO/IEC 7816-4, 5.2.2; X.690, 8.1). It never
    /// throws: malformed bytes end the row, and <see cref="IsMalformed"/> tells so.
    /// </summary>
    public sealed class BerReader
    {
        private byte[] _buffer;
        private int _next;
        private int _end;
        private int _tag;
        private int _valueOffset;
        private int _valueLength;
        private int _offset;
        private bool _isMalformed;

        /// <summary>Gets the tag with all its bytes, as in <c>0x62</c> or <c>0x7F20</c>.</summary>
        public int Tag => _tag;

        /// <summary>Gets where the value starts in the buffer.</summary>
        public int ValueOffset => _valueOffset;

        /// <summary>Gets the length of the value in bytes.</summary>
        public int ValueLength => _valueLength;

        /// <summary>Gets where in the buffer the data object starts that is current, or that is malformed.</summary>
        public int Offset => _offset;

        /// <summary>Gets whether the row ended in bytes that are no data object or don't fit.</summary>
        public bool IsMalformed => _isMalformed;

        /// <summary>Starts over on other bytes. The buffer stays the caller's and must not change while it is read.</summary>
        public void Reset(byte[] buffer, int offset, int length)
        {
            _buffer = buffer;
            _next = offset;
            _end = offset + length;
            _tag = 0;
            _offset = offset;
            _valueOffset = offset;
            _valueLength = 0;
            _isMalformed = false;
        }

        /// <summary>Starts over on the value of the data object that another cursor stands on.</summary>
        public void Enter(BerReader parent)
        {
            Reset(parent._buffer, parent.ValueOffset, parent.ValueLength);
        }

        /// <summary>Moves to the next data object.</summary>
        /// <returns>False at the end, and at bytes that are malformed.</returns>
        public bool Next()
        {
            if (IsMalformed || _next == _end)
                return false;
            byte[] buffer = _buffer;
            int end = _end;
            int position = _next;
            _offset = position;
            int tag = buffer[position++];

            // X.690 8.1.2.4: low bits 11111, the tag goes on as long as bit 8 is set. Two bytes more are enough for cards.
            if ((tag & 0x1F) == 0x1F)
            {
                bool more = true;
                for (int i = 0; more && i < 2 && position < end; i++)
                {
                    int b = buffer[position++];
                    tag = (tag << 8) | b;
                    more = (b & 0x80) != 0;
                }

                if (more)
                    return Malformed();
            }

            if (position == end)
                return Malformed();
            int length = buffer[position++];
            if (length >= 0x80)
            {
                // X.690 8.1.3.5: long form. The indefinite form (80) is not for cards, and 7FFF FFFF is longer than any.
                int count = length - 0x80;
                if (count == 0 || count > 4 || count > end - position)
                    return Malformed();
                length = 0;
                for (int i = 0; i < count; i++)
                {
                    if (length > 0x7FFFFF)
                        return Malformed();
                    length = (length << 8) | buffer[position++];
                }
            }

            if (length > end - position)
                return Malformed();
            _tag = tag;
            _valueOffset = position;
            _valueLength = length;
            _next = position + length;
            return true;
        }

        /// <summary>Moves to the next data object with the tag, past those with others.</summary>
        /// <returns>False if there is none before the end or before malformed bytes.</returns>
        public bool Find(int tag)
        {
            while (Next())
            {
                if (Tag == tag)
                    return true;
            }

            return false;
        }

        /// <summary>Tells whether the value is exactly these bytes.</summary>
        public bool ValueEquals(byte[] expected)
        {
            return ValueLength == expected.Length && ValueStartsWith(expected);
        }

        /// <summary>Tells whether the value begins with these bytes.</summary>
        public bool ValueStartsWith(byte[] expected)
        {
            if (ValueLength < expected.Length)
                return false;
            for (int i = 0; i < expected.Length; i++)
            {
                if (_buffer[ValueOffset + i] != expected[i])
                    return false;
            }

            return true;
        }

        /// <summary>Gets the last byte of the value, 0 if it is empty.</summary>
        internal int LastByte
        {
            get { return ValueLength == 0 ? 0 : _buffer[ValueOffset + ValueLength - 1]; }
        }

        /// <summary>Copies the value.</summary>
        public byte[] CopyValue()
        {
            byte[] copy = new byte[ValueLength];
            System.Array.Copy(_buffer, ValueOffset, copy, 0, ValueLength);
            return copy;
        }

        /// <summary>Reads the value as a number that is not negative: an INTEGER of DER, a length, a size.</summary>
        /// <returns>The number, or -1 if it is negative, empty or over 7FFF FFFF.</returns>
        public int GetNumber()
        {
            if (ValueLength == 0 || _buffer[ValueOffset] >= 0x80)
                return -1;
            return GetSize();
        }

        /// <summary>Reads the value as a number whose first bit is no sign.</summary>
        /// <returns>The number, or -1 if it is empty or over 7FFF FFFF.</returns>
        public int GetSize()
        {
            if (ValueLength == 0)
                return -1;
            int number = 0;
            for (int i = 0; i < ValueLength; i++)
            {
                if (number > 0x7FFFFF)
                    return -1;
                number = (number << 8) | _buffer[ValueOffset + i];
            }

            return number;
        }

        private bool Malformed()
        {
            _isMalformed = true;
            return false;
        }
    }
}
