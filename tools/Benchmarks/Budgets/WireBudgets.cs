using Bootstrapper.Benchmarks.Output;
using Bootstrapper.Benchmarks.Samples;
using Bootstrapper.Benchmarks.Wire;
using Bootstrapper.Modem;

namespace Bootstrapper.Benchmarks.Budgets;

/// <summary>What goes over the line.</summary>
internal static class WireBudgets
{
    private const int ChunkSize = 240;
    private const double MostBytes = 1.12;
    private const int MostCommands = 12;
    private const int MostCommandsPassedOn = 18;
    private const int MostCommandsOfCheck = 6;

    /// <summary>Measures the bytes of reading a long file, from its SELECT to the closed channel.</summary>
    public static Budget Bytes()
    {
        SampleFile file = SampleFile.Large;
        WireRun run = new WireRun(file, CardAccess.CsimChannel, ChunkSize).Run();
        long bytes = run.Steps[BootstrapStep.ReadingFile].Bytes;
        return new(
            "bytes on the line, both directions, reading a 32 KB file in 240-byte chunks, echo off",
            "1.12 × its hex",
            Figure.Of($"{Ratio(bytes):F4} × ({bytes} for {file.HexLength}); ")
                + Figure.Of($"{Ratio(run.Total.Bytes):F4} × with all that comes before and after"),
            Figure.Of($"{Ratio(PublishedClient.Measure(file).Bytes):F4} × in all, with the nRF Connect SDK's commands"),
            Budget.Judge(Ratio(bytes) <= MostBytes));

        double Ratio(long bytes) => (double)bytes / file.HexLength;
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
            Figure.Of($"{PublishedClient.Measure(SampleFile.Example).Commands} with the nRF Connect SDK's, without EF.DIR"),
            Budget.Judge(resolved <= MostCommands && passedOn <= MostCommandsPassedOn));
    }

    /// <summary>Measures the commands of a check.</summary>
    public static Budget Check()
    {
        WireRun run = new WireRun(SampleFile.Example, CardAccess.CsimChannel, ChunkSize).Run();
        int all = run.Total.Commands;
        int commands = run.Check().Commands;
        return new(
            "`Check()` that finds nothing changed",
            "6 AT commands",
            Figure.Of($"{commands}"),
            Figure.Of($"{all} to run it again"),
            Budget.Judge(commands <= MostCommandsOfCheck));
    }

    private static int CommandsOnTheCard(bool resolvesGetResponse) =>
        new WireRun(SampleFile.Example, CardAccess.CsimChannel, ChunkSize, resolvesGetResponse).Run().OnTheCard.Commands;
}
