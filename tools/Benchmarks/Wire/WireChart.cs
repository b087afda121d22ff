using Bootstrapper.Benchmarks.Device;
using Bootstrapper.Benchmarks.Output;
using Bootstrapper.Benchmarks.Samples;
using Bootstrapper.Modem;
using Bootstrapper.Simulator;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Bootstrapper.Benchmarks.Wire;

/// <summary>A chart of time against file size for each way to the card, both axes logarithmic.</summary>
internal static class WireChart
{
    private const int Width = 860;
    private const int Height = 520;
    private const int ChunkSize = 240;

    // Where it is missing, the reader has another of its width.
    private const string Font = "DejaVu Sans";

    private static readonly int[] _accounts = [1, 2, 4, 8, 16, 32, 64, 128, 234];
    private static readonly int[] _sizeTicks = [128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768];
    private static readonly double[] _timeTicks = [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20];

    /// <summary>Draws it.</summary>
    /// <returns>The SVG.</returns>
    public static string Draw(LineSpeeds speeds)
    {
        SampleFile[] files =
        [
            .. _accounts.Select(count => new SampleFile(Figure.Of($"{count}"), 2 * count, AccountFile.Make(count))),
        ];
        using Plot plot = new();
        foreach (CardAccess way in WireTables.Ways)
        {
            Add(plot, WireTables.NameOf(way), files, file =>
                new WireRun(file, way, ChunkSize).Run().Total.Time(speeds.Baud, speeds.Card));
        }

        Add(plot, PublishedClient.Name, files, file =>
            PublishedClient.Measure(file).Time(speeds.Baud, speeds.Card), Colors.Black);
        Add(plot, "pure hex, the line alone", files, file =>
            new WireCount(0, 0, file.HexLength).LineTime(speeds.Baud), Colors.Gray);

        plot.Axes.Bottom.TickGenerator = Ticks(
            _sizeTicks.Select(size => (double)size), size => size < 1024 ? Figure.Of($"{size}") : Figure.Of($"{size / 1024}K"));
        plot.Axes.Left.TickGenerator = Ticks(_timeTicks, time => Figure.Of($"{time}"));
        plot.Axes.SetLimits(Math.Log10(110), Math.Log10(38000), Math.Log10(0.018), Math.Log10(24));
        plot.XLabel("bytes of the file");
        plot.YLabel("seconds");
        plot.Title(
            Figure.Of($"Reading the file: {speeds.Baud} baud, card at {speeds.Card} bit/s, {ChunkSize}-byte chunks"), 15);
        plot.ShowLegend(Alignment.UpperLeft);
        plot.Font.Set(Font);
        return plot.GetSvgXml(Width, Height).Replace(
            $"font-family=\"{Font}\"", $"font-family=\"{Font}, Verdana, sans-serif\"", StringComparison.Ordinal);
    }

    private static void Add(
        Plot plot, string name, SampleFile[] files, Func<SampleFile, TimeSpan> measure, Color? color = null)
    {
        double[] sizes = [.. files.Select(file => Math.Log10(file.Length))];
        double[] times = [.. files.Select(file => Math.Log10(measure(file).TotalSeconds))];
        ScottPlot.Plottables.Scatter line = plot.Add.Scatter(sizes, times);
        line.LegendText = name;
        line.LineWidth = 1.5f;
        line.MarkerSize = 4;
        line.Color = color ?? line.Color;
    }

    private static NumericManual Ticks(IEnumerable<double> values, Func<double, string> label)
    {
        NumericManual ticks = new();
        foreach (double value in values)
            ticks.AddMajor(Math.Log10(value), label(value));
        return ticks;
    }
}
