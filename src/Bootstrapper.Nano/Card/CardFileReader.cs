using System;

namespace Bootstrapper.Card
{
    /// <summary>Reads a transparent file, or the part of it that a path names, from front to back.</summary>
    /// <remarks>
    /// Every chunk is served from the buffer that it arrived in: no command may go to the card's files between two reads.
    /// </remarks>
    public sealed class CardFileReader : IByteSource
    {
        /// <summary>The <see cref="Piece"/> that is as long as a chunk.</summary>
        internal const int WholeChunk = 255;

        /// <summary>
        /// How much to ask for in the next command, if no more is wanted; in those behind it, just what is wanted. Whole
        /// chunks, to which <see cref="Open"/> sets it, stay that.
        /// </summary>
        internal int Piece;

        private readonly ICardFiles _files;
        private int _chunkSize;
        private int _position;
        private int _end;
        private int _chunkOffset;
        private int _chunkLength;
        private int _start;
        private int _headLength;
        private int _headSum;
        private bool _isChanged;

        /// <summary>Creates the reader.</summary>
        /// <param name="files">The card's files, one of which is open whenever <see cref="Read"/> is called.</param>
        /// <param name="chunkSize">The most bytes to ask for in one command, 1 to 255.</param>
        public CardFileReader(ICardFiles files, int chunkSize)
        {
            _files = files;
            ChunkSize = chunkSize;
        }

        /// <summary>Gets or sets the most bytes to ask for in one command, 1 to 255.</summary>
        public int ChunkSize
        {
            get
            {
                return _chunkSize;
            }

            set
            {
                if (value < 1 || value > 255)
                    throw new ArgumentOutOfRangeException(nameof(value));
                _chunkSize = value;
            }
        }

        /// <summary>Gets the offset in the file that the next byte comes from.</summary>
        public int Position => _position - _chunkLength;

        /// <summary>Opens the file and goes to the beginning of what the path names.</summary>
        /// <param name="path">The path.</param>
        /// <param name="name">The file's name in messages.</param>
        /// <param name="asksForSize">
        /// Whether the card is asked for the file's size; if not, no more may be read than the file is sure to have.
        /// </param>
        /// <returns>False if there is no such file.</returns>
        public bool Open(CardPath path, string name, bool asksForSize = true)
        {
            if (!_files.Open(path.Octets, name, asksForSize))
                return false;
            Piece = WholeChunk;
            _position = path.Index;
            _end = path.Length == CardPath.WholeFile || path.Length > int.MaxValue - path.Index
                ? int.MaxValue
                : path.Index + path.Length;
            _chunkLength = 0;
            _start = path.Index;
            _headLength = 0;
            _isChanged = false;
            return true;
        }

        /// <summary>
        /// Tells whether the beginning of what was read still is what it was: a file that is written while it is read over
        /// several commands is neither the old nor the new one. What has not been read yet is left out.
        /// </summary>
        public bool IsUnchanged()
        {
            // One command reads all of its bytes at a time.
            if (_position <= _start + _headLength)
                return true;
            _chunkLength = 0;
            _end = _position;
            if (!_isChanged)
                _isChanged = _files.ReadBinary(_start, _headLength) != _headLength || Sum(_headLength) != _headSum;
            return !_isChanged;
        }

        /// <inheritdoc/>
        public int Read(byte[] buffer, int offset, int count)
        {
            if (!Fill(count))
                return 0;
            int read = count < _chunkLength ? count : _chunkLength;
            Array.Copy(_files.Buffer, _chunkOffset, buffer, offset, read);
            _chunkOffset += read;
            _chunkLength -= read;
            return read;
        }

        /// <summary>Leaves bytes out, without reading those that have not been read yet.</summary>
        public void Skip(int count)
        {
            if (count <= _chunkLength)
            {
                _chunkOffset += count;
                _chunkLength -= count;
                return;
            }

            count -= _chunkLength;
            _chunkLength = 0;
            _position = count > _end - _position ? _end : _position + count;
        }

        private bool Fill(int wanted)
        {
            if (_chunkLength > 0)
                return true;
            int left = _end - _position;
            if (left <= 0)
                return false;
            if (wanted < Piece)
                wanted = Piece;
            if (wanted > _chunkSize)
                wanted = _chunkSize;
            if (Piece < WholeChunk)
                Piece = 1;
            int read = _files.ReadBinary(_position, left < wanted ? left : wanted);
            _chunkOffset = 0;
            _chunkLength = read;
            _position += read;
            if (_headLength == 0)
            {
                _headLength = read;
                _headSum = Sum(read);
            }

            // The end is where the card has none any more; it isn't asked again.
            if (read == 0)
                _end = _position;
            return read > 0;
        }

        private int Sum(int length)
        {
            byte[] buffer = _files.Buffer;
            int sum = length;
            for (int i = 0; i < length; i++)
                sum = (sum * 31) + buffer[i];
            return sum;
        }
    }
}
