using System;

namespace Bootstrapper.Modem
{
    /// <summary>
    /// AT commands over a serial line (ITU-T V.250, 3GPP TS 27.007): one at a time, each with its own time, in one
    /// buffer of bytes. There is no thread behind it: lines that belong to no command are seen while a command runs
    /// or when the application calls <see cref="Poll"/>.
    /// </summary>
    public sealed class AtChannel
    {
        /// <summary>The longest response line: +CSIM with 256 bytes of data and a status word in hex.</summary>
        public const int LongestLine = 532;

        // How long the line must be quiet after a command without an answer, and how long that is waited for, so that
        // an answer that comes late after all isn't taken for that of the next command.
        private const int QuietMilliseconds = 300;
        private const int LongestQuietWait = 5000;

        // A line that never falls silent is read for no longer than this at a time.
        private const int LongestRead = 1000;

        // Half of the shortest key that anybody should use, in hex.
        private const int TornResponse = 16;

        private const int PollMilliseconds = 5;
        private const byte Terminator = (byte)'\r';

        private readonly ISerialLink _link;
        private readonly IClock _clock;
        private readonly LineBuffer _lines;
        private byte[] _duePrefix;
        private bool _isAnswerDue;
        private bool _awaitsResponse;
        private bool _hasResponse;
        private bool _running;
        private bool _isCancelled;
        private bool _isEchoed;
        private int _errorCode;

        /// <summary>Creates the channel; it neither opens nor closes the line.</summary>
        /// <param name="link">The line to the modem, the channel's alone for as long as it is used.</param>
        /// <param name="clock">Gives the time and waits.</param>
        public AtChannel(ISerialLink link, IClock clock)
        {
            _link = link ?? throw new ArgumentNullException(nameof(link));
            _clock = clock ?? throw new ArgumentNullException(nameof(clock));
            _lines = new LineBuffer(LongestLine + 44);
        }

        /// <summary>
        /// Occurs for each line that belongs to no command. The handler must not execute commands on this channel. While
        /// a response is awaited, a line with sixteen hex digits in a row is held back: it may be a torn response that
        /// holds a key.
        /// </summary>
        public event UnsolicitedLineHandler UnsolicitedLine;

        /// <summary>Gets whether the modem echoed the last command.</summary>
        public bool IsEchoed => _isEchoed;

        /// <summary>Gets the number of the last +CME or +CMS error, -1 if it came as a text that is not known.</summary>
        public int ErrorCode => _errorCode;

        /// <summary>Gets the clock that the channel waits by.</summary>
        public IClock Clock => _clock;

        /// <summary>Sends a command and waits for its final result.</summary>
        /// <param name="command">The command, without a terminator; unchanged when the method returns.</param>
        /// <param name="prefix">What the response's lines start with, such as <c>+CSIM:</c>; null if there are none.</param>
        /// <param name="response">Takes those lines; null to ignore them.</param>
        /// <param name="timeout">The longest time from command to final result, in milliseconds.</param>
        /// <returns>How it ended, never <see cref="AtStatus.Garbled"/>: what a response says is not judged here.</returns>
        /// <exception cref="InvalidOperationException">A command is running already.</exception>
        public AtStatus Execute(AtCommand command, byte[] prefix, IAtResponse response, int timeout)
        {
            if (_running)
                throw new InvalidOperationException("a command is running");
            _errorCode = -1;
            if (_isCancelled)
            {
                _isCancelled = false;
                return AtStatus.Cancelled;
            }

            _running = true;
            AtStatus status = AtStatus.NoAnswer;
            try
            {
                Flush();
                _isEchoed = false;
                _hasResponse = prefix == null;
                _awaitsResponse = prefix != null || _duePrefix != null;

                // V.250 5.2.1: S3, carriage return, ends a command line.
                command.Bytes[command.Length] = Terminator;
                _link.Write(command.Bytes, 0, command.Length + 1);
                status = Await(command, prefix, response, _clock.Milliseconds + timeout);
                return status;
            }
            finally
            {
                // Some modems send the response after its OK.
                _isAnswerDue = status == AtStatus.NoAnswer || (status == AtStatus.Ok && !_hasResponse);
                if (prefix != null || !_isAnswerDue)
                    _duePrefix = _isAnswerDue ? prefix : null;
                _awaitsResponse = _duePrefix != null;
                _running = false;
            }
        }

        /// <summary>Reads what has arrived and hands out its lines.</summary>
        public void Poll()
        {
            if (_running)
                throw new InvalidOperationException("a command is running");
            _running = true;
            try
            {
                ReadAll();
            }
            finally
            {
                _running = false;
            }
        }

        /// <summary>
        /// Lets the next command end as <see cref="AtStatus.Cancelled"/> instead of being sent. A command that runs
        /// goes on to its end: a modem that is interrupted may lose the command after it, too.
        /// </summary>
        public void Cancel()
        {
            _isCancelled = true;
        }

