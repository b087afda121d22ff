using System;

namespace Bootstrapper.Card
{
    /// <summary>Reads a transparent file, or the part of it that a path names, from front to back.</summary>
    /// <remarks>
    /// Every chunk is served from the buffer that it arrived in: no command may go to the card's files between two reads.
    /// </remarks>
    public sealed class CardFileReader : IByteSource
    {
        private readonly ICardFiles _files;
        private readonly int _chunkSize;
        private int _position;
        private int _end;
        private int _chunkOffset;
        private int _chunkLength;

        /// <summary>Creates the reader.</summary>
        /// <param name="files">The card's files, one of which is open whenever <see cref="Read"/> is called.</param>
        /// <param name="chunkSize">The most bytes to ask for in one command, 1 to 255.</param>
        public CardFileReader(ICardFiles files, int chunkSize)
        {
            _files = files;
            if (chunkSize < 1 || chunkSize > 255)
                throw new ArgumentOutOfRangeException(nameof(chunkSize));
            _chunkSize = chunkSize;
        }

        /// <summary>Gets the offset in the file that the next byte comes from.</summary>
        public int Position => _position - _chunkLength;

        /// <summary>Opens the file and goes to the beginning of what the path names.</summary>
        /// <param name="path">The path.</param>
        /// <param name="name">The file's name in messages.</param>
        /// <returns>False if there is no such file.</returns>
        public bool Open(CardPath path, string name)
        {
            if (!_files.Open(path.Octets, name))
                return false;
            _position = path.Index;
            _end = path.Length == CardPath.WholeFile || path.Length > int.MaxValue - path.Index
                ? int.MaxValue
                : path.Index + path.Length;
            _chunkLength = 0;
            return true;
        }

        /// <inheritdoc/>
        public int Read(byte[] buffer, int offset, int count)
        {
            if (!Fill())
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

        private bool Fill()
        {
            if (_chunkLength > 0)
                return true;
            int left = _end - _position;
            if (left <= 0)
                return false;
            int read = _files.ReadBinary(_position, left < _chunkSize ? left : _chunkSize);
            _chunkOffset = 0;
            _chunkLength = read;
            _position += read;

            // The end is where the card has none any more; it isn't asked again.
            if (read == 0)
                _end = _position;
            return read > 0;
        }
    }
}
