using System.Device.Gpio;
using Bootstrapper.Boards;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Boards;

/// <summary>A modem with a power key, a reset and a supply, which a board's pins drive. While it is off, or starts, it is silent.</summary>
internal sealed class PoweredModem : ISerialLink
{
    /// <summary>How long it takes to start and to shut down, in milliseconds.</summary>
    public const int StartTime = 3000;

    public const int ShutdownTime = 2000;

    private readonly BoardDefinition _board;
    private readonly ModemPulses _pulses;
    private readonly ManualClock _clock;
    private readonly Func<SimulatedModem> _create;
    private SimulatedModem? _modem;
    private long _readyAt;
    private long _offAt = long.MaxValue;
    private long _pressedAt = -1;
    private long _resetAt = -1;
    private long _laterAt = long.MaxValue;
    private Action? _later;

    /// <summary>Connects the modem, which is off, to pins.</summary>
    public PoweredModem(
        BoardDefinition board, ModemPulses pulses, RecordingPins pins, ManualClock clock, Func<SimulatedModem> create)
    {
        _board = board;
        _pulses = pulses;
        _clock = clock;
        _create = create;
        pins.Driven = Drive;
        pins.Level = pin => pin == board.StatusPin && IsOn ? PinValue.High : PinValue.Low;
    }

    /// <summary>Gets whether it is on.</summary>
    public bool IsOn
    {
        get
        {
            if (_clock.Milliseconds >= _offAt)
            {
                _modem = null;
                _offAt = long.MaxValue;
            }

            return _modem is not null;
        }
    }

    /// <summary>Gets the modem as it was switched on last.</summary>
    public SimulatedModem Modem => _modem ?? throw new InvalidOperationException("off");

    /// <summary>Gets or sets whether it is deaf until it is started anew.</summary>
    public bool IsHung { get; set; }

    /// <summary>Gets or sets whether it is broken: it never hears anything.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Gets or sets what the line throws, null for nothing.</summary>
    public Exception? Trouble { get; set; }

    /// <summary>Gets the number of times it started.</summary>
    public int Starts { get; private set; }

    private bool IsSilent => IsBroken || IsHung || !IsOn || _clock.Milliseconds < _readyAt;

    /// <summary>Switches it on, long ago.</summary>
    public void Start(int startTime = 0)
    {
        _modem = _create();
        _readyAt = _clock.Milliseconds + startTime;
        _offAt = long.MaxValue;
        IsHung = false;
        Starts++;
    }

    /// <summary>Switches it off, as a dip of the supply does.</summary>
    public void PowerOff() => _modem = null;

    /// <summary>Has something done when the line is read at that time or after it.</summary>
    public void At(long milliseconds, Action action)
    {
        _laterAt = milliseconds;
        _later = action;
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        if (_clock.Milliseconds >= _laterAt)
        {
            _laterAt = long.MaxValue;
            _later!();
        }

        if (Trouble is { } trouble)
            throw trouble;
        return IsSilent ? 0 : _modem!.Read(buffer.AsSpan(offset, count));
    }

    public void Write(byte[] buffer, int offset, int count)
    {
        if (Trouble is { } trouble)
            throw trouble;
        if (!IsSilent)
            _modem!.Write(buffer.AsSpan(offset, count));
    }

    private void Drive(int pin, PinValue? value)
    {
        if (pin == _board.PowerKeyPin)
            OnKey(value == (_board.IsPowerKeyPressedHigh ? PinValue.High : PinValue.Low));
        else if (pin == _board.ResetPin)
            OnReset(value == (_board.IsResetHigh ? PinValue.High : PinValue.Low));
        else if (pin == _board.EnablePin && value != PinValue.High)
            _modem = null;
        else if (pin == _board.EnablePin && _board.PowerKeyPin == BoardDefinition.NoPin)
            Start(StartTime);
    }

    // A pulse shorter than the modem's own does nothing.
    private void OnKey(bool isPressed)
    {
        if (isPressed == (_pressedAt >= 0))
            return;
        long held = _clock.Milliseconds - _pressedAt;
        _pressedAt = isPressed ? _clock.Milliseconds : -1;
        if (isPressed)
            return;
        if (!IsOn && held >= _pulses.PowerOn)
            Start(StartTime);
        else if (IsOn && held >= _pulses.PowerOff)
            _offAt = _clock.Milliseconds + ShutdownTime;
    }

    private void OnReset(bool isHeld)
    {
        if (isHeld == (_resetAt >= 0))
            return;
        long held = _clock.Milliseconds - _resetAt;
        _resetAt = isHeld ? _clock.Milliseconds : -1;
        if (!isHeld && IsOn && held >= _pulses.Reset)
            Start(StartTime);
    }
}
