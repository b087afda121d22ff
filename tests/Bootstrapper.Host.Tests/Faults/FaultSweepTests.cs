using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Faults;

/// <summary>The dialogue broken at each of its commands, in each fault mode, over each way to the card.</summary>
[TestClass]
public sealed class FaultSweepTests
{
    // The longest is twice the time for a command and five seconds of waiting for quiet behind each, and half that again
    // for closing the channel.
    private const int LongestRun = 45_000;
    private const int QuietTime = 30_000;

    private static IEnumerable<object[]> WaysAndModes => Ways.All.SelectMany(
        _ => FaultModes.All, (way, mode) => new object[] { way, mode.Name });

    private static IEnumerable<object[]> FirstRuns => FaultModes.All.SelectMany(
        _ => (string[])[Ways.Auto, Ways.CsimPassingOn], (mode, way) => new object[] { way, mode.Name });

    [TestMethod]
    [DynamicData(nameof(WaysAndModes))]
    public void Run_FaultAtAnyCommand_EndsAsItShould(string way, string mode) => Sweep(way, mode, isFirst: false);

    [TestMethod]
    [DynamicData(nameof(FirstRuns))]
    public void Run_FaultAtAnyCommandOfTheFirstRun_EndsAsItShould(string way, string mode) => Sweep(way, mode, isFirst: true);

    private static void Sweep(string way, string modeName, bool isFirst)
    {
        FaultMode mode = FaultModes.All.Single(m => m.Name == modeName);
        if (mode.IsOutOfReach(way))
            return;

        FaultBench good = new(way);
        if (!isFirst)
            good.Run();
        Assert.AreEqual("Provisioned", good.Run().Text);
        string accounts = good.Accounts;
        List<string> failures = [];
        foreach (Step step in Step.Of(way, [.. good.Commands]))
            failures.AddRange(Failures(step, mode, isFirst, accounts, good.Commands.Count));

        Assert.IsEmpty(failures, "\n" + string.Join('\n', failures));
    }

    private static IEnumerable<string> Failures(Step step, FaultMode mode, bool isFirst, string accounts, int commands)
    {
        string where = $"{mode.Name} at {step.Number} {step.Role} {step.Line}: ";
        FaultBench bench = new(step.Way);
        if (!isFirst)
            bench.Run();
        string before = bench.Accounts;

        Ending ending = bench.Run(new FaultScript().At(step.Number, mode.Make(step.Number)));

        if (!bench.Fired.Any())
            yield return where + "the fault never came";
        string expected = mode.Expected(step);

        // What would take accounts with it is looked at twice.
        if (!isFirst && !mode.IsLasting && expected is ("NoCard" or "NoApplication" or "NoBootstrapFile"))
            expected = FaultModes.Good;
        if (ending.Text != expected)
            yield return where + $"{ending.Text}, expected {expected}";
        if (bench.Accounts != (ending.Text == "Provisioned" ? accounts : IsGone(ending.Text) ? "none" : before))
            yield return where + $"{ending.Text}, and the accounts are {bench.Accounts}";
        if (ending.Milliseconds > LongestRun)
            yield return where + $"{ending.Milliseconds} ms";
        if (ending.Commands > 3 * commands)
            yield return where + $"{ending.Commands} commands";
        if (bench.OpenChannels > 0 && !MayLeak(step, mode) && !bench.Fired.Any(f => Step.IsClosing(f.Line)))
            yield return where + $"{bench.OpenChannels} channels left open";

        // The fault is gone, and whatever was late has come.
        bench.Clock.Wait(QuietTime);
        if (mode.IsLasting)
            bench.Modem.Card = bench.Card;
        Ending next = bench.Run();
        if (next.Text != "Provisioned" || bench.Accounts != accounts)
            yield return where + $"{ending.Text}, and then {next.Text} {bench.Accounts}";
        if (bench.OpenChannels > 0 && !MayLeakForGood(step, mode))
            yield return where + $"{bench.OpenChannels} channels still open after the next run";
    }

    // The card, or the modem, says so.
    private static bool IsGone(string ending) => ending is "NoCard" or "NoApplication" or "NoBootstrapFile";

    // Others' channels are theirs. One that was opened and reported as refused nobody knows of.
    private static bool MayLeak(Step step, FaultMode mode) => mode.Name == FaultModes.Exhausted || MayLeakForGood(step, mode);

    // AT+CCHC is answered OK though the card has refused to close the channel: of that the modem does not tell.
    private static bool MayLeakForGood(Step step, FaultMode mode) =>
        (step.Role == StepRole.Open && mode.Make(0) is ErrorAfterExecutingFault)
        || (step.IsCgla && step.Role == StepRole.Close && mode.Make(0) is StatusWordFault);
}
