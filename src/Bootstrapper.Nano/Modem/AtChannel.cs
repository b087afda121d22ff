using System;

namespace Bootstrapper.Modem
{
    /// <summary>
    /// AT commands over a serial line (ITU-T V.250, 3GPP TS 27.007): one at a time, each with its own time, in one
    /// buffer of bytes. There is no thread behind it: lines that belong to no command are seen while a command runs
    /// or when the application calls <see cref="Poll"/>.
    /// </summary>
    public sealed partial class AtChannel
    {
        /// <summary>The longest response line: +CSIM with 256 bytes of data and a status word in hex.</summary>
        public const int LongestLine = 532;

        // How long the line must be quiet after a command without an answer, and how long that is waited for, so that
        // an answer that comes late after all isn't taken for that of the next command.
        private const int QuietMilliseconds = 300;
        private const int LongestQuietWait = 5000;

        // How long the response is waited for that some modems send after its OK.
        private const int LateResponseWait = 500;

        // A line that never falls silent is read for no longer than this at a time.
        private const int LongestRead = 1000;

        // Half of the shortest key that anybody should use, in hex.
        private const int TornResponse = 16;

        // Shorter, the end of an echo may be anything.
        private const int ShortestEcho = 4;

        // AT+CGLA with a session of 32 characters and a command of 22 bytes in hex, the longest that the library sends.
        private const int LongestCommand = 90;

        private const int PollMilliseconds = 5;
        private const byte Terminator = (byte)'\r';

        /// <summary>The library's own commands are built here, one at a time: each is sent before the next is begun.</summary>
        internal readonly AtCommand Command = new AtCommand(LongestCommand);

        /// <summary>Tells the lines of <see cref="CardChanged"/> from others.</summary>
        internal readonly SimWatch SimWatch = new SimWatch();

        /// <summary>Whether a wish to cancel waits, so that no command is cut short or not sent.</summary>
        internal bool HoldsCancel;

        /// <summary>The clock's time beyond which no command is sent or waited for; none at first.</summary>
        internal long Deadline = long.MaxValue;

        /// <summary>Whether the digits that ATV0 makes of them are final results, too.</summary>
        internal bool TakesNumeric;

        /// <summary>Whether the last final result was a digit.</summary>
        internal bool IsNumeric;

        /// <summary>Whether the modem has said that it starts; put back by whoever has dealt with that.</summary>
        internal bool HasRestarted;

        /// <summary>Whether no command is sent to a modem that has restarted since, as what came before is gone.</summary>
        internal bool EndsOnRestart;

        private readonly ISerialLink _link;
        private readonly IClock _clock;
        private readonly LineBuffer _lines;
        private byte[] _duePrefix;
        private bool _isAnswerDue;
        private int _unanswered; // commands sent whose final result has not come
        private bool _mustCatchUp;
        private bool _isCutShort;
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

        /// <summary>
        /// Occurs when such a line, a held back one included, announces that the card was pulled, put in, swapped or written
        /// to over the air. The handler must not execute commands on this channel.
        /// </summary>
        public event CardChangedHandler CardChanged;

        /// <summary>Gets whether the modem echoed the last command.</summary>
        public bool IsEchoed => _isEchoed;

        /// <summary>Gets the number of the last +CME or +CMS error, -1 if it came as a text that is not known.</summary>
        public int ErrorCode => _errorCode;

        /// <summary>Gets the clock that the channel waits by.</summary>
        public IClock Clock => _clock;

        private bool WantsCancel => _isCancelled && !HoldsCancel;

