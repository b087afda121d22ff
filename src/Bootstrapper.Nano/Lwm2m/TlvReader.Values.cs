using System;
using System.Text;

namespace Bootstrapper.Lwm2m
{
    // The values (LwM2M TS Appendix C). A getter decodes the whole value and moves nothing: it may be called again, or
    // another one instead, until ReadValue takes the first byte.
    public sealed partial class TlvReader
    {
        /// <summary>Reads the next bytes of the current value, of any length, in pieces.</summary>
        /// <param name="buffer">Where the bytes go; it stays the caller's.</param>
        /// <param name="offset">Where in <paramref name="buffer"/> they start.</param>
        /// <param name="count">The largest number of bytes wanted.</param>
        /// <returns>The number of bytes read, perhaps fewer than wanted, or 0 at the end of the value.</returns>
        public int ReadValue(byte[] buffer, int offset, int count)
        {
            if (buffer == null)
                throw new ArgumentNullException(nameof(buffer));
            if (offset < 0 || offset > buffer.Length)
                throw new ArgumentOutOfRangeException(nameof(offset));
            if (count < 0 || count > buffer.Length - offset)
                throw new ArgumentOutOfRangeException(nameof(count));
            LeafLength();

            int unread = Unread;
            if (count > _next - unread)
                count = _next - unread;
            if (count == 0)
                return 0;

            if (_whole != null)
            {
                Array.Copy(_whole, unread - _valueOffset, buffer, offset, count);
            }
            else
            {
                SourceWindow window = _window;
                if (unread >= window.End)
                    window.Fill(unread, 1);
                if (count > window.End - unread)
                    count = window.End - unread;
                Array.Copy(window.Bytes, unread - window.Start, buffer, offset, count);
            }

            _taken = unread + count;
            return count;
        }

        /// <summary>Gets a value of type Integer: 1, 2, 4 or 8 bytes, signed.</summary>
        public long GetInteger()
        {
            int length = IntegerLength();
            int index = InWindow(length);
            byte[] bytes = _window.Bytes;
            int end = index + length;
            long value = (sbyte)bytes[index];
            for (index++; index < end; index++)
                value = (value << 8) | bytes[index];
            return value;
        }

        /// <summary>Gets a value of type Unsigned Integer: 1, 2, 4 or 8 bytes.</summary>
        public ulong GetUnsigned()
        {
            int length = IntegerLength();
            int index = InWindow(length);
            byte[] bytes = _window.Bytes;
            int end = index + length;
            ulong value = 0;
            for (; index < end; index++)
                value = (value << 8) | bytes[index];
            return value;
        }

        /// <summary>
        /// Gets an identifier of type Integer, such as a Short Server ID. Two bytes count as unsigned: cards hold
        /// 32768..65535 in that form too. What no int holds becomes the nearest that one does: the range is the caller's rule.
        /// </summary>
        public int GetIdentifier()
        {
            long value = GetInteger();
            if (value < 0 && Length == 2)
                value += 0x10000;
            return ResourceValue.ToInt(value);
        }

        /// <summary>Gets a value of type Boolean: one byte, 00 or 01.</summary>
        public bool GetBoolean()
        {
            if (LeafLength() != 1)
                throw new ContentException(Offset, "a Boolean has 1 byte");
            int value = _window.Bytes[InWindow(1)];
            if (value > 1)
                throw new ContentException(_valueOffset, "a Boolean is 00 or 01");
            return value == 1;
        }

        /// <summary>Gets a value of type Float: IEEE 754 binary32 or binary64, as 4 or 8 bytes.</summary>
        public double GetFloat()
        {
            int length = LeafLength();
            if (length != 4 && length != 8)
                throw new ContentException(Offset, "a Float has 4 or 8 bytes");

            long bits = (long)GetUnsigned();
            return BitConverter.Int64BitsToDouble(length == 8 ? bits : Widen((int)bits));
        }

