using Bootstrapper.Benchmarks.Output;
using Bootstrapper.Benchmarks.Samples;
using Bootstrapper.Benchmarks.Wire;

namespace Bootstrapper.Benchmarks.Commands;

/// <summary>Prints what a bootstrap costs on the lines.</summary>
internal static class WireCommand
{
    private static readonly int[] _chunkSizes = [64, 128, 240, 255];

    /// <summary>Prints all tables.</summary>
    public static int Run(TextWriter output, LineSpeeds speeds)
    {
        output.WriteLine(Figure.Of(
            $"From the first AT to the last, echo off; line at {speeds.Baud} baud, card at {speeds.Card} bit/s (T=0)."));
        foreach (SampleFile file in SampleFile.All)
        {
            output.WriteLine(Figure.Of($"\n### {file.Name}: {file.Length} bytes, {file.HexLength} as hex\n"));
            WireTables.OfWays(file, speeds, _chunkSizes).Write(output);
        }

        output.WriteLine("\n### By step, over a logical channel in 240-byte chunks\n");
        WireTables.OfSteps().Write(output);
        return 0;
    }
}
