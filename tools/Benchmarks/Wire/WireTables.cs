using Bootstrapper.Benchmarks.Output;
using Bootstrapper.Benchmarks.Samples;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;

namespace Bootstrapper.Benchmarks.Wire;

/// <summary>Tables of what a bootstrap costs on the lines.</summary>
internal static class WireTables
{
    private const int ChunkSize = 240;

    /// <summary>Gets the ways to the card, as they are tried.</summary>
    public static IReadOnlyList<CardAccess> Ways { get; } =
        [CardAccess.CsimChannel, CardAccess.Cgla, CardAccess.Crsm, CardAccess.CsimBasic];

    /// <summary>Makes the table of a file: a row for each yardstick, way and chunk size.</summary>
    public static MarkdownTable OfWays(SampleFile file, LineSpeeds speeds, IEnumerable<int> chunkSizes)
    {
        MarkdownTable table = new(
            "way", ">chunk", ">commands", ">sent", ">received", ">× hex", ">card commands", ">line s", ">card s", ">s");
        Add("pure hex", "", new(0, 0, file.HexLength));
        Add(PublishedClient.Name, "128", PublishedClient.Measure(file));
        foreach (CardAccess way in Ways)
        {
            foreach (int chunkSize in chunkSizes)
                Add(NameOf(way), Figure.Of($"{chunkSize}"), new WireRun(file, way, chunkSize).Run().Total);
        }

        return table;

        void Add(string way, string chunk, WireCount count) => table.Add(
            way,
            chunk,
            Figure.Of($"{count.Commands}"),
            Figure.Of($"{count.BytesSent}"),
            Figure.Of($"{count.BytesReceived}"),
            Figure.Of($"{(double)count.Bytes / file.HexLength:F3}"),
            Figure.Of($"{count.CardCommands}"),
            Figure.Of($"{count.LineTime(speeds.Baud).TotalSeconds:F3}"),
            Figure.Of($"{count.CardTime(speeds.Card).TotalSeconds:F3}"),
            Figure.Of($"{count.Time(speeds.Baud, speeds.Card).TotalSeconds:F3}"));
    }

    /// <summary>Makes the table of the steps, over a logical channel in 240-byte chunks.</summary>
    public static MarkdownTable OfSteps()
    {
        MarkdownTable table = new("step", ">commands", ">bytes, example", ">commands", ">bytes, 32 KB", ">× hex");
        WireRun small = new WireRun(SampleFile.Example, CardAccess.CsimChannel, ChunkSize).Run();
        WireRun large = new WireRun(SampleFile.Large, CardAccess.CsimChannel, ChunkSize).Run();
        foreach ((BootstrapStep step, WireCount count) in large.Steps)
            Add(step.ToString(), small.Steps[step], count);
        Add("all", small.Total, large.Total);
        return table;

        void Add(string step, WireCount ofSmall, WireCount ofLarge) => table.Add(
            step,
            Figure.Of($"{ofSmall.Commands}"),
            Figure.Of($"{ofSmall.Bytes}"),
            Figure.Of($"{ofLarge.Commands}"),
            Figure.Of($"{ofLarge.Bytes}"),
            Figure.Of($"{(double)ofLarge.Bytes / SampleFile.Large.HexLength:F4}"));
    }

    /// <summary>Gets what a way is called.</summary>
    public static string NameOf(CardAccess way) => way switch
    {
        CardAccess.CsimChannel => "AT+CSIM, a logical channel",
        CardAccess.Cgla => "AT+CGLA",
        CardAccess.Crsm => "AT+CRSM",
        _ => "AT+CSIM, the basic channel",
    };
}
