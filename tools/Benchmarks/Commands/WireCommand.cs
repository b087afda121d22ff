using Bootstrapper.Benchmarks.Output;
using Bootstrapper.Benchmarks.Samples;
using Bootstrapper.Benchmarks.Wire;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Benchmarks.Commands;

/// <summary>Prints what a bootstrap costs on the lines.</summary>
internal sealed class WireCommand(TextWriter output, int baud, int cardSpeed)
{
    private static readonly int[] _chunkSizes = [64, 128, 240, 255];
    private static readonly CardAccess[] _ways =
        [CardAccess.CsimChannel, CardAccess.Cgla, CardAccess.Crsm, CardAccess.CsimBasic];

    /// <summary>Prints all tables.</summary>
    public int Run()
    {
        output.WriteLine(Figure.Of($"From the first AT to the last, echo off; line at {baud} baud, card at {cardSpeed} bit/s (T=0)."));
        foreach (SampleFile file in SampleFile.All)
        {
            output.WriteLine();
            output.WriteLine(Figure.Of($"### {file.Name}: {file.Length} bytes, {file.HexLength} as hex"));
            output.WriteLine();
            WriteTable(file);
        }

        output.WriteLine();
        output.WriteLine("### By step, over a logical channel in 240-byte chunks");
        output.WriteLine();
        WriteSteps();
        return 0;
    }

    private void WriteTable(SampleFile file)
    {
        MarkdownTable table = new(
            "way", ">chunk", ">commands", ">sent", ">received", ">x hex", ">card commands", ">line s", ">card s", ">s");
        Add(table, "pure hex", "", new(0, 0, file.HexLength), file);
        Add(table, "published dialogue, read on", "128", PublishedClient.Measure(file), file);
        foreach (CardAccess way in _ways)
        {
            foreach (int chunkSize in _chunkSizes)
                Add(table, NameOf(way), Figure.Of($"{chunkSize}"), new WireRun(file, way, chunkSize).Run().Total, file);
        }

        table.Write(output);
    }

    private void Add(MarkdownTable table, string way, string chunk, WireCount count, SampleFile file) => table.Add(
        way,
        chunk,
        Figure.Of($"{count.Commands}"),
        Figure.Of($"{count.BytesSent}"),
        Figure.Of($"{count.BytesReceived}"),
        Figure.Of($"{(double)count.Bytes / file.HexLength:F3}"),
        Figure.Of($"{count.CardCommands}"),
        Figure.Of($"{count.LineTime(baud).TotalSeconds:F3}"),
        Figure.Of($"{count.CardTime(cardSpeed).TotalSeconds:F3}"),
        Figure.Of($"{count.Time(baud, cardSpeed).TotalSeconds:F3}"));

    private void WriteSteps()
    {
        MarkdownTable table = new("step", ">commands", ">bytes, example", ">commands", ">bytes, 32 KB", ">x hex");
        WireRun small = new WireRun(SampleFile.Example, CardAccess.CsimChannel, 240).Run();
        WireRun large = new WireRun(SampleFile.Large, CardAccess.CsimChannel, 240).Run();
        foreach ((BootstrapStep step, WireCount count) in large.Steps)
            Add(table, step.ToString(), small.Steps[step], count);
        Add(table, "all", small.Total, large.Total);
        table.Write(output);
    }

    private static void Add(MarkdownTable table, string step, WireCount small, WireCount large) => table.Add(
        step,
        Figure.Of($"{small.Commands}"),
        Figure.Of($"{small.Bytes}"),
        Figure.Of($"{large.Commands}"),
        Figure.Of($"{large.Bytes}"),
        Figure.Of($"{(double)large.Bytes / SampleFile.Large.HexLength:F4}"));

    private static string NameOf(CardAccess way) => way switch
    {
        CardAccess.CsimChannel => "AT+CSIM, a logical channel",
        CardAccess.Cgla => "AT+CGLA",
        CardAccess.Crsm => "AT+CRSM",
        _ => "AT+CSIM, the basic channel",
    };
}
