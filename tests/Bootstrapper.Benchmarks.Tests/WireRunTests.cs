using Bootstrapper.Benchmarks.Device;
using Bootstrapper.Benchmarks.Samples;
using Bootstrapper.Benchmarks.Wire;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Benchmarks.Tests;

[TestClass]
public sealed class WireRunTests
{
    private static IEnumerable<object[]> Ways => WireTables.Ways.Select(way => new object[] { way });

    [TestMethod]
    [DynamicData(nameof(Ways))]
    public void Run_AnyWay_HasItsStepsAddUp(CardAccess way)
    {
        WireRun run = new WireRun(SampleFile.AppendixF, way, 240).Run();

        Assert.AreEqual(run.Total, run.Steps.Values.Aggregate((sum, step) => sum + step));
        Assert.IsGreaterThan(SampleFile.AppendixF.HexLength, run.Total.BytesReceived);
        Assert.IsGreaterThan(SampleFile.AppendixF.Length, run.Total.CardBytes);
    }

    // From the first chunk's command to the last chunk's end, as V.250 and 27.007 have the lines: 24 characters of command;
    // of answer CR LF, "+CSIM: 484," and quotes around 484 digits, CR LF, CR LF OK CR LF.
    [TestMethod]
    public void Run_OneChunkMore_CostsItsLines()
    {
        const int Command = 24;
        const int Answer = 2 + 11 + 2 + 484 + 2 + 6;
        WireCount two = Reading(accounts: 3);
        WireCount three = Reading(accounts: 4);
        int bytes = AccountFile.Make(4).Length - AccountFile.Make(3).Length;
        Assert.IsLessThan(240, bytes, "a chunk more, the last one shorter");

        Assert.AreEqual(two.Commands + 1, three.Commands);
        Assert.AreEqual(two.Bytes + Command + Answer - (2 * (240 - bytes)), three.Bytes);
    }

    [TestMethod]
    public void PublishedClient_FileOfTwoChunks_IsThePublishedDialogueAndOneRead()
    {
        WireCount count = PublishedClient.Measure(SampleFile.Example);

        // The example's file has 256 bytes; EF.DODF and the FCPs of our card are not those of the published one.
        Assert.AreEqual(9 + 1, count.Commands);
        Assert.AreEqual(269 + 24, count.BytesSent);
    }

    private static WireCount Reading(int accounts) =>
        new WireRun(new("", 2 * accounts, AccountFile.Make(accounts)), CardAccess.CsimChannel, 240).Run()
            .Steps[BootstrapStep.ReadingFile];
}
