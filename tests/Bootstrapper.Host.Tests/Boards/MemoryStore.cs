using Bootstrapper.Boards;

namespace Bootstrapper.Host.Tests.Boards;

/// <summary>What outlives a deep sleep.</summary>
internal sealed class MemoryStore : IStateStore
{
    public byte[]? Content { get; set; }

    /// <summary>Gets or sets what reading and writing throws, null for nothing.</summary>
    public Exception? Trouble { get; set; }

    public int Writes { get; private set; }

    public byte[] Read() => Trouble is { } trouble ? throw trouble : Content!;

    public void Write(byte[]? state)
    {
        if (Trouble is { } trouble)
            throw trouble;
        Content = state;
        Writes++;
    }
}
