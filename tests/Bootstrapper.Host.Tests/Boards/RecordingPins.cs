using System.Device.Gpio;
using System.Globalization;

namespace Bootstrapper.Host.Tests.Boards;

/// <summary>Pins that note what is done to them and when, such as <c>100 4=High</c>.</summary>
/// <remarks>As on the device: a pin that becomes an output is low, and one that is none can't be written.</remarks>
internal sealed class RecordingPins(ManualClock clock) : GpioDriver
{
    private readonly Dictionary<int, PinMode> _modes = [];
    private readonly List<string> _calls = [];

    /// <summary>Is told what is driven: the pin, and its level or null where nothing is.</summary>
    public Action<int, PinValue?>? Driven { get; set; }

    /// <summary>Gets or sets what a pin reads.</summary>
    public Func<int, PinValue> Level { get; set; } = _ => PinValue.Low;

    /// <summary>Gets what was done so far.</summary>
    public string Calls => string.Join(", ", _calls);

    /// <summary>Gets the pins that were opened, in order.</summary>
    public List<int> Opened { get; } = [];

    protected override int PinCount => 64;

    /// <summary>Forgets what was done so far.</summary>
    public void Forget() => _calls.Clear();

    protected override void OpenPin(int pinNumber) => Opened.Add(pinNumber);

    protected override void ClosePin(int pinNumber) => Note(pinNumber, " closed");

    protected override void SetPinMode(int pinNumber, PinMode mode)
    {
        _modes[pinNumber] = mode;
        Note(pinNumber, ":" + mode);
        Driven?.Invoke(pinNumber, mode == PinMode.Output ? PinValue.Low : null);
    }

    protected override PinMode GetPinMode(int pinNumber) => _modes[pinNumber];

    protected override bool IsPinModeSupported(int pinNumber, PinMode mode) => true;

    protected override PinValue Read(int pinNumber) => Level(pinNumber);

    protected override void Write(int pinNumber, PinValue value)
    {
        if (_modes[pinNumber] != PinMode.Output)
            throw new InvalidOperationException("no output");
        Note(pinNumber, value == PinValue.High ? "=High" : "=Low");
        Driven?.Invoke(pinNumber, value);
    }

    protected override WaitForEventResult WaitForEvent(int pinNumber, PinEventTypes eventTypes, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    protected override void AddCallbackForPinValueChangedEvent(
        int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback) => throw new NotSupportedException();

    protected override void RemoveCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback) =>
        throw new NotSupportedException();

    private void Note(int pin, string what) =>
        _calls.Add(string.Create(CultureInfo.InvariantCulture, $"{clock.Milliseconds} {pin}{what}"));
}
