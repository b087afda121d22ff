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
        Write(output, speeds, _chunkSizes);
        return 0;
    }

    /// <summary>Writes the tables for some chunk sizes.</summary>
    public static void Write(TextWriter output, LineSpeeds speeds, params IReadOnlyList<int> chunkSizes)
    {
        output.WriteLine(Figure.Of(
            $"From the first AT to the last, echo off; line at {speeds.Baud} baud, card at {speeds.Card} bit/s (T=0)."));
        output.WriteLine("Neither modem nor card takes time of its own. The two yardsticks: the file's hex and nothing else, and the");
        output.WriteLine("commands of the dialogue that the nRF Connect SDK publishes, gone on with in the same way to the end of the file.");
        foreach (SampleFile file in SampleFile.All)
        {
            WriteHeading(output, Figure.Of($"{file.Name}: {file.Length} bytes, {file.HexLength} as hex"));
            WireTables.OfWays(file, speeds, chunkSizes).Write(output);
        }

        WriteHeading(output, "By step, over a logical channel in 240-byte chunks");
        WireTables.OfSteps().Write(output);
    }

    private static void WriteHeading(TextWriter output, string text)
    {
        output.WriteLine();
        output.WriteLine($"## {text}");
        output.WriteLine();
    }
}
