using System;
using System.Text;

namespace Bootstrapper.Lwm2m
{
    /// <summary>
    /// Writes OMA TLV (LwM2M TS 7.4.5) in its shortest encoding: Object Instances, or the resources of one. A value written
    /// between <see cref="BeginMultipleResource"/> and <see cref="End"/> is a resource instance, any other a resource.
    /// </summary>
    /// <remarks>
    /// An identifier out of range is an <see cref="ArgumentOutOfRangeException"/>; an entry where none of its kind may stand,
    /// or one that the caller's array has no room for, is an <see cref="InvalidOperationException"/> and writes nothing.
    /// </remarks>
    public sealed class TlvWriter
    {
        private const int LongestHeader = 6;
        private const int LongestValue = 0xFFFFFF;
        private const int HighestId = 65534;
        private const int NoEntry = -1;

        private readonly bool _grows;
        private byte[] _buffer;
        private int _length;
        private int _instance = NoEntry; // where the open Object Instance starts
        private int _multiple = NoEntry; // where the open multiple resource starts
        private bool _hasInstances;      // at the top, where otherwise resources stand

        /// <summary>Creates a writer into an array of its own that grows, from <paramref name="capacity"/> bytes on.</summary>
        public TlvWriter(int capacity = 64)
        {
            if (capacity < 0)
                throw new ArgumentOutOfRangeException(nameof(capacity));

            _buffer = new byte[capacity];
            _grows = true;
        }

        /// <summary>Creates a writer into <paramref name="buffer"/>, from its start; it stays the caller's.</summary>
        public TlvWriter(byte[] buffer)
        {
            if (buffer == null)
                throw new ArgumentNullException(nameof(buffer));

            _buffer = buffer;
        }

        /// <summary>Gets the number of bytes written, which are final when every container has its <see cref="End"/>.</summary>
        public int Length
        {
            get { return _length; }
        }

        /// <summary>Begins anew with nothing written.</summary>
        public void Reset()
        {
            _length = 0;
            _instance = NoEntry;
            _multiple = NoEntry;
            _hasInstances = false;
        }

        /// <summary>Copies what is written.</summary>
        public byte[] ToArray()
        {
            byte[] copy = new byte[_length];
            Array.Copy(_buffer, 0, copy, 0, _length);
            return copy;
        }

        /// <summary>Begins an Object Instance; its resources follow, then <see cref="End"/>.</summary>
        public void BeginObjectInstance(int id)
        {
            if (_instance != NoEntry || (_length > 0 && !_hasInstances))
                throw Misplaced();

            int start = _length;
            WriteHeader(TlvKind.ObjectInstance, id, 0, 0);
            _instance = start;
            _hasInstances = true;
        }

        /// <summary>Begins a multiple resource; its instances follow, perhaps none, then <see cref="End"/>.</summary>
        public void BeginMultipleResource(int id)
        {
            RequireResources();
            if (_multiple != NoEntry)
                throw Misplaced();

            int start = _length;
            WriteHeader(TlvKind.MultipleResource, id, 0, 0);
            _multiple = start;
        }

        /// <summary>Ends the container that was begun last.</summary>
        public void End()
        {
            int start = _multiple != NoEntry ? _multiple : _instance;
            if (start == NoEntry)
                throw Misplaced();

            // The header has no length yet: up to 7 goes into the type byte, more into a field that the value makes way for.
            int value = start + ((_buffer[start] & 0x20) != 0 ? 3 : 2);
            int length = _length - value;
            int field = LengthField(length);
            Reserve(field);
            Array.Copy(_buffer, value, _buffer, value + field, length);
            _buffer[start] |= (byte)(field == 0 ? length : field << 3);
            PutNumber(value, field, (ulong)length);
            _length += field;
            if (_multiple != NoEntry)
                _multiple = NoEntry;
            else
                _instance = NoEntry;
        }

        /// <summary>Writes an Integer in 1, 2, 4 or 8 bytes.</summary>
        public void WriteInteger(int id, long value)
        {
            int size = value == (sbyte)value ? 1 : value == (short)value ? 2 : value == (int)value ? 4 : 8;
            PutNumber(BeginValue(id, size), size, (ulong)value);
        }

        /// <summary>Writes an Unsigned Integer in 1, 2, 4 or 8 bytes.</summary>
        public void WriteUnsigned(int id, ulong value)
        {
            int size = value <= byte.MaxValue ? 1 : value <= ushort.MaxValue ? 2 : value <= uint.MaxValue ? 4 : 8;
            PutNumber(BeginValue(id, size), size, value);
        }

