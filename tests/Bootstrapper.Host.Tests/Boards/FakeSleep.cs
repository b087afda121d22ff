using Bootstrapper.Boards;

namespace Bootstrapper.Host.Tests.Boards;

/// <summary>A deep sleep that only is noted.</summary>
internal sealed class FakeSleep : IDeepSleep
{
    public bool IsAllowed { get; set; } = true;

    /// <summary>Gets the seconds of each sleep.</summary>
    public List<int> Slept { get; } = [];

    public void Sleep(int seconds) => Slept.Add(seconds);
}
