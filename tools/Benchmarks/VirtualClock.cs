namespace Bootstrapper.Benchmarks;

/// <summary>A time that only waiting moves: for the library as a clock, for the simulator as its time provider.</summary>
internal sealed class VirtualClock : TimeProvider, IClock
{
    public long Milliseconds { get; private set; }

    public override long TimestampFrequency => 1000;

    public void Wait(int milliseconds) => Milliseconds += milliseconds;

    public override long GetTimestamp() => Milliseconds;
}