        /// <summary>Gets a value of type Time: seconds since 1970-01-01T00:00:00Z, coded as an Integer.</summary>
        public long GetTime()
        {
            return GetInteger();
        }

        /// <summary>Gets a value of type Objlnk: 4 bytes.</summary>
        public ObjectLink GetObjectLink()
        {
            if (LeafLength() != 4)
                throw new ContentException(Offset, "an Objlnk has 4 bytes");
            int both = (int)GetUnsigned();
            return new ObjectLink((both >> 16) & 0xFFFF, both & 0xFFFF);
        }

        /// <summary>Gets a value of type String or Corelnk: UTF-8 without NUL, perhaps empty, of any length.</summary>
        public string GetString()
        {
            byte[] bytes;
            int index;
            int length = LeafLength();
            if (length <= _window.Size)
            {
                index = InWindow(length);
                bytes = _window.Bytes;
            }
            else
            {
                index = 0;
                bytes = Whole();
            }

            int invalid = Utf8.IndexOfInvalid(bytes, index, length);
            if (invalid >= 0)
                throw new ContentException(_valueOffset + invalid - index, "a String is UTF-8 without NUL");
            return Encoding.UTF8.GetString(bytes, index, length);
        }

        /// <summary>
        /// Gets a value of any type as its bytes, perhaps none. The array is the caller's; one that is larger than the
        /// window also serves further calls for the same value, so change it only after the next <see cref="Read"/>.
        /// </summary>
        public byte[] GetOpaque()
        {
            int length = LeafLength();
            if (length > _window.Size)
                return Whole();

            byte[] value = new byte[length];
            int index = InWindow(length);
            Array.Copy(_window.Bytes, index, value, 0, length);
            return value;
        }

        /// <summary>The bits of a binary64 from those of a binary32 of the same value.</summary>
        private static long Widen(int bits)
        {
            long sign = (long)(bits & int.MinValue) << 32;
            int exponent = (bits >> 23) & 0xFF;
            int fraction = bits & 0x7FFFFF;

            // Subnormal (or zero): 2^-149 a unit, which is a normal number as binary64.
            if (exponent == 0)
                return sign | BitConverter.DoubleToInt64Bits(fraction * 1.40129846432481707e-45);

            // The exponent's bias goes from 127 to 1023; infinities and NaN have all its bits set.
            exponent = exponent == 0xFF ? 0x7FF : exponent + 1023 - 127;
            return sign | ((long)exponent << 52) | ((long)fraction << 29);
        }

        private int LeafLength()
        {
            if ((_type & Leaf) == 0)
                throw new InvalidOperationException("the entry has no value");
            return _next - _valueOffset;
        }

        private int IntegerLength()
        {
            int length = LeafLength();
            if (length != 1 && length != 2 && length != 4 && length != 8)
                throw new ContentException(Offset, "an Integer has 1, 2, 4 or 8 bytes");
            return length;
        }

        /// <summary>Takes the whole value, not longer than the window, into it, and returns the index where it starts.</summary>
        private int InWindow(int length)
        {
            int at = _valueOffset;
            if (_taken > at)
                RequireUntouched();
            SourceWindow window = _window;
            if (length > window.End - at)
                window.Fill(at, length);
            return at - window.Start;
        }

        /// <summary>Takes the value, longer than the window, into an array that stands in for it until the next entry.</summary>
        private byte[] Whole()
        {
            RequireUntouched();
            if (_whole != null)
                return _whole;

            byte[] whole = new byte[Length];
            int type = _type;
            _type = None;  // should the source fail half way, what it gave is gone, and so is the entry
            _window.CopyOut(_valueOffset, whole);
            _type = type;
            _whole = whole;
            return whole;
        }

        private void RequireUntouched()
        {
            if (_taken > _valueOffset)
                throw new InvalidOperationException("ReadValue has begun");
        }
    }
}
