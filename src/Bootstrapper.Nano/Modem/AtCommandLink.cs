using System;
using System.Collections;
using System.Text;

namespace Bootstrapper.Modem
{
    /// <summary>
    /// A line to the modem over AT code that the application has already: command lines go to that, and what it returns is
    /// what arrives. While a command is being sent it can't be cancelled.
    /// </summary>
    public sealed class AtCommandLink : ISerialLink
    {
        // More unsolicited lines than that are not kept for an application that does not poll.
        private const int MaxUnsolicited = 16;

        private readonly IAtCommandSender _sender;
        private readonly int _timeout;
        private readonly ArrayList _lines = new ArrayList();
        private string _command = string.Empty;
        private int _position;

        /// <summary>Creates the link.</summary>
        /// <param name="sender">The application's AT code, nobody else's while the library uses the link.</param>
        /// <param name="timeout">The longest time that a command may take, in milliseconds.</param>
        public AtCommandLink(IAtCommandSender sender, int timeout)
        {
            _sender = sender ?? throw new ArgumentNullException(nameof(sender));
            _timeout = timeout;
        }

        /// <summary>Takes an unsolicited line that the application's AT code has got, on whatever thread.</summary>
        public void OnUnsolicited(string line)
        {
            Add(line, MaxUnsolicited);
        }

        /// <inheritdoc/>
        public int Read(byte[] buffer, int offset, int count)
        {
            lock (_lines)
            {
                int read = 0;
                while (read < count && _lines.Count > 0)
                {
                    string line = (string)_lines[0];
                    bool isEnd = _position == line.Length;
                    buffer[offset + read++] = isEnd ? (byte)'\r' : (byte)line[_position++];
                    if (isEnd)
                    {
                        _lines.RemoveAt(0);
                        _position = 0;
                    }
                }

                return read;
            }
        }

        /// <inheritdoc/>
        public void Write(byte[] buffer, int offset, int count)
        {
            int end = offset + count;
            for (int i = offset; i < end; i++)
            {
                if (buffer[i] != '\r')
                    continue;
                string command = _command + Encoding.UTF8.GetString(buffer, offset, i - offset);
                _command = string.Empty;
                offset = i + 1;
                Send(command);
            }

            if (offset < end)
                _command += Encoding.UTF8.GetString(buffer, offset, end - offset);
        }

        private void Send(string command)
        {
            string[] lines = _sender.Send(command, _timeout);
            for (int i = 0; lines != null && i < lines.Length; i++)
                Add(lines[i], int.MaxValue);
        }

        private void Add(string line, int most)
        {
            lock (_lines)
            {
                if (line != null && _lines.Count < most)
                    _lines.Add(line);
            }
        }
    }
}
