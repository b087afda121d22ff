using System.Diagnostics;

namespace Bootstrapper.Benchmarks.Budgets;

/// <summary>
/// Times something against something else in the same run: in turns, so that both see the same machine, and by the fastest
/// turn of each, which is one that nothing disturbed: they are short.
/// </summary>
internal static class RatioTimer
{
    private const int Turns = 400;
    private static readonly TimeSpan _warmUp = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan _turn = TimeSpan.FromMilliseconds(0.5);

    /// <summary>Gets how often as long the first takes as the second.</summary>
    public static double Measure(Func<int> measured, Func<int> reference)
    {
        int measuredRounds = WarmUp(measured);
        int referenceRounds = WarmUp(reference);
        double best = double.MaxValue;
        double bestReference = double.MaxValue;
        for (int i = 0; i < Turns; i++)
        {
            best = Math.Min(best, Time(measured, measuredRounds));
            bestReference = Math.Min(bestReference, Time(reference, referenceRounds));
        }

        return best / bestReference;
    }

    // Until the runtime has compiled it for good; then the rounds that make a turn.
    private static int WarmUp(Func<int> action)
    {
        long start = Stopwatch.GetTimestamp();
        int rounds = 0;
        while (Stopwatch.GetElapsedTime(start) < _warmUp)
        {
            Time(action, 16);
            rounds += 16;
        }

        double one = Time(action, rounds / 8 + 1);
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
