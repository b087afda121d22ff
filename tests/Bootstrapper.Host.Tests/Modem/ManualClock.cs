namespace Bootstrapper.Host.Tests.Modem;

/// <summary>A clock that only waiting moves.</summary>
internal sealed class ManualClock : IClock
{
    public long Milliseconds { get; private set; }

    public void Wait(int milliseconds) => Milliseconds += milliseconds;
}
