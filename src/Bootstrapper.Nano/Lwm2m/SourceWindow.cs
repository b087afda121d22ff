using System;

namespace Bootstrapper.Lwm2m
{
    /// <summary>
    /// A fixed window that moves forward over a source. Its readers work on <see cref="Bytes"/> themselves, so that
    /// there is no call a byte. All offsets count from the start of the file.
    /// </summary>
    internal sealed class SourceWindow
    {
        /// <summary>The longest header of a TLV entry, and of an object's record: what a reader may look at unasked.</summary>
        public const int LongestHeader = 6;

        /// <summary>
        /// The window. It is a header longer than what it takes in: near the end of the file a reader may look at bytes
        /// that are none, before it finds that the header does not fit.
        /// </summary>
        public readonly byte[] Bytes;

        /// <summary>Offset of the first byte of <see cref="Bytes"/>.</summary>
        public int Start;

        /// <summary>Offset from where on the window may not hold a whole header without a <see cref="Fill"/>.</summary>
        public int Stop;

        private readonly int _size;
        private IByteSource _source;
        private int _end;
        private int _limit;

        public SourceWindow(int size)
        {
            if (size < 16)
                throw new ArgumentOutOfRangeException(nameof(size));

            _size = size;
            Bytes = new byte[size + LongestHeader];
        }

        /// <summary>Gets the largest number of bytes that the window holds at once.</summary>
        public int Size
        {
            get { return _size; }
        }

        /// <summary>Gets the offset behind the last byte that the source has given.</summary>
        public int End
        {
            get { return _end; }
        }

        /// <summary>Begins with <paramref name="source"/> and never asks it for more than <paramref name="limit"/>.</summary>
        public void Reset(IByteSource source, int limit)
        {
            if (source == null)
                throw new ArgumentNullException(nameof(source));

            _source = source;
            Start = 0;
            _end = 0;
            SetLimit(limit);
        }

        /// <summary>Sets the offset beyond which the source is never asked for a byte.</summary>
        public void SetLimit(int limit)
        {
            _limit = limit;
            Stop = _end == limit ? limit : _end - LongestHeader + 1;
        }

        /// <summary>
        /// Moves the window to <paramref name="at"/>, which lies not before <see cref="Start"/>, and takes in
        /// <paramref name="wanted"/> bytes at least, or all that there are up to the limit.
        /// </summary>
        public void Fill(int at, int wanted)
        {
            // A value that nobody wants goes through the window piece by piece.
            while (_end < at)
            {
                Start = _end;
                Fetch();
            }

            if (_end > at)
                Array.Copy(Bytes, at - Start, Bytes, 0, _end - at);
            Start = at;
            int needed = wanted < _limit - at ? at + wanted : _limit;
            while (_end < needed)
                Fetch();
            SetLimit(_limit);
        }

        /// <summary>
        /// Copies the bytes from <paramref name="at"/> on, more than the window holds, and leaves it empty behind them.
        /// </summary>
        public void CopyOut(int at, byte[] target)
        {
            int copied = _end - at;
            Array.Copy(Bytes, at - Start, target, 0, copied);
            Start = _end;
            while (copied < target.Length)
            {
                int read = Ask(target, copied, target.Length - copied);
                copied += read;
                Start += read;
            }

            SetLimit(_limit);
        }

        /// <summary>Asks the source once for what there is room for: it may be a card, where each call is an exchange.</summary>
        private void Fetch()
        {
            int held = _end - Start;
            int room = _size - held;
            int left = _limit - _end;
            Ask(Bytes, held, room < left ? room : left);
        }

        private int Ask(byte[] buffer, int offset, int count)
        {
            int read = _source.Read(buffer, offset, count);
            if (read == 0)
                throw new ContentException(_end, "the file is truncated");
            if (read < 0 || read > count)
                throw new InvalidOperationException("a source returned another number of bytes than it was asked for");
            _end += read;
            return read;
        }
    }
}