        /// <summary>Writes a Boolean.</summary>
        public void WriteBoolean(int id, bool value)
        {
            PutNumber(BeginValue(id, 1), 1, value ? 1UL : 0UL);
        }

        /// <summary>Writes a Float, as binary32 where that holds the value and as binary64 otherwise.</summary>
        public void WriteFloat(int id, double value)
        {
            float single = (float)value;
            if (single == value)
                PutNumber(BeginValue(id, 4), 4, BitConverter.ToUInt32(BitConverter.GetBytes(single), 0));
            else
                PutNumber(BeginValue(id, 8), 8, (ulong)BitConverter.DoubleToInt64Bits(value));
        }

        /// <summary>Writes a Time, in seconds since 1970-01-01T00:00:00Z.</summary>
        public void WriteTime(int id, long value)
        {
            WriteInteger(id, value);
        }

        /// <summary>Writes an Objlnk; 65535 twice is the null link.</summary>
        public void WriteObjectLink(int id, int objectId, int instanceId)
        {
            if (objectId < 0 || objectId > ushort.MaxValue)
                throw new ArgumentOutOfRangeException(nameof(objectId));
            if (instanceId < 0 || instanceId > ushort.MaxValue)
                throw new ArgumentOutOfRangeException(nameof(instanceId));

            PutNumber(BeginValue(id, 4), 4, ((ulong)objectId << 16) | (uint)instanceId);
        }

        /// <summary>Writes a String or Corelnk as UTF-8; NUL and half surrogate pairs have no form there.</summary>
        public void WriteString(int id, string value)
        {
            if (value == null)
                throw new ArgumentNullException(nameof(value));

            char[] chars = value.ToCharArray();
            for (int i = 0; i < chars.Length; i++)
            {
                char c = chars[i];
                if (c >= 0xD800 && c <= 0xDBFF && i + 1 < chars.Length && chars[i + 1] >= 0xDC00 && chars[i + 1] <= 0xDFFF)
                    i++;
                else if (c == 0 || (c >= 0xD800 && c <= 0xDFFF))
                    throw new ArgumentException("not a text", nameof(value));
            }

            WriteOpaque(id, Encoding.UTF8.GetBytes(value));
        }

        /// <summary>Writes bytes as they are.</summary>
        public void WriteOpaque(int id, byte[] value)
        {
            if (value == null)
                throw new ArgumentNullException(nameof(value));

            int at = BeginValue(id, value.Length);
            Array.Copy(value, 0, _buffer, at, value.Length);
        }

        private static InvalidOperationException Misplaced()
        {
            return new InvalidOperationException("misplaced entry");
        }

        private static int LengthField(int length)
        {
            if (length > LongestValue)
                throw new ArgumentOutOfRangeException(nameof(length));
            return length < 8 ? 0 : length < 0x100 ? 1 : length < 0x10000 ? 2 : 3;
        }

        /// <summary>Writes the header of a value of <paramref name="length"/> bytes and returns where the value goes.</summary>
        private int BeginValue(int id, int length)
        {
            TlvKind kind = TlvKind.ResourceInstance;
            if (_multiple == NoEntry)
            {
                RequireResources();
                kind = TlvKind.Resource;
            }

            WriteHeader(kind, id, length, LengthField(length));
            int value = _length;
            _length += length;
            return value;
        }

        private void RequireResources()
        {
            if (_instance == NoEntry && _hasInstances)
                throw Misplaced();
        }

        /// <summary>Writes a header, and makes sure that there is room for the value behind it.</summary>
        private void WriteHeader(TlvKind kind, int id, int length, int field)
        {
            if (id < 0 || id > HighestId)
                throw new ArgumentOutOfRangeException(nameof(id));

            int idSize = id < 0x100 ? 1 : 2;
            Reserve(1 + idSize + field + length);
            int type = ((int)kind << 6) | ((idSize - 1) << 5) | (field == 0 ? length : field << 3);
            int at = _length;
            PutNumber(at++, 1, (ulong)type);
            PutNumber(at, idSize, (ulong)id);
            at += idSize;
            PutNumber(at, field, (ulong)length);
            _length = at + field;
        }

        private void PutNumber(int at, int size, ulong value)
        {
            for (int i = at + size - 1; i >= at; i--)
            {
                _buffer[i] = (byte)value;
                value >>= 8;
            }
        }

        private void Reserve(int count)
        {
            if (count <= _buffer.Length - _length)
                return;
            if (!_grows)
                throw new InvalidOperationException("the buffer is full");

            byte[] larger = new byte[_length + count + _length / 2 + LongestHeader];
            Array.Copy(_buffer, 0, larger, 0, _length);
            _buffer = larger;
        }
    }
}
