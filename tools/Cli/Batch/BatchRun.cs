using System.Collections.Concurrent;

namespace Bootstrapper.Cli.Batch;

/// <summary>
/// Makes the images of a CSV file on all cores, and writes them in the order of its rows. One thread reads rows and writes
/// files, as a folder takes one new file at a time anyway; the others work on the window of rows in between, which is all
/// that is in memory.
/// </summary>
/// <param name="plan">What to make of a row.</param>
/// <param name="output">Where the images go.</param>
/// <param name="report">What is told of them.</param>
internal sealed class BatchRun(BatchPlan plan, IBatchOutput output, BatchReport report)
{
    // What a thread takes at a time: enough that handing it over costs nothing, little enough to be done at once.
    private const int MostRows = 64;
    private const int MostBytes = 64 * 1024;
    private const int ChunksPerThread = 4;

    private readonly ConcurrentBag<ImageMaker> _makers = [];
    private readonly Queue<Task<RowResult[]>> _window = new();

    /// <summary>Makes the images of all rows. What began before it is cancelled or the file breaks off is brought to its end.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="onProgress">Is told now and then that something was written.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>False if it was cancelled before the last row.</returns>
    /// <exception cref="CommandException">The file can't be read further, or the output not be written.</exception>
    public bool Run(IEnumerable<CsvRow> rows, Action onProgress, CancellationToken cancellation)
    {
        int longestWindow = Environment.ProcessorCount * ChunksPerThread;
        long number = 1;
        using IEnumerator<CsvRow> reader = rows.GetEnumerator();
        CommandException? trouble = null;
        bool isMore = true;
        while (isMore && !cancellation.IsCancellationRequested)
        {
            List<CsvRow> chunk = [];
            try
            {
                isMore = Read(reader, chunk);
            }
            catch (CommandException e)
            {
                trouble = e;
                isMore = false;
            }

            long first = number;
            number += chunk.Count;
            _window.Enqueue(Task.Run(() => Make(chunk, first), CancellationToken.None));
            if (_window.Count == longestWindow)
                WriteNext(onProgress);
        }

        while (_window.Count > 0)
            WriteNext(onProgress);
        return trouble == null ? !isMore : throw trouble;
    }

    private static bool Read(IEnumerator<CsvRow> reader, List<CsvRow> chunk)
    {
        int bytes = 0;
        while (chunk.Count < MostRows && bytes < MostBytes)
        {
            if (!reader.MoveNext())
                return false;

            chunk.Add(reader.Current);
            bytes += reader.Current.Size;
        }

        return true;
    }

    private RowResult[] Make(List<CsvRow> chunk, long firstNumber)
    {
        if (!_makers.TryTake(out ImageMaker? maker))
            maker = plan.CreateMaker();

        RowResult[] results = new RowResult[chunk.Count];
        for (int i = 0; i < results.Length; i++)
            results[i] = maker.Make(chunk[i], firstNumber + i);

        _makers.Add(maker);
        return results;
    }

    private void WriteNext(Action onProgress)
    {
        foreach (RowResult result in _window.Dequeue().GetAwaiter().GetResult())
        {
            bool isNew = !result.IsMade || output.TryAdd(result.Name, result.Image);
            report.Add(isNew ? result : new RowResult(result.Line) { Error = $"'{result.Name}' is the file of another row" });
        }

        output.Manifest.Flush();
        onProgress();
    }
}
