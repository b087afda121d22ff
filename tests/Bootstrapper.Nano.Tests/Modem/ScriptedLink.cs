using System;
using System.Collections;
using System.Text;
using Bootstrapper.Modem;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Bootstrapper.Tests.Modem
{
    /// <summary>A modem that follows a transcript: command lines, in order, and the bytes that it sends for each.</summary>
    public sealed class ScriptedLink : ISerialLink
    {
        private readonly IClock _clock;
        private readonly ArrayList _commands = new ArrayList();
        private readonly ArrayList _replies = new ArrayList();
        private readonly ArrayList _arriving = new ArrayList();
        private readonly byte[] _written = new byte[600];
        private int _writtenLength;
        private int _nextCommand;
        private int _nextPiece;
        private int _delivered;
        private bool _isPause;

        /// <summary>Creates a modem without a transcript.</summary>
        public ScriptedLink(IClock clock)
        {
            _clock = clock;
        }

        /// <summary>Gets or sets the most bytes that one read returns.</summary>
        public int BytesPerRead { get; set; } = int.MaxValue;

        /// <summary>Gets or sets after how many bytes in all one read finds nothing; -1 for never.</summary>
        public int PauseAt { get; set; } = -1;

        /// <summary>Gets or sets whether every other read finds nothing.</summary>
        public bool IsSlow { get; set; }

        /// <summary>Gets whether every command came and every byte was read.</summary>
        public bool IsConsumed =>
            _nextCommand == _commands.Count && _nextPiece == _arriving.Count && _writtenLength == 0;

        /// <summary>Adds a command line, without its CR, and what the modem sends for it at once.</summary>
        public void Expect(string command, string reply)
        {
            Expect(command, Encoding.UTF8.GetBytes(reply), 0);
        }

        /// <summary>Adds a command line and what the modem sends for it after a while.</summary>
        public void Expect(string command, byte[] reply, int delay)
        {
            _commands.Add(command);
            _replies.Add(new Piece(reply, delay));
        }

        /// <summary>Adds an APDU over AT+CSIM and its response with status word, both in hex.</summary>
        public void ExpectApdu(string command, string response)
        {
            Expect(Csim.Command(command), Csim.Reply(response));
        }

        /// <summary>Lets the modem send something now that nobody asked for.</summary>
        public void Arrive(string text)
        {
            Arrive(Encoding.UTF8.GetBytes(text), 0);
        }

        /// <summary>Lets the modem send something after a while that nobody asked for.</summary>
        public void Arrive(byte[] bytes, int delay)
        {
            _arriving.Add(new Piece(bytes, _clock.Milliseconds + delay));
        }

        /// <inheritdoc/>
        public int Read(byte[] buffer, int offset, int count)
        {
            Assert.IsTrue(count > 0, "a read of no bytes");
            Assert.IsTrue(offset >= 0 && count <= buffer.Length - offset, "a read outside its buffer");
            if (PauseAt == _delivered)
            {
                PauseAt = -1;
                return 0;
            }

            _isPause = IsSlow && !_isPause;
            if (_isPause || _nextPiece == _arriving.Count)
                return 0;
            Piece piece = (Piece)_arriving[_nextPiece];
            if (piece.Time > _clock.Milliseconds)
                return 0;

            int read = Smaller(Smaller(count, BytesPerRead), piece.Bytes.Length - piece.Position);
            if (PauseAt > _delivered)
                read = Smaller(read, PauseAt - _delivered);
            Array.Copy(piece.Bytes, piece.Position, buffer, offset, read);
            piece.Position += read;
            _delivered += read;
            if (piece.Position == piece.Bytes.Length)
                _nextPiece++;
            return read;
        }

        /// <inheritdoc/>
        public void Write(byte[] buffer, int offset, int count)
        {
            for (int i = 0; i < count; i++)
            {
                byte b = buffer[offset + i];
                if (b == '\r')
                    Answer();
                else
                    _written[_writtenLength++] = b;
            }
        }

        private void Answer()
        {
            string command = Encoding.UTF8.GetString(_written, 0, _writtenLength);
            _writtenLength = 0;
            Assert.IsTrue(_nextCommand < _commands.Count, "no further command expected: " + command);
            Assert.AreEqual((string)_commands[_nextCommand], command);
            Piece reply = (Piece)_replies[_nextCommand++];
            if (reply.Bytes.Length > 0)
                _arriving.Add(new Piece(reply.Bytes, _clock.Milliseconds + reply.Time));
        }

        private static int Smaller(int a, int b)
        {
            return a < b ? a : b;
        }

        private sealed class Piece
        {
            public Piece(byte[] bytes, long time)
            {
                Bytes = bytes;
                Time = time;
            }

            public byte[] Bytes { get; }

            public long Time { get; }

            public int Position { get; set; }
        }
    }
}