        /// <summary>Sends a command and waits for its final result.</summary>
        /// <param name="command">The command, without a terminator; unchanged when the method returns.</param>
        /// <param name="prefix">What the response's lines start with, such as <c>+CSIM:</c>; null if there are none.</param>
        /// <param name="response">Takes those lines; null to ignore them.</param>
        /// <param name="timeout">The longest time from command to final result, in milliseconds.</param>
        /// <param name="takesBare">
        /// Whether <paramref name="response"/> also takes lines that start with a letter, a digit, a quote or a space: a
        /// response without a prefix, if it looks like one.
        /// </param>
        /// <returns>How it ended, never <see cref="AtStatus.Garbled"/>: what a response says is not judged here.</returns>
        /// <exception cref="InvalidOperationException">A command is running already.</exception>
        public AtStatus Execute(
            AtCommand command, byte[] prefix, IAtResponse response, int timeout, bool takesBare = false)
        {
            if (_running)
                throw new InvalidOperationException("a command is running");
            _errorCode = -1;
            _running = true;
            bool isSent = false;
            AtStatus status = AtStatus.NoAnswer;
            try
            {
                Flush();
                if (WantsCancel)
                {
                    status = AtStatus.Cancelled;
                }
                else if (EndsOnRestart && HasRestarted)
                {
                    status = AtStatus.Restarted;
                }
                else if (_clock.Milliseconds < Deadline)
                {
                    isSent = true;
                    _isEchoed = false;
                    IsNumeric = false;
                    _hasResponse = prefix == null && !takesBare;
                    _awaitsResponse = !_hasResponse || _duePrefix != null;

                    // V.250 5.2.1: S3, carriage return, ends a command line.
                    command.Bytes[command.Length] = Terminator;
                    _link.Write(command.Bytes, 0, command.Length + 1);
                    status = Await(command, prefix, response, takesBare, Earlier(timeout));
                }

                return status;
            }
            finally
            {
                if (status == AtStatus.Cancelled)
                    _isCancelled = false;
                if (isSent)
                {
                    // The response may still come after its OK.
                    _isCutShort = status == AtStatus.Cancelled;
                    bool hasFinal = status != AtStatus.NoAnswer && !_isCutShort;
                    if (status == AtStatus.Restarted)
                        _unanswered = 0;
                    else if (!hasFinal)
                        _unanswered++;

                    // A modem answers in order: that result may have been an earlier command's, and this one's is to come.
                    _mustCatchUp = hasFinal && _unanswered > 0;
                    _isAnswerDue = !hasFinal || _mustCatchUp || (status == AtStatus.Ok && !_hasResponse);
                    if (prefix != null || !_isAnswerDue)
                        _duePrefix = _isAnswerDue ? prefix : null;
                    _awaitsResponse = _duePrefix != null;
                }

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
        /// Lets the command that runs, or else the next one, end as <see cref="AtStatus.Cancelled"/>. The modem isn't
        /// interrupted: the command after that waits until it has answered.
        /// </summary>
        public void Cancel()
        {
            _isCancelled = true;
        }

        /// <summary>Lets the next command wait for quiet, as commands before the last one may still be answered.</summary>
        internal void ExpectLateAnswers()
        {
            _unanswered = 0;
            _mustCatchUp = false;
            _isAnswerDue = true;
        }

        /// <summary>Forgets a wish to cancel that came too late for what it was meant for.</summary>
        internal void ForgetCancel()
        {
            _isCancelled = false;
        }

        private AtStatus Await(AtCommand command, byte[] prefix, IAtResponse response, bool takesBare, long deadline)
        {
            // A line that began before the command was sent is no answer to it.
            bool isStale = _lines.IsInsideLine;
            bool isOk = false;
            bool isOver = false;
            bool hasRead = false;
            while (true)
            {
                while (hasRead && _lines.Next())
                {
                    if (isStale)
                    {
                        isStale = false;
                        HandOutStale();
                        continue;
                    }

                    if (IsFinal(out AtStatus status, out int errorCode))
                    {
                        IsNumeric = _lines.Length == 1;
                        if (status != AtStatus.Ok || _hasResponse || isOk)
                        {
                            _errorCode = errorCode;
                            return status;
                        }

                        // Seen on u-blox SARA-R410M: the response comes after its OK.
                        isOk = true;
                        long end = Earlier(LateResponseWait);
                        if (end < deadline)
                            deadline = end;
                    }
                    else if (IsAnswer(prefix))
                    {
                        Deliver(prefix.Length, response);
                    }
                    else if (IsEcho(command))
                    {
                        _isEchoed = true;
                    }
                    else if (takesBare && IsBare() && !IsStart())
                    {
                        Deliver(0, response);
                    }
                    else if (HandOut())
                    {
                        return AtStatus.Restarted;
                    }

                    if (isOk && _hasResponse)
                        return AtStatus.Ok;
                }

                if (isOver)
                    return isOk ? AtStatus.Ok : AtStatus.NoAnswer;
                if (WantsCancel)
                    return AtStatus.Cancelled;

                // Looked at before the last read: what arrived in time counts, however long the wait was.
                isOver = _clock.Milliseconds >= deadline;
                hasRead = _lines.Fill(_link);
                if (!hasRead && !isOver)
                    _clock.Wait(PollMilliseconds);
            }
        }

        private void Deliver(int skipped, IAtResponse response)
        {
            _hasResponse = true;
            LineBuffer line = _lines;
            response?.OnLine(line.Bytes, line.Offset + skipped, line.Length - skipped, !line.IsOverlong);
        }

        // The late answer of an earlier command is no news either, and it may hold a key. A modem answers in order: once
        // a later command is answered, it can't come any more. Tells whether the line says that the modem starts.
        private bool HandOut()
        {
            LineBuffer line = _lines;
            if (IsAnswer(_duePrefix))
                return false;
            bool isStart = IsStart();
            HasRestarted |= isStart;

            // A modem that was off may have another card.
            if (CardChanged != null && SimWatch.Announces(line.Bytes, line.Offset, line.Length, isStart))
                CardChanged();
            if (UnsolicitedLine != null
                && !(_awaitsResponse && AsciiText.HasHexDigits(line.Bytes, line.Offset, line.Length, TornResponse)))
            {
                UnsolicitedLine(line.Bytes, line.Offset, line.Length);
            }

            return isStart;
        }

        private void HandOutStale()
        {
            if (IsFinal(out _, out _))
            {
                _isCutShort = false;
                if (_unanswered > 0)
                    _unanswered--;
            }
            else
            {
                HandOut();
            }
        }

        private void Flush()
        {
            if (!_isAnswerDue)
            {
                ReadAll();
                return;
            }

            long now = _clock.Milliseconds;
            long deadline = Earlier(LongestQuietWait);
            long quietSince = now;
            while (now < deadline && !WantsCancel
                && (_isCutShort || (_mustCatchUp && _unanswered > 0) || now - quietSince < QuietMilliseconds))
            {
                if (ReadAll())
                    quietSince = now;
                else
                    _clock.Wait(PollMilliseconds);
                now = _clock.Milliseconds;
            }

            if (WantsCancel || now >= Deadline)
                return;
            _lines.Clear();
            if (_mustCatchUp || _isCutShort)
                _unanswered = 0;
            _mustCatchUp = false;
            _isAnswerDue = false;
        }

        // The end of a wait that begins now.
        private long Earlier(int wait)
        {
            long end = _clock.Milliseconds + wait;
            return end < Deadline ? end : Deadline;
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

            // What the last read gave came before the next command, too.
            while (_lines.Next())
                HandOutStale();
            return any;
        }
    }
}
