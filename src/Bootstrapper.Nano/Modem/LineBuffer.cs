using System;

namespace Bootstrapper.Modem
{
    /// <summary>
    /// Cuts what arrives on the line into lines, in one fixed buffer. A line ends with CR or LF; empty lines and
    /// control bytes (NUL around a reset, noise) vanish; of an overlong line the start remains and is marked.
    /// </summary>
    internal sealed class LineBuffer
    {
        // Space that the longest line leaves, so that a read can always take something.
        private const int Reserve = 32;

        // Each byte of a long: 0x20, and its highest bit.
        private const long Spaces = 0x2020202020202020;
        private const long HighBits = unchecked((long)0x8080808080808080);

        /// <summary>The bytes that hold the line found, until the next <see cref="Fill"/>.</summary>
        public readonly byte[] Bytes;

        /// <summary>Where the line starts that <see cref="Next"/> found.</summary>
        public int Offset;

        /// <summary>The length of the line that <see cref="Next"/> found.</summary>
        public int Length;

        /// <summary>Whether that line was longer than the buffer holds and lost its tail.</summary>
        public bool IsOverlong;

        private int _lineStart;
        private int _lineEnd;
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
        public bool IsInsideLine => _lineEnd > _lineStart;

        /// <summary>Reads what has arrived; lines found before are gone.</summary>
        /// <returns>Whether anything had arrived.</returns>
        public bool Fill(ISerialLink link)
        {
            // A line that fills the buffer from its start on would be copied onto itself.
            if (_next == _end && (_lineStart > 0 || _lineEnd < _end))
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
            int end = _end;
            int next = _next;
            int lineEnd = _lineEnd;
            int lineLimit = _lineStart + bytes.Length - Reserve;
            bool hasSkipped = false;
            while (next < end)
            {
                byte b = bytes[next++];
                if (b >= 0x20)
                {
                    if (lineEnd >= lineLimit)
                        _overlong = true;
                    else
                        bytes[lineEnd++] = b;

                    // Once a line: what it can't go over is followed by single steps.
                    if (lineEnd == next && !hasSkipped)
                    {
                        next = AfterText(next, end < lineLimit ? end : lineLimit);
                        lineEnd = next;
                        hasSkipped = true;
                    }
                }
                else if (b == '\r' || b == '\n')
                {
                    Offset = _lineStart;
                    Length = lineEnd - _lineStart;
                    IsOverlong = _overlong;
                    _overlong = false;
                    _lineStart = next;
                    lineEnd = next;
                    lineLimit = next + bytes.Length - Reserve;
                    hasSkipped = false;
                    if (Length > 0)
                    {
                        _next = next;
                        _lineEnd = next;
                        return true;
                    }
                }
            }

            _next = next;
            _lineEnd = lineEnd;
            return false;
        }

        /// <summary>Forgets everything, the beginning of a line included.</summary>
        public void Clear()
        {
            _next = 0;
            _end = 0;
            _lineStart = 0;
            _lineEnd = 0;
            _overlong = false;
        }

        // Gets to where one among the next eight bytes vanishes or ends the line, or else to the end; nowhere if there are
        // fewer than eight.
        private int AfterText(int next, int end)
        {
            byte[] bytes = Bytes;
            int last = end - 8;
            if (next > last)
                return next;
            while (true)
            {
                // A byte below 0x20 borrows from its highest bit.
                long eight = BitConverter.ToInt64(bytes, next);
                if (((eight - Spaces) & ~eight & HighBits) != 0)
                    return next;
                if (next == last)
                    return end;

                // The last eight are not always the next eight: some of them may be looked at twice.
                next += 8;
                if (next > last)
                    next = last;
            }
        }

        private void MoveDown()
        {
            int length = _lineEnd - _lineStart;
            Array.Copy(Bytes, _lineStart, Bytes, 0, length);
            _lineStart = 0;
            _lineEnd = length;
            _next = length;
            _end = length;
        }
    }
}
