using System;

namespace Bootstrapper.Lwm2m
{
    /// <summary>
    /// Reads OMA TLV (LwM2M TS 7.4.5) entry by entry through a fixed window, whatever the length of the whole. Made once
    /// and reused: neither <see cref="Reset"/> nor <see cref="Read"/> nor the numbers' getters allocate.
    /// </summary>
    /// <remarks>
    /// <para>
    /// An entry is a type byte, an identifier, a length and the value:
    /// </para>
    /// <code>
    /// type 7-6   00 Object Instance, 01 Resource Instance, 10 multiple Resource, 11 Resource
    /// type 5     identifier of 1 byte (0) or 2 (1)
    /// type 4-3   length field of 0, 1, 2 or 3 bytes
    /// type 2-0   the length where there is no length field, ignored otherwise
    /// </code>
    /// <para>
    /// <see cref="Read"/> and the getters throw <see cref="ContentException"/> for bytes that are not right. Its offset is
    /// that of the byte itself where one byte is wrong: an identifier, a kind where it must not stand (the type byte), a
    /// Boolean other than 00 and 01, the first byte of what is no UTF-8, the end of a truncated file. It is that of the
    /// entry where the entry does not fit: into its parent, or its length to its type. A getter that throws leaves the
    /// reader where it was; after a <see cref="Read"/> that throws there is no current entry.
    /// </para>
    /// <para>
    /// Where there is no current entry its properties have no meaning, and asking for its value is an
    /// <see cref="InvalidOperationException"/>, as it is for a container.
    /// </para>
    /// </remarks>
    public sealed partial class TlvReader
    {
        private const int None = 0x200; // no type byte: before the first entry, after the last
        private const int Leaf = 0x40; // the bit of a type byte that a kind with a value has set
        private const int ReservedId = 65535; // MAX_ID, LwM2M TS 7.3

        // What may stand where the next entry begins. Bits 3-0: bit k for an entry of kind k. Bits 7-4 are those that the type
        // byte of a plain value has there, with one byte of identifier and at most one of length; bit 8 is set where no value
        // may stand.
        private const int Plain = 0x1F0;
        private const int NoValue = 0x100;
        private const int Undecided = NoValue; // decided by the first entry
        private const int InstancesOnly = (1 << (int)TlvKind.ObjectInstance) | NoValue;
        private const int ResourceInstancesOnly = (1 << (int)TlvKind.ResourceInstance) | ((int)TlvKind.ResourceInstance << 6);
        private const int ResourcesOnly =
            (1 << (int)TlvKind.Resource) | (1 << (int)TlvKind.MultipleResource) | ((int)TlvKind.Resource << 6);

        private readonly SourceWindow _window;
        private readonly byte[] _bytes; // the window's, for each Read a look-up less

        // Where the next entry begins, and where what holds it ends: the whole, an Object Instance, the innermost container.
        private int _next;
        private int _end;
        private int _instanceEnd;
        private int _levelEnd;
        private int _stop; // where there is more to do than to decode a header: the level's end, or the window's
        private int _allowed;

        // The current entry.
        private int _type = None;
        private int _identifier;
        private int _instanceId;
        private int _multipleId;
        private int _valueOffset;
        private int _taken; // offset behind what ReadValue handed out, of this entry or of one before it
        private byte[] _whole; // the value, where a getter had to have more of it than the window holds

        /// <summary>Creates a reader with a window of <paramref name="windowSize"/> bytes, at least 16.</summary>
        public TlvReader(int windowSize = 256)
            : this(new SourceWindow(windowSize))
        {
        }

        internal TlvReader(SourceWindow window)
        {
            _window = window;
            _bytes = window.Bytes;
        }

        /// <summary>Gets the kind of the current entry.</summary>
        public TlvKind Kind
        {
            get { return (TlvKind)(_type >> 6); }
        }

        /// <summary>Gets the identifier of the current entry, 0..65534.</summary>
        public int Identifier
        {
            get { return _identifier; }
        }

        /// <summary>Gets the length of the current entry's value in bytes.</summary>
        public int Length
        {
            get { return (IsLeaf ? _next : _levelEnd) - _valueOffset; }
        }

        /// <summary>Gets the offset in the file of the current entry's type byte.</summary>
        public int Offset
        {
            get { return _valueOffset - 2 - ((_type >> 5) & 1) - ((_type >> 3) & 3); }
        }

        /// <summary>Gets the offset in the file of the current entry's value.</summary>
        public int ValueOffset
        {
            get { return _valueOffset; }
        }

        /// <summary>Gets the Object Instance ID that the current entry has or stands in, -1 where there is none.</summary>
        public int InstanceId
        {
            get { return _type == None ? -1 : _instanceId; }
        }

        /// <summary>Gets the Resource ID that the current entry has or stands in, -1 where there is none.</summary>
        public int ResourceId
        {
            get
            {
                switch (_type >> 6)
                {
                    case (int)TlvKind.Resource:
                    case (int)TlvKind.MultipleResource:
                        return _identifier;
                    case (int)TlvKind.ResourceInstance:
                        return _multipleId;
                    default:
                        return -1;
                }
            }
        }

        /// <summary>Gets the number of bytes of the current entry's value that are not read yet, 0 for a container.</summary>
        public int Remaining
        {
            get { return IsLeaf ? _next - Unread : 0; }
        }

        /// <summary>Gets whether <see cref="Read"/> has returned false, and so the whole is known to be right.</summary>
        internal bool IsAtEnd
        {
            get { return _type == None && _next == _end && _end <= _window.End; }
        }

        private bool IsLeaf
        {
            get { return (_type & Leaf) != 0; }
        }

