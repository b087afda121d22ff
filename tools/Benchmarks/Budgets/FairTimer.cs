using System.Diagnostics;

namespace Bootstrapper.Benchmarks.Budgets;

/// <summary>
/// Times things against another: in turns, so that all see the same machine, busy or not. What counts is the median of
/// the turns' ratios.
/// </summary>
internal static class FairTimer
{
    private const int Turns = 600;
    private const int WarmUpRounds = 16;
    private const int MostRounds = 100_000;
    private static readonly TimeSpan _warmUp = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan _turn = TimeSpan.FromMilliseconds(0.5);

    /// <summary>Gets the time that each action takes, in those of the reference.</summary>
    public static double[] Measure(Func<int> reference, params Func<int>[] actions)
    {
        int unit = WarmUp(reference);
        int[] rounds = [.. actions.Select(WarmUp)];
        double[][] ratios = [.. actions.Select(_ => new double[Turns])];
        for (int turn = 0; turn < Turns; turn++)
        {
            double one = Time(reference, unit);
            for (int i = 0; i < actions.Length; i++)
                ratios[i][turn] = Time(actions[i], rounds[i]) / one;
        }

        return [.. ratios.Select(ofOne => ofOne.Order().ElementAt(Turns / 2))];
    }

    // Until the runtime has compiled it for good; then the rounds that make a turn.
    private static int WarmUp(Func<int> action)
    {
        long start = Stopwatch.GetTimestamp();
        double one = double.MaxValue;
        while (Stopwatch.GetElapsedTime(start) < _warmUp)
            one = Math.Min(one, Time(action, WarmUpRounds));

        // A clock that ticks slowly may not have seen it pass at all.
        return (int)Math.Clamp(_turn.TotalSeconds / one, 1, MostRounds);
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
