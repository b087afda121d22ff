using Bootstrapper.Benchmarks.Output;
using Bootstrapper.Benchmarks.Samples;
using Bootstrapper.Benchmarks.Wire;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Benchmarks.Budgets;

/// <summary>What goes over the line.</summary>
internal static class WireBudgets
{
    private const int ChunkSize = 240;
    private const double MostBytes = 1.12;
    private const int MostCommands = 12;
    private const int MostCommandsPassedOn = 18;
    private const int MostCommandsOfCheck = 6;

    /// <summary>Measures the bytes of a long file, the modem's settings and the way to the file included.</summary>
    public static Budget Bytes()
    {
        SampleFile file = SampleFile.Large;
        WireCount total = new WireRun(file, CardAccess.CsimChannel, ChunkSize).Run().Total;
        double ratio = (double)total.Bytes / file.HexLength;
        return new(
            "bytes on the line, both directions, reading a 32 KB file in 240-byte chunks, echo off",
            "1.12 × its hex",
            Figure.Of($"{ratio:F4} × ({total.Bytes} for {file.HexLength})"),
            Budget.Judge(ratio <= MostBytes));
    }

    /// <summary>Measures the commands for a file of one chunk.</summary>
    public static Budget Commands()
    {
        int resolved = CommandsOnTheCard(resolvesGetResponse: true);
        int passedOn = CommandsOnTheCard(resolvesGetResponse: false);
        return new(
            "AT commands from opening to closing the channel, EF.DIR included, file of one chunk",
            "12 where the modem resolves 61xx, 18 where it passes it on",
            Figure.Of($"{resolved}, {passedOn}"),
            Budget.Judge(resolved <= MostCommands && passedOn <= MostCommandsPassedOn));
    }

    /// <summary>Measures the commands of a check.</summary>
    public static Budget Check()
    {
        int commands = new WireRun(SampleFile.Example, CardAccess.CsimChannel, ChunkSize).Run().Check().Commands;
        return new(
            "`Check()` that finds nothing changed",
            "6 AT commands",
            Figure.Of($"{commands}"),
            Budget.Judge(commands <= MostCommandsOfCheck));
    }

    private static int CommandsOnTheCard(bool resolvesGetResponse) =>
        new WireRun(SampleFile.Example, CardAccess.CsimChannel, ChunkSize, resolvesGetResponse).Run().OnTheCard.Commands;
}
