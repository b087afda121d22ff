using System.Text;
using System.Threading.Channels;

namespace Bootstrapper.Simulator;

/// <summary>A modem with a card in it: speaks AT on a line of bytes, in memory or on a stream.</summary>
/// <remarks>Any thread may use it; the card then belongs to it alone.</remarks>
public sealed class SimulatedModem
{
    private const int MaxLineLength = 2048;
    private const int BufferLength = 1024;

    private readonly Lock _gate = new();
    private readonly Channel<bool> _outputAdded = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly TimeProvider _time;
    private readonly OutputQueue _output;
    private readonly ModemState _state;
    private readonly StringBuilder _line = new();

    private bool _isInsideLine;

    /// <summary>Makes a modem that was just switched on.</summary>
    /// <param name="card">The card in it; null for none.</param>
    /// <param name="behavior">What differs from modem to modem; the defaults where null.</param>
    /// <param name="time">The clock of all delays; the system's where null.</param>
    public SimulatedModem(SimulatedCard? card, ModemBehavior? behavior = null, TimeProvider? time = null)
    {
        Behavior = behavior ?? new();
        _time = time ?? TimeProvider.System;
        _output = new(_time);
        _state = new(Behavior, card);
        SendFilled(Behavior.StartLines);
    }

    /// <summary>Gets what differs from modem to modem.</summary>
    public ModemBehavior Behavior { get; }

    /// <summary>
    /// Gets or sets the card; null for none. A card put in is reset. The modem may tell of either with a line.
    /// </summary>
    public SimulatedCard? Card
    {
        get
        {
            lock (_gate)
                return _state.Inserted;
        }

        set
        {
            lock (_gate)
            {
                _state.Insert(value);
                if ((value is null ? Behavior.CardPulledLine : Behavior.CardInsertedLine) is { } line)
                    SendFilled([line]);
            }
        }
    }

    /// <summary>Gets or sets the faults that befall the commands from now on; null for none.</summary>
    public FaultRun? Faults { get; set; }

    /// <summary>Gets the number of command lines received.</summary>
    public int CommandCount { get; private set; }

    /// <summary>Gets the number of bytes received.</summary>
    public long BytesIn { get; private set; }

    /// <summary>Gets the number of bytes that were read from the modem.</summary>
    public long BytesOut { get; private set; }

    /// <summary>Gets the time until <see cref="Read"/> has something; null while nothing is on its way.</summary>
    public TimeSpan? NextOutput
    {
        get
        {
            lock (_gate)
                return _output.Next;
        }
    }

