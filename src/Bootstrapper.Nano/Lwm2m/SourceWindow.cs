using System;
using System.Runtime.CompilerServices;

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

        /// <summary>Offset behind the last byte that the source has given.</summary>
        public int End;

        private IByteSource _source;
        private int _limit;

        public SourceWindow(int size)
        {
            if (size < 16)
                throw new ArgumentOutOfRangeException(nameof(size));

            Bytes = new byte[size + LongestHeader];
        }

        /// <summary>Gets the largest number of bytes that the window holds at once.</summary>
        public int Size
        {
            get { return Bytes.Length - LongestHeader; }
        }

        /// <summary>Begins with <paramref name="source"/>, never asking it for more than <paramref name="limit"/> bytes.</summary>
        public void Reset(IByteSource source, int limit)
        {
            if (source == null)
                throw new ArgumentNullException(nameof(source));

            _source = source;
            _limit = limit;
            Start = 0;
            Stop = 0;
            End = 0;
        }

        /// <summary>Lets go of the source.</summary>
        public void Release()
        {
            _source = null;
        }

        /// <summary>Sets the offset beyond which the source is never asked for a byte.</summary>
        public void SetLimit(int limit)
        {
            _limit = limit;
            Stop = End == limit ? limit : End - LongestHeader + 1;
        }

        /// <summary>
        /// Moves the window to <paramref name="at"/>, which lies not before <see cref="Start"/>, and takes in
        /// <paramref name="wanted"/> bytes at least, or all that there are up to the limit.
        /// </summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public void Fill(int at, int wanted)
        {
            if (at != End)
                MoveTo(at);
            Start = at;

            int held = End - at;
            int room = _limit - at;
            if (room > Size)
                room = Size;
            if (wanted > room)
                wanted = room;

            // Asks for what there is room for: the source may be a card, where each call is an exchange.
            while (held < wanted)
                held += Ask(Bytes, held, room - held);
            SetLimit(_limit);
        }

        /// <summary>
        /// Copies the bytes from <paramref name="at"/> on, more than the window holds, and leaves it empty behind them.
        /// </summary>
        public void CopyOut(int at, byte[] target)
        {
            int copied = End - at;
            Array.Copy(Bytes, at - Start, target, 0, copied);
            Start = End;
            while (copied < target.Length)
            {
                int read = Ask(target, copied, target.Length - copied);
                copied += read;
                Start += read;
            }

            SetLimit(_limit);
        }

        /// <summary>Moves to the front what is held from <paramref name="at"/> on, having read up to there.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        private void MoveTo(int at)
        {
            // A value that nobody wants goes through the window piece by piece.
            while (End < at)
            {
                Start = End;
                int left = _limit - End;
                Ask(Bytes, 0, left < Size ? left : Size);
            }

            Array.Copy(Bytes, at - Start, Bytes, 0, End - at);
        }

        private int Ask(byte[] buffer, int offset, int count)
        {
            int read = _source.Read(buffer, offset, count);
            if ((uint)(read - 1) >= (uint)count)
                throw Refusal(read);
            End += read;
            return read;
        }

        private Exception Refusal(int read)
        {
            if (read == 0)
                return new ContentException(End, "the file is truncated");
            return new InvalidOperationException("read count out of range");
        }
    }
}
