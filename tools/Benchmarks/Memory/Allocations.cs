namespace Bootstrapper.Benchmarks.Memory;

/// <summary>What the runtime counts as allocated by this thread, in .NET's sizes.</summary>
internal static class Allocations
{
    // For what the runtime allocates only the first time, and while it compiles in steps.
    private const int WarmUps = 40;

    private static readonly Func<object, object> _clone = typeof(object)
        .GetMethod("MemberwiseClone", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!
        .CreateDelegate<Func<object, object>>();

    /// <summary>Gets the bytes that an action allocates once it has run a few times.</summary>
    public static long Of(Action action)
    {
        for (int i = 0; i < WarmUps; i++)
            action();
        return Once(action);
    }

    /// <summary>Gets the bytes that an object takes, what it refers to aside: those of a copy.</summary>
    public static long SizeOf(object value) => Once(() => _clone(value));

    private static long Once(Action action)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
