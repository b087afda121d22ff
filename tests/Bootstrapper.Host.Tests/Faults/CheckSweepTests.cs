using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Faults;

/// <summary>The check for a changed card, broken at each of its commands, in each fault mode, over each way.</summary>
[TestClass]
public sealed class CheckSweepTests
{
    // A quick look with three seconds a command, then one as long as a run.
    private const int LongestCheck = 60_000;
    private const int QuietTime = 30_000;

    private static IEnumerable<object[]> WaysAndModes => Ways.All.SelectMany(
        _ => FaultModes.All, (way, mode) => new object[] { way, mode.Name });

    [TestMethod]
    [DynamicData(nameof(WaysAndModes))]
    public void Check_FaultAtAnyCommandAndTheSameCard_IsUnchangedUnlessTheCardSaysOtherwise(string way, string mode)
    {
        Sweep(way, mode, _ => { }, Expected);
    }

    [TestMethod]
    [DynamicData(nameof(WaysAndModes))]
    public void Check_FaultAtAnyCommandAndAnotherFile_IsNeverUnchanged(string way, string mode) =>
        Sweep(way, mode, bench => bench.ReplaceFile(FaultBench.Changed()), (_, _) => "Changed", isUnchangedOnly: true);

    [TestMethod]
    [DynamicData(nameof(WaysAndModes))]
    public void Check_FaultAtAnyCommandAndAnotherCard_IsNeverUnchanged(string way, string mode) =>
        Sweep(way, mode, ChangeCard, (_, _) => "Changed", isUnchangedOnly: true);

    private static void Sweep(
        string way,
        string modeName,
        Action<FaultBench> change,
        Func<FaultMode, Step, string> expected,
        bool isUnchangedOnly = false)
    {
        FaultMode mode = FaultModes.All.Single(m => m.Name == modeName);
        if (mode.IsOutOfReach(way))
            return;

        FaultBench good = new(way);
        good.Run();
        Assert.AreEqual("Unchanged", good.Check().Text);
        List<string> failures = [];
        foreach (Step step in Step.Of(way, [.. good.Commands]))
        {
            FaultBench bench = new(way);
            bench.Run();
            change(bench);

            Ending ending = bench.Check(new FaultScript().At(step.Number, mode.Make(step.Number)));

            string right = expected(mode, step);
            string where = $"{mode.Name} at {step.Number} {step.Role} {step.Line}: {ending.Text}";
            if (isUnchangedOnly ? ending.Text == "Unchanged" : ending.Text != right)
                failures.Add(where + $", expected {right}");
            if (ending.Milliseconds > LongestCheck || ending.Commands > 40)
                failures.Add(where + $", {ending.Milliseconds} ms and {ending.Commands} commands");

            bench.Clock.Wait(QuietTime);
            if (mode.IsLasting)
                bench.Modem.Card = bench.Card;
            string next = bench.Check().Text;
            if (next != (isUnchangedOnly ? "Changed" : "Unchanged"))
                failures.Add(where + $", and then {next}");
        }

        Assert.IsEmpty(failures, "\n" + string.Join('\n', failures));
    }

    // A second look gets over whatever happened once, unless the card says in so many words that the file is not there or
    // is shorter; over AT+CRSM, that its directory can't be entered.
    private static string Expected(FaultMode mode, Step step)
    {
        if (mode.Name == FaultModes.Pulled && step.Role != StepRole.Close)
            return "Removed";
        int statusWord = mode.Make(0) is StatusWordFault fault ? fault.StatusWord : 0;
        bool isChanged = step.Role switch
        {
            StepRole.Application when step.IsCrsm => statusWord is not (0 or 0x6A86 or 0x9300),
            StepRole.Application => statusWord == 0x6A82 && !step.IsCgla,
            StepRole.Select => statusWord == 0x6A82,
            StepRole.Read => statusWord is 0x6282 or 0x6B00 && (step.IsSecondPiece || !step.IsCrsm),
            _ => false,
        };
        return isChanged ? "Changed" : "Unchanged";
    }

    private static void ChangeCard(FaultBench bench)
    {
        CardImage image = ExampleCard.Create();
        image.MasterFile.Add(ElementaryFile.Transparent(
            ExampleCard.IccidFileId, Bcd.Encode("8988000000000000024"), shortFileId: 0x02));
        bench.Insert(new SimulatedCard(image));
    }
}
