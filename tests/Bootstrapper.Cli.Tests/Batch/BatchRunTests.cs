using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Bootstrapper.Cli.Batch;
using Bootstrapper.Cli.Generation;
using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Tests.Batch;

/// <summary>The pipeline: order, ends and memory, without a disk.</summary>
[TestClass]
public sealed class BatchRunTests
{
    // Enough for each thread to have several chunks in the window.
    private static readonly int _manyRows = Environment.ProcessorCount * 64 * 12;

    [TestMethod]
    public void Run_FirstImageThatTakesLong_IsStillListedFirst()
    {
        using ManualResetEventSlim others = new();
        using StringWriter manifest = new();
        int added = 0;
        MemoryOutput output = new(manifest, name =>
        {
            // All that is in the window beside the first chunk can be done meanwhile.
            if (name == "1.bin")
                Assert.IsTrue(others.Wait(TimeSpan.FromMinutes(1)));
            else if (Interlocked.Increment(ref added) == 100)
                others.Set();
        });

        Assert.IsTrue(Run(output, new BatchReport(manifest), Rows(_manyRows)));

        string[] lines = manifest.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..];
        Assert.HasCount(_manyRows, lines);
        for (int i = 0; i < lines.Length; i++)
            StringAssert.StartsWith(lines[i], string.Create(CultureInfo.InvariantCulture, $"{i + 2},{i + 1}.bin,"));
    }

    [TestMethod]
    public void Run_SameNameWhileTheFirstIsUnderWay_WaitsForIt()
    {
        const int Second = 200;
        Thread reader = Thread.CurrentThread;
        bool isAsked = false;
        using StringWriter manifest = new();
        MemoryOutput output = new(manifest, name =>
        {
            // The first takes until the reader waits for it, or goes on without; whoever waits for a task may do it himself.
            if (name == "1.bin" && Thread.CurrentThread != reader)
                SpinWait.SpinUntil(() => isAsked || reader.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
        });
        BatchReport report = new(manifest);
        IEnumerable<CsvRow> rows = Rows(_manyRows).Select(row =>
        {
            if (row.Line == Second + 1)
            {
                isAsked = true;
                Assert.AreEqual(Second - 2, output.Count, "rows before that of the same name are done");
            }

            return row.Line == Second ? Row(Second, "1") : row;
        });

        Assert.IsTrue(Run(output, report, rows));

        Assert.AreEqual(_manyRows - 1, report.Made);
        Assert.AreEqual(Second, report.Errors.Single().Line);
        Assert.AreEqual("'1.bin' is the file of an earlier row", report.Errors[0].Error);
    }

    [TestMethod]
    public void Run_SameNames_AreErrorsOfTheLaterRows()
    {
        using StringWriter manifest = new();
        MemoryOutput output = new(manifest);
        BatchReport report = new(manifest);
        IEnumerable<CsvRow> rows = Enumerable.Range(0, 3000).Select(i => Row(i + 2, $"{"nN"[i % 2]}{i % 97}"));

        Run(output, report, rows);

        Assert.AreEqual(97, report.Made);
        Assert.AreEqual(3000 - 97, report.Failed);
        CollectionAssert.AreEqual(Enumerable.Range(2 + 97, 20).ToArray(), report.Errors.Select(e => e.Line).ToArray());
        Assert.AreEqual("'N0.bin' is the file of an earlier row", report.Errors[0].Error);
    }

    [TestMethod]
    public void Run_Cancelled_EndsWhatWasBegunAndListsIt()
    {
        using CancellationTokenSource cancellation = new();
        using StringWriter manifest = new();
        MemoryOutput output = new(manifest);
        BatchReport report = new(manifest);
        IEnumerable<CsvRow> rows = Rows(int.MaxValue).Select(r =>
        {
            if (r.Line == 1000)
                cancellation.Cancel();
            return r;
        });

        Assert.IsFalse(Run(output, report, rows, cancellation.Token));

        Assert.AreEqual(998, report.Made); // the rows of lines 2 to 999
        Assert.AreEqual(998, output.Count);
    }

    [TestMethod]
    public void Run_OutputThatGivesOut_EndsWhatWasBegunAndStops()
    {
        using StringWriter manifest = new();
        MemoryOutput output = new(manifest, name =>
        {
            if (int.Parse(name.Split('.')[0], CultureInfo.InvariantCulture) >= 500)
                throw new CommandException(ExitCode.Usage, $"{name}: can't be written: no space left");
        });
        BatchReport report = new(manifest);

        CommandException e = Assert.ThrowsExactly<CommandException>(() => Run(output, report, Rows(int.MaxValue)));

        Assert.AreEqual("500.bin: can't be written: no space left", e.Message);
        Assert.AreEqual(499, report.Made);
        Assert.AreEqual(499, output.Count);
        Assert.IsLessThanOrEqualTo(_manyRows, report.Failed);
    }

    [TestMethod]
    public void Run_FileThatBreaksOff_EndsWhatWasReadBefore()
    {
        using StringWriter manifest = new();
        MemoryOutput output = new(manifest);
        BatchReport report = new(manifest);
        IEnumerable<CsvRow> rows = Rows(1000).Select(r =>
            r.Line < 102 ? r : throw new CommandException(ExitCode.Usage, "cards.csv: line 102: a quote is never closed"));

        Assert.ThrowsExactly<CommandException>(() => Run(output, report, rows));

        Assert.AreEqual(100, report.Made);
        Assert.AreEqual(100, output.Count);
    }

    [TestMethod]
    [DoNotParallelize]
    public void Run_ManyRows_KeepsNothingOfThem()
    {
        const int Rows = 300_000;
        const int Looks = 30;
        using Stream csv = new RowStream(Rows);
        using CsvSource source = new(csv, "cards.csv");
        BatchPlan plan = Plan(source.Columns, "${iccid}.bin");
        BatchReport report = new(TextWriter.Null);
        List<long> live = [];
        void OnProgress()
        {
            if (report.Made + report.Failed >= (live.Count + 1) * (Rows / Looks))
                live.Add(GC.GetTotalMemory(forceFullCollection: true));
        }

        new BatchRun(plan, new NullOutput(), report).Run(source.Read(plan.Columns), OnProgress, CancellationToken.None);

        Assert.AreEqual(Rows - (Rows / 1000), report.Made);
        Assert.AreEqual(Rows / 1000, report.Failed);
        Assert.HasCount(Looks, live);

        // What is under way differs by megabytes from look to look, so the least of several counts: 15 bytes of each row would be seen.
        Assert.IsLessThan(3L << 20, live[^(Looks / 3)..].Min() - live[..(Looks / 3)].Min());
    }

    private static bool Run(
        IBatchOutput output, BatchReport report, IEnumerable<CsvRow> rows, CancellationToken cancellation = default) =>
        new BatchRun(Plan(["name", "psk"], "${name}.bin"), output, report).Run(rows, () => { }, cancellation);

    private static BatchPlan Plan(string[] columns, string name)
    {
        Node template = BatchFixture.Template("'coaps://a'", "86400", "b'identity'", "${psk:hex}");
        return new BatchPlan(columns, new BatchRequest("cards.csv", "template", template, "out", name, () => new Generator(".")));
    }

    private static IEnumerable<CsvRow> Rows(int count) => Enumerable.Range(1, count).Select(i => Row(i + 1, $"{i}"));

    // In the order in which the plan takes them into use: the template's first.
    private static CsvRow Row(int line, string name) =>
        new(line, [[.. "00112233445566778899AABBCCDDEEFF"u8], Encoding.UTF8.GetBytes(name)]);

    /// <summary>Keeps the names of images, not the images.</summary>
    private sealed class MemoryOutput(TextWriter manifest, Action<string>? onAdd = null) : IBatchOutput
    {
        private readonly ConcurrentDictionary<string, int> _names = new(StringComparer.OrdinalIgnoreCase);

        public TextWriter Manifest => manifest;

        public int Count => _names.Count;

        public bool TryAdd(string name, ReadOnlySpan<byte> image)
        {
            onAdd?.Invoke(name);
            return _names.TryAdd(name, image.Length);
        }
    }

    private sealed class NullOutput : IBatchOutput
    {
        public TextWriter Manifest => TextWriter.Null;

        public bool TryAdd(string name, ReadOnlySpan<byte> image) => true;
    }

    /// <summary>A CSV file that is made while it is read; each thousandth key has a digit too few.</summary>
    private sealed class RowStream(int rows) : MemoryStream
    {
        private byte[] _piece = [.. "iccid,psk\n"u8];
        private int _used;
        private int _row;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_used == _piece.Length)
            {
                if (_row == rows)
                    return 0;
                _row++;
                string key = _row % 1000 == 0 ? "001122334455667" : "00112233445566778899AABBCCDDEEFF";
                string iccid = (8949000000000000000 + _row).ToString(CultureInfo.InvariantCulture);
                _piece = Encoding.ASCII.GetBytes($"{iccid},{key}\n");
                _used = 0;
            }

            count = Math.Min(count, _piece.Length - _used);
            Array.Copy(_piece, _used, buffer, offset, count);
            _used += count;
            return count;
        }
    }
}