        private int Unread
        {
            get { return _taken > _valueOffset ? _taken : _valueOffset; }
        }

        /// <summary>
        /// Begins with <paramref name="length"/> bytes of TLV, never asking <paramref name="source"/> for more. They are
        /// Object Instances, or the resources of one. Offsets count from 0.
        /// </summary>
        public void Reset(IByteSource source, int length)
        {
            if (length < 0)
                throw new ArgumentOutOfRangeException(nameof(length));

            _window.Reset(source, length);
            Clear(length, Undecided);
        }

        /// <summary>
        /// Moves to the next entry, depth first: after a container comes what it holds. Skips what is unread of a value.
        /// </summary>
        /// <returns>Whether there was one; false at the end.</returns>
        public bool Read()
        {
            int at = _next;
            if (at >= _stop)
                return ReadAcross(at);

            // What nearly every entry is, is read here at once: a value of less than 256 bytes with the shortest identifier.
            byte[] bytes = _bytes;
            int index = at - _window.Start;
            int type = bytes[index];
            if (((type ^ _allowed) & Plain) != 0)
                return ReadAny(at);

            int identifier = bytes[index + 1];
            int value = at + 2;
            int valueEnd;
            if ((type & 8) == 0)
            {
                valueEnd = value + (type & 7);
            }
            else
            {
                value++;
                valueEnd = value + bytes[index + 2];
            }

            if ((uint)valueEnd > (uint)_levelEnd)
                return ReadAny(at);

            _next = valueEnd;
            _type = type;
            _identifier = identifier;
            _valueOffset = value;
            return true;
        }

        /// <summary>Reads an entry of any form, or refuses it; its header is in the window.</summary>
        private bool ReadAny(int at)
        {
            SourceWindow window = _window;
            byte[] bytes = _bytes;
            int index = at - window.Start;
            int type = bytes[index++];
            int identifier = bytes[index++];
            if ((type & 0x20) != 0)
                identifier = (identifier << 8) | bytes[index++];

            int length;
            int size = type & 0x18;
            if (size == 0)
            {
                length = type & 7;
            }
            else
            {
                length = bytes[index++];
                for (; size > 8; size -= 8)
                    length = (length << 8) | bytes[index++];
            }

            // As unsigned, for near 2^31 the sum wraps. A header that its parent cuts short is found here as well.
            int value = window.Start + index;
            int valueEnd = value + length;
            int kind = type >> 6;
            if ((uint)valueEnd > (uint)_levelEnd || identifier == ReservedId || ((_allowed >> kind) & 1) == 0)
                throw Refusal(at, identifier, valueEnd);

            _type = type;
            _identifier = identifier;
            _valueOffset = value;
            if ((kind & 1) != 0)
            {
                _next = valueEnd;
                return true;
            }

            _next = value;
            _levelEnd = valueEnd;
            _stop = valueEnd < window.Stop ? valueEnd : window.Stop;
            if (kind == (int)TlvKind.ObjectInstance)
            {
                _instanceId = identifier;
                _instanceEnd = valueEnd;
                _allowed = ResourcesOnly;
            }
            else
            {
                _multipleId = identifier;
                _allowed = ResourceInstancesOnly;
            }

            return true;
        }

        /// <summary>Forgets what it read before, as the window begins with another source; there is no entry to read.</summary>
        internal void Clear()
        {
            Clear(0, InstancesOnly);
        }

        private void Clear(int length, int allowed)
        {
            Begin(0, length, allowed);
            _instanceId = -1;
            _taken = 0;
            _whole = null;
        }

        /// <summary>Begins with the Object Instances of a record further on in the same source.</summary>
        internal void BeginInstances(int offset, int length)
        {
            Begin(offset, length, InstancesOnly);
        }

        private void Begin(int offset, int length, int allowed)
        {
            _next = offset;
            _end = offset + length;
            _instanceEnd = _end;
            _levelEnd = _end;
            _stop = 0;
            _allowed = allowed;
            _type = None;
        }

        /// <summary>Reads on where containers end, or where the next header is not in the window.</summary>
        private bool ReadAcross(int at)
        {
            SourceWindow window = _window;
            if (at == _levelEnd)
            {
                if (at == _end)
                {
                    _type = None;
                    _whole = null;

                    // The last value is skipped, but it must be there.
                    if (at > window.End)
                        window.Fill(at, 0);
                    return false;
                }

                if (at == _instanceEnd)
                {
                    _levelEnd = _end;
                    _allowed = InstancesOnly;
                }
                else
                {
                    // The end of a multiple resource; without an Object Instance around it, _instanceEnd is the end of the whole.
                    _levelEnd = _instanceEnd;
                    _allowed = ResourcesOnly;
                }
            }

            if (at >= window.Stop)
            {
                _type = None;
                _whole = null;
                window.Fill(at, SourceWindow.LongestHeader);
            }

            // LwM2M TS 7.4.5: the Object Instance around resources may be left out where the path of the whole names it.
            if (_allowed == Undecided)
                _allowed = window.Bytes[at - window.Start] < 1 << 6 ? InstancesOnly : ResourcesOnly;
            _stop = _levelEnd < window.Stop ? _levelEnd : window.Stop;
            return ReadAny(at);
        }

        // LwM2M TS 7.4.5: a multiple resource holds resource instances, an Object Instance holds resources.
        private ContentException Refusal(int at, int identifier, int valueEnd)
        {
            _type = None;
            if ((uint)valueEnd > (uint)_levelEnd)
                return new ContentException(at, "the entry overruns what holds it");
            return identifier == ReservedId
                ? new ContentException(at + 1, "identifier 65535 is reserved")
                : new ContentException(at, "misplaced entry");
        }
    }
}
