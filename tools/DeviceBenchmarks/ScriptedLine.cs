using Bootstrapper.Modem;

namespace Bootstrapper.Benchmarks.Device
{
    /// <summary>
    /// A line that notes the answers of a modem, and gives them once more with as little work as can be: in pieces, as a serial
    /// port has them that is looked at every 5 ms at 115200 baud, and nothing in between.
    /// </summary>
    public sealed class ScriptedLine : ISerialLink
    {
        private const int Piece = 57;

        private readonly ISerialLink _modem;
        private readonly byte[][] _answers;
        private readonly byte[] _buffer = new byte[600];
        private byte[] _answer = new byte[0];
        private int _offset;
        private int _count;
        private bool _isReplaying;
        private bool _isBetween;

        /// <summary>Creates the line to a modem that answers <paramref name="capacity"/> commands at the most.</summary>
        public ScriptedLine(ISerialLink modem, int capacity)
        {
            _modem = modem;
            _answers = new byte[capacity][];
        }

        /// <summary>Begins to give the answers once more.</summary>
        public void Replay()
        {
            _isReplaying = true;
            _count = 0;
        }

        /// <inheritdoc/>
        public int Read(byte[] buffer, int offset, int count)
        {
            // Every other time there is nothing yet.
            _isBetween = !_isBetween;
            if (_isBetween)
                return 0;
            int left = _answer.Length - _offset;
            int read = count < left ? count : left;
            if (read > Piece)
                read = Piece;
            System.Array.Copy(_answer, _offset, buffer, offset, read);
            _offset += read;
            return read;
        }

        /// <inheritdoc/>
        public void Write(byte[] buffer, int offset, int count)
        {
            if (!_isReplaying)
            {
                _modem.Write(buffer, offset, count);
                int length = _modem.Read(_buffer, 0, _buffer.Length);
                byte[] answer = new byte[length];
                System.Array.Copy(_buffer, 0, answer, 0, length);
                _answers[_count] = answer;
            }

            _answer = _answers[_count++];
            _offset = 0;
            _isBetween = false;
        }
    }
}
