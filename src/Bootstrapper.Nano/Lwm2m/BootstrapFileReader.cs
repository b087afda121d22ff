using System;

namespace Bootstrapper.Lwm2m
{
    /// <summary>
    /// Reads EF LwM2M_Bootstrap (LwM2M TS Appendix G) object by object through a fixed window. Made once and reused; it
    /// allocates nothing while it reads.
    /// </summary>
    /// <remarks>
    /// <para>
    /// All numbers are big endian:
    /// </para>
    /// <code>
    /// file     object count (2), size of all records (2), the records, then whatever the card has as padding
    /// record   Object ID (2), version (1 or 2), length of the payload (2), the payload
    /// version  00, or major 01..FF and minor 00..FF
    /// payload  the Object Instances as OMA TLV
    /// </code>
    /// <para>
    /// The source is asked for nothing beyond the last record. What is wrong ends in a <see cref="ContentException"/>,
    /// whose offset is that of the record, or as <see cref="TlvReader"/> says.
    /// </para>
    /// </remarks>
    public sealed class BootstrapFileReader
    {
        private const int FileHeader = 4;
        private const int ShortestRecord = 5;
        private const int Erased = 0xFFFF;
        private const int ReservedId = 65535; // MAX_ID, LwM2M TS 7.3

        private readonly SourceWindow _window;
        private bool _isOpen;
        private int _end;
        private int _next;
        private int _left;
        private int _objectCount;
        private int _objectId;
        private int _majorVersion;
        private int _minorVersion;
        private int _length;
        private int _offset;
        private readonly TlvReader _tlv;

        /// <summary>Creates a reader with a window of <paramref name="windowSize"/> bytes, at least 16.</summary>
        public BootstrapFileReader(int windowSize = 256)
        {
            _window = new SourceWindow(windowSize);
            _tlv = new TlvReader(_window);
        }

        /// <summary>Gets the number of objects that the header announces, 0 for a blank file.</summary>
        public int ObjectCount => _objectCount;

        /// <summary>Gets the size of all records in bytes; the file's content is 4 more. 0 for a blank file.</summary>
        public int Size => _end - FileHeader;

        /// <summary>Gets the Object ID of the current record, 0..65534.</summary>
        public int ObjectId => _objectId;

        /// <summary>Gets whether the current record states the object's version.</summary>
        public bool HasVersion
        {
            get { return MajorVersion != 0; }
        }

        /// <summary>Gets the major version of the current record's object, 1..255, or 0 when it is implicit.</summary>
        public int MajorVersion => _majorVersion;

        /// <summary>Gets the minor version of the current record's object, 0..255, or 0 when it is implicit.</summary>
        public int MinorVersion => _minorVersion;

        /// <summary>Gets the length of the current record's payload in bytes.</summary>
        public int Length => _length;

        /// <summary>Gets the offset in the file of the current record's header.</summary>
        public int Offset => _offset;

        /// <summary>
        /// Gets the reader of the current record's Object Instances. It is one and the same for all records, stands before
        /// the first entry of each, and belongs to this reader: do not reset it. Its offsets count from the start of the file.
        /// </summary>
        public TlvReader Tlv => _tlv;

        /// <summary>Begins with the first byte of <paramref name="source"/> and reads the file's header.</summary>
        /// <returns>False for a blank file, which reads FF throughout: the card was never personalised.</returns>
        public bool Open(IByteSource source)
        {
            _isOpen = false;
            _objectCount = 0;
            _left = 0;
            _next = FileHeader;
            _end = FileHeader;
            _window.Reset(source, FileHeader);
            Tlv.Clear();
            _window.Fill(0, FileHeader);
            byte[] bytes = _window.Bytes;
            int count = (bytes[0] << 8) | bytes[1];
            int size = (bytes[2] << 8) | bytes[3];
            _isOpen = true;
            if (count == Erased && size == Erased)
                return false;

            _objectCount = count;
            _left = count;
            _end = FileHeader + size;
            _window.SetLimit(_end);
            return true;
        }

        /// <summary>Lets go of the source; no file is open then.</summary>
        internal void Close()
        {
            _isOpen = false;
            _window.Release();
        }

        /// <summary>
        /// Moves to the next record. What is unread of the current one is read over, and must be right all the same.
        /// </summary>
        /// <returns>Whether there was one; false after the last, when count and size of the file's header agree.</returns>
        public bool ReadObject()
        {
            if (!_isOpen)
                throw new InvalidOperationException("no file is open");

            while (!Tlv.IsAtEnd)
                Tlv.Read();

            int at = _next;
            if (_left == 0)
            {
                if (at != _end)
                    throw new ContentException(at, "the last object ends before the file");
                return false;
            }

            if (at == _end)
                throw new ContentException(at, "fewer objects than announced");
            if (at >= _window.Stop)
                _window.Fill(at, SourceWindow.LongestHeader);

            byte[] bytes = _window.Bytes;
            int index = at - _window.Start;
            int objectId = (bytes[index] << 8) | bytes[index + 1];

            // LwM2M TS Appendix G: one byte 00 for the implicit version, otherwise major and minor.
            int major = bytes[index + 2];
            int minor = 0;
            int payload = at + ShortestRecord;
            if (major != 0)
            {
                minor = bytes[index + 3];
                index++;
                payload++;
            }

            int length = (bytes[index + 3] << 8) | bytes[index + 4];
            if (length > _end - payload)
                throw new ContentException(at, "an entry overruns the file");
            if (objectId == ReservedId)
                throw new ContentException(at, "identifier 65535 is reserved");

            _offset = at;
            _objectId = objectId;
            _majorVersion = major;
            _minorVersion = minor;
            _length = length;
            Tlv.BeginInstances(payload, length);
            _next = payload + length;
            _left--;
            return true;
        }
    }
}
