using System;

namespace Bootstrapper.Modem
{
    /// <summary>
    /// Cuts what arrives on the line into lines, in one fixed buffer. A line ends with CR or LF; empty lines and the
    /// control bytes around a line (NUL around a reset, noise) vanish; of an overlong line the start remains and is marked.
    /// </summary>
    internal sealed class LineBuffer
    {
        // Space that the longest line leaves, so that a read can always take something.
        private const int Reserve = 32;

        /// <summary>The bytes that hold the line found, until the next <see cref="Fill"/>.</summary>
        public readonly byte[] Bytes;

        /// <summary>Where the line starts that <see cref="Next"/> found.</summary>
        public int Offset;

        /// <summary>The length of the line that <see cref="Next"/> found.</summary>
        public int Length;

        /// <summary>Whether that line was longer than the buffer holds and lost its tail.</summary>
        public bool IsOverlong;

        // What the runtime's own search looks for, boxed once.
        private readonly object _carriageReturn = (byte)'\r';
        private readonly object _lineFeed = (byte)'\n';

        private int _lineStart;
        private int _next;
        private int _end;
        private bool _overlong;

        /// <summary>Creates a buffer for lines up to <paramref name="size"/> less 32 bytes.</summary>
        public LineBuffer(int size)
        {
            if (size < 4 * Reserve)
                throw new ArgumentOutOfRangeException(nameof(size));
            Bytes = new byte[size];
        }

        /// <summary>Gets whether the beginning of a line has been read, but not its end.</summary>
        public bool IsInsideLine => _next > _lineStart;

        /// <summary>Reads what has arrived; lines found before are gone.</summary>
        /// <returns>Whether anything had arrived.</returns>
        public bool Fill(ISerialLink link)
        {
            if (_next == _end)
                MoveDown();
            int room = Bytes.Length - _end;
            int count = link.Read(Bytes, _end, room);
            if (count < 0 || count > room)
                throw new InvalidOperationException("read count out of range");
            _end += count;
            return count > 0;
        }

        /// <summary>Finds the next whole line among the bytes that have been read.</summary>
        public bool Next()
        {
            byte[] bytes = Bytes;
            while (_next < _end)
            {
                int start = _lineStart;
                if (_next == start && bytes[start] < 0x20)
                {
                    _next++;
                    _lineStart++;
                    continue;
                }

                // The runtime searches all of a line for less than one step for each of its bytes.
                int count = _end - _next;
                int index = Array.IndexOf(bytes, _carriageReturn, _next, count);
                if (index >= 0)
                    count = index - _next;
                index = Array.IndexOf(bytes, _lineFeed, _next, count);
                int terminator = index >= 0 ? index : _next + count;
                int limit = start + bytes.Length - Reserve;
                int lineEnd = terminator;
                if (lineEnd > limit)
                {
                    lineEnd = limit;
                    _overlong = true;
                }

                if (terminator == _end)
                {
                    _end = lineEnd;
                    _next = lineEnd;
                    return false;
                }

                while (bytes[lineEnd - 1] < 0x20)
                    lineEnd--;
                Offset = start;
                Length = lineEnd - start;
                IsOverlong = _overlong;
                _overlong = false;
                _next = terminator + 1;
                _lineStart = _next;
                return true;
            }

            return false;
        }

        /// <summary>Forgets everything, the beginning of a line included.</summary>
        public void Clear()
        {
            _next = 0;
            _end = 0;
            _lineStart = 0;
            _overlong = false;
        }

        private void MoveDown()
        {
            int length = _end - _lineStart;
            Array.Copy(Bytes, _lineStart, Bytes, 0, length);
            _lineStart = 0;
            _next = length;
            _end = length;
        }
    }
}