        /// <summary>Forgets a wish to cancel that came too late for what it was meant for.</summary>
        internal void ForgetCancel()
        {
            _isCancelled = false;
        }

        private AtStatus Await(AtCommand command, byte[] prefix, IAtResponse response, long deadline)
        {
            // A line that began before the command was sent is no answer to it.
            bool isStale = _lines.IsInsideLine;
            bool isOver = false;
            while (true)
            {
                while (_lines.Next())
                {
                    if (isStale)
                    {
                        isStale = false;
                        HandOutStale();
                        continue;
                    }

                    if (IsFinal(out AtStatus status, out int errorCode))
                    {
                        _errorCode = errorCode;
                        return status;
                    }

                    if (IsAnswer(prefix))
                        Deliver(prefix, response);
                    else if (IsEcho(command))
                        _isEchoed = true;
                    else
                        HandOut();
                }

                if (isOver)
                    return AtStatus.NoAnswer;

                // Looked at before the last read: what arrived in time counts, however long the wait was.
                isOver = _clock.Milliseconds >= deadline;
                if (!_lines.Fill(_link) && !isOver)
                    _clock.Wait(PollMilliseconds);
            }
        }

        // V.250 5.7.1, TS 27.007 9.2: a final result is a whole line.
        private bool IsFinal(out AtStatus status, out int errorCode)
        {
            byte[] bytes = _lines.Bytes;
            int offset = _lines.Offset;
            int length = _lines.Length;
            status = AtStatus.Ok;
            errorCode = -1;
            if (length == 2)
                return bytes[offset] == 'O' && bytes[offset + 1] == 'K';
            if (length < 5 || _lines.IsOverlong)
                return false;
            if (bytes[offset] == 'E')
            {
                status = AtStatus.Error;
                return AsciiText.Equals(bytes, offset, length, "ERROR");
            }

            if (bytes[offset] != '+' || bytes[offset + 1] != 'C' || bytes[offset + 2] != 'M')
                return false;
            if (AsciiText.StartsWith(bytes, offset, length, "+CME ERROR:"))
                status = AtStatus.CmeError;
            else if (AsciiText.StartsWith(bytes, offset, length, "+CMS ERROR:"))
                status = AtStatus.CmsError;
            else
                return false;

            int text = offset + "+CME ERROR:".Length;
            while (text < offset + length && bytes[text] == ' ')
                text++;
            errorCode = CmeErrors.Parse(bytes, text, offset + length - text);
            return true;
        }

        private bool IsAnswer(byte[] prefix)
        {
            return prefix != null && AsciiText.StartsWith(_lines.Bytes, _lines.Offset, _lines.Length, prefix);
        }

        // An echo may have lost characters, and it may hold a PIN: whatever starts as a command does is no news.
        private bool IsEcho(AtCommand command)
        {
            LineBuffer line = _lines;
            return command.Length >= 2 && line.Length >= 2
                && line.Bytes[line.Offset] == command.Bytes[0]
                && line.Bytes[line.Offset + 1] == command.Bytes[1];
        }

        private void Deliver(byte[] prefix, IAtResponse response)
        {
            _hasResponse = true;
            LineBuffer line = _lines;
            int skipped = prefix.Length;
            response?.OnLine(line.Bytes, line.Offset + skipped, line.Length - skipped, !line.IsOverlong);
        }

        // The late answer of an earlier command is no news either, and it may hold a key. A modem answers in order: once
        // a later command is answered, it can't come any more.
        private void HandOut()
        {
            if (UnsolicitedLine != null && !IsAnswer(_duePrefix)
                && !(_awaitsResponse && AsciiText.HasHexDigits(_lines.Bytes, _lines.Offset, _lines.Length, TornResponse)))
            {
                UnsolicitedLine(_lines.Bytes, _lines.Offset, _lines.Length);
            }
        }

        private void HandOutStale()
        {
            if (!IsFinal(out _, out _))
                HandOut();
        }

        private void Flush()
        {
            if (!_isAnswerDue)
            {
                ReadAll();
                return;
            }

            long now = _clock.Milliseconds;
            long deadline = now + LongestQuietWait;
            long quietSince = now;
            while (now < deadline && now - quietSince < QuietMilliseconds)
            {
                if (ReadAll())
                    quietSince = now;
                else
                    _clock.Wait(PollMilliseconds);
                now = _clock.Milliseconds;
            }

            _lines.Clear();
            _isAnswerDue = false;
        }

        private bool ReadAll()
        {
            long deadline = _clock.Milliseconds + LongestRead;
            bool any = false;
            bool more;
            do
            {
                while (_lines.Next())
                    HandOutStale();

                more = _lines.Fill(_link);
                any |= more;
            }
            while (more && _clock.Milliseconds < deadline);

            return any;
        }
    }
}
