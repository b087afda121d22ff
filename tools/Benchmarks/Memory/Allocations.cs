using System.Diagnostics;

namespace Bootstrapper.Benchmarks.Memory;

/// <summary>What the runtime counts as allocated by this thread, in .NET's sizes.</summary>
internal static class Allocations
{
    // For what the runtime allocates only the first time. It compiles in steps, some time after thirty calls each, and an
    // object that the last step leaves on the stack was on the heap before.
    private static readonly TimeSpan _warmUp = TimeSpan.FromMilliseconds(500);

    private static readonly Func<object, object> _clone = typeof(object)
        .GetMethod("MemberwiseClone", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!
        .CreateDelegate<Func<object, object>>();

    /// <summary>Gets the bytes that an action allocates once it has run a few times.</summary>
    public static long Of(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        do
        {
            action();
        }
        while (Stopwatch.GetElapsedTime(start) < _warmUp);
        return Once(action);
    }

    /// <summary>Gets the bytes that an object takes, what it refers to aside: those of a copy.</summary>
    public static long SizeOf(object value) => value is string text
        ? Once(() => new string('\0', text.Length))
        : Once(() => _clone(value));

    private static long Once(Action action)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static long Once(Func<object> make)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        object made = make();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        GC.KeepAlive(made);
        return allocated;
    }
}
