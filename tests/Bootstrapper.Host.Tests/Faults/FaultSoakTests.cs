using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Faults;

/// <summary>Bootstraps and checks without end, with random faults: nothing is left behind.</summary>
[TestClass]
[DoNotParallelize]
public sealed class FaultSoakTests
{
    private const int Seed = 20_260;
    private const int Rounds = 11;
    private const int BootstrapsPerRound = 1_000;

    // What the runtime and the test host keep of their own comes in steps, now and then; what a bootstrap leaks shows in every
    // round. So the middle one counts, and a single object in every eighth bootstrap is more than this.
    private const long Tolerance = 3 * 1024;

    [TestMethod]
    public void RunAndCheck_TenThousandTimesWithRandomFaults_KeepsNothing()
    {
        FaultBench[] benches = [new(Ways.CsimPassingOn), new(Ways.Cgla), new(Ways.Crsm), new(Ways.Auto)];
        Soak(benches, 0);
        long[] sizes = new long[Rounds + 1];
        sizes[0] = Settled();
        int provisioned = 0;
        for (int round = 1; round <= Rounds; round++)
        {
            provisioned += Soak(benches, round * BootstrapsPerRound);
            sizes[round] = Settled();
        }

        long[] growths = [.. sizes.Skip(1).Zip(sizes, (after, before) => after - before)];
        Assert.IsGreaterThan(Rounds * BootstrapsPerRound / 4, provisioned, "many get over their faults");
        Assert.IsLessThan(Rounds * BootstrapsPerRound, provisioned, "and the faults are there");
        Assert.IsLessThanOrEqualTo(Tolerance, growths.Order().ElementAt(Rounds / 2), string.Join(' ', growths));
        GC.KeepAlive(benches);
    }

    [TestMethod]
    [DataRow(Ways.Csim, "0070000001")]
    [DataRow(Ways.Cgla, "AT+CCHO")]
    public void Run_ChannelOpenedAndSaidToBeRefusedEachTime_NeverRunsOutOfChannels(string way, string command)
    {
        // There are 19, and nobody knows the number of one whose answer was ERROR: all it takes is that they are freed at last.
        FaultBench bench = new(way);
        for (int i = 0; i < 60; i++)
            bench.Run(new FaultScript().At(command, new ErrorAfterExecutingFault()));

        Assert.AreEqual("Provisioned", bench.Run().Text);
    }

    private static int Soak(FaultBench[] benches, int from)
    {
        int provisioned = 0;
        for (int i = from; i < from + BootstrapsPerRound; i++)
        {
            FaultBench bench = benches[i / 7 % benches.Length];
            if (i % 10 == 9)
                bench.StartAnew();
            if (i % 100 == 99)
            {
                ExpectGood(bench, i);
                continue;
            }

            // A card that was pulled is put back, and now and then one that has no channel left is reset.
            if (bench.Modem.Card is null || i % 10 == 4)
                bench.Insert(bench.Card);
            FaultScript faults = FaultScript.Random(
                Seed + i, 1 + (i % 3), 25, bench.SwapFault, bench.ChangeFault, bench.ReturnFault);
            Ending ending = bench.Run(faults);
            if (ending.Text == "Provisioned")
                provisioned++;
            if (bench.Sequence.State != null)
                bench.Check(FaultScript.Random(-Seed - i, 1, 8, bench.SwapFault));
        }

        foreach (FaultBench bench in benches)
            ExpectGood(bench, from);
        return provisioned;
    }

    // The faults are gone: the same card as ever, just reset, in a modem that has had the time to say what it had to say.
    private static void ExpectGood(FaultBench bench, int number)
    {
        bench.PutRight();
        Ending ending = bench.Run();
        Assert.AreEqual("Provisioned", ending.Text, $"bootstrap {number}");
        Assert.AreEqual(0, bench.OpenChannels, $"bootstrap {number}");
        Assert.AreEqual("Unchanged", bench.Check().Text, $"bootstrap {number}");
    }

    private static long Settled()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