    /// <summary>Sends bytes to the modem. Commands end with CR and are executed at once; their answers are read later.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            BytesIn += bytes.Length;
            while (!bytes.IsEmpty)
            {
                int end = bytes.IndexOf((byte)'\r');
                int length = end < 0 ? bytes.Length : end + 1;
                Receive(bytes[..length]);
                bytes = bytes[length..];
            }
        }
    }

    /// <summary>Reads what has arrived from the modem by now, without waiting.</summary>
    /// <returns>The number of bytes, 0 for nothing yet; never more than one piece (see <see cref="ModemBehavior"/>).</returns>
    public int Read(Span<byte> buffer)
    {
        lock (_gate)
        {
            int length = _output.Read(buffer);
            BytesOut += length;
            return length;
        }
    }

    /// <summary>Sends an unsolicited line, after what is on its way already.</summary>
    public void Emit(string line) => Emit(line, TimeSpan.Zero);

    /// <summary>
    /// Starts the modem anew, as after a loss of power: settings and sessions are gone, the card is reset, a command
    /// that has not ended is forgotten. What is on its way already still arrives.
    /// </summary>
    public void Restart()
    {
        lock (_gate)
            Start();
    }

    /// <summary>Serves a line until its other end closes it; what that has not finished or not read is forgotten.</summary>
    /// <param name="line">The line; stays the caller's.</param>
    /// <param name="cancellationToken">Ends the service early, with an <see cref="OperationCanceledException"/>.</param>
    public async Task ServeAsync(Stream line, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(line);
        using CancellationTokenSource closed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task sending = SendAsync(line, closed.Token);
        try
        {
            byte[] buffer = new byte[BufferLength];
            int length;
            while ((length = await line.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
                Write(buffer.AsSpan(0, length));
        }
        catch (IOException)
        {
            // The other end went away, which is an end like any other.
        }
        finally
        {
            await closed.CancelAsync().ConfigureAwait(false);
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            HangUp();
        }
    }

    private async Task SendAsync(Stream line, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[BufferLength];
        while (true)
        {
            int length = Read(buffer);
            if (length > 0)
                await line.WriteAsync(buffer.AsMemory(0, length), cancellationToken).ConfigureAwait(false);
            else if (NextOutput is { } wait)
                await Task.Delay(wait, _time, cancellationToken).ConfigureAwait(false);
            else
                await _outputAdded.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void HangUp()
    {
        lock (_gate)
        {
            _line.Clear();
            _isInsideLine = false;
            _output.Clear();
        }
    }

    // Takes bytes of which at most the last is the CR.
    private void Receive(ReadOnlySpan<byte> bytes)
    {
        // A LF behind the CR is neither command nor echoed.
        if (bytes[0] == '\n')
            bytes = bytes[1..];

        if (bytes.IsEmpty)
            return;

        if (_state.LostCommands > 0)
        {
            if (bytes[^1] == '\r')
                _state.LostCommands--;

            return;
        }

        if (!_isInsideLine)
            Send(Behavior.Unsolicited.Where(u => u.Place == UnsolicitedPlace.BeforeEcho).Select(u => u.Line));

        _isInsideLine = bytes[^1] != '\r';
        if (_state.Settings.Echo)
            Send(bytes.ToArray(), TimeSpan.Zero);

        foreach (byte b in bytes)
        {
            if (b is >= (byte)' ' and < 0x7F && _line.Length <= MaxLineLength)
                _line.Append((char)b);
        }

        if (_isInsideLine)
            return;

        string line = _line.ToString();
        _line.Clear();
        Execute(line);
    }

    private void Execute(string line)
    {
        if (Faults?.Next(line) is { } fault)
        {
            fault.Apply(this, line);
        }
        else if (Perform(line) is { } answer)
        {
            Send(Format(answer, line), Behavior.ResponseDelay);
            if (answer.Restarts)
                Start();
        }
    }

    /// <summary>Executes a command line without sending its answer; null for a line that is no command.</summary>
    internal AtAnswer? Perform(string line)
    {
        AtAnswer? answer = line.Length > MaxLineLength ? AtAnswer.Error : AtInterpreter.Execute(line, _state);
        if (answer is not null)
            CommandCount++;

        return answer;
    }

    /// <summary>Gets the bytes of an answer, with the unsolicited lines that come along.</summary>
    internal byte[] Format(AtAnswer answer, string line) =>
        AtAnswerFormat.Format(answer, Behavior.Unsolicited.Where(u => u.ComesWith(line)), _state);

    private void Start()
    {
        _line.Clear();
        _isInsideLine = false;
        _state.Restart();
        SendFilled(Behavior.StartLines);
    }

    private void SendFilled(IEnumerable<string> lines) =>
        Send(lines.Select(l => l.Replace("{0}", _state.PinCode, StringComparison.Ordinal)));

    private void Send(IEnumerable<string> lines)
    {
        foreach (string line in lines)
            Send(Encoding.ASCII.GetBytes(AtAnswerFormat.Information(line, _state.Settings)), TimeSpan.Zero);
    }

    /// <summary>Sends an unsolicited line after a time.</summary>
    internal void Emit(string line, TimeSpan delay)
    {
        ArgumentNullException.ThrowIfNull(line);
        lock (_gate)
            Send(Encoding.ASCII.GetBytes(AtAnswerFormat.Information(line, _state.Settings)), delay);
    }

    /// <summary>Sends bytes after a time.</summary>
    internal void Send(byte[] bytes, TimeSpan delay)
    {
        _output.Add(bytes, delay, Behavior);
        _outputAdded.Writer.TryWrite(true);
    }
}
