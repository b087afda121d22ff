using System.Diagnostics;

namespace Bootstrapper.Benchmarks.Budgets;

/// <summary>
/// Times several things against each other: in turns, so that all see the same machine, and by the fastest turn of each,
/// which is one that nothing disturbed: they are short.
/// </summary>
internal static class FairTimer
{
    private const int Turns = 600;
    private const int WarmUpRounds = 16;
    private static readonly TimeSpan _warmUp = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan _turn = TimeSpan.FromMilliseconds(0.5);

    /// <summary>Gets the seconds that each action takes.</summary>
    public static double[] Measure(params Func<int>[] actions)
    {
        int[] rounds = [.. actions.Select(WarmUp)];
        double[] fastest = new double[actions.Length];
        Array.Fill(fastest, double.MaxValue);
        for (int turn = 0; turn < Turns; turn++)
        {
            for (int i = 0; i < actions.Length; i++)
                fastest[i] = Math.Min(fastest[i], Time(actions[i], rounds[i]));
        }

        return fastest;
    }

    // Until the runtime has compiled it for good; then the rounds that make a turn.
    private static int WarmUp(Func<int> action)
    {
        long start = Stopwatch.GetTimestamp();
        double one = double.MaxValue;
        while (Stopwatch.GetElapsedTime(start) < _warmUp)
            one = Math.Min(one, Time(action, WarmUpRounds));
        return Math.Max(1, (int)(_turn.TotalSeconds / one));
    }

    private static double Time(Func<int> action, int rounds)
    {
        int sum = 0;
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < rounds; i++)
            sum += action();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        GC.KeepAlive(sum);
        return seconds / rounds;
    }
}
