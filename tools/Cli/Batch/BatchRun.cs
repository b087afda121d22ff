using System.Collections.Concurrent;

namespace Bootstrapper.Cli.Batch;

/// <summary>
/// Makes the images of a CSV file on all cores and reports them in the order of its rows: one thread reads rows and writes the
/// report, the others make images and write their files. The window of rows in between is all that is in memory.
/// </summary>
/// <param name="plan">What to make of a row.</param>
/// <param name="output">Where the images go.</param>
/// <param name="report">Is told what became of the rows.</param>
internal sealed class BatchRun(BatchPlan plan, IBatchOutput output, BatchReport report)
{
    // What a thread takes at a time: enough that handing it over costs nothing, little enough to be done at once.
    private const int MostRows = 64;
    private const int MostBytes = 64 * 1024;
    private const int ChunksPerThread = 4;

    private readonly int _longestWindow = Environment.ProcessorCount * ChunksPerThread;
    private readonly ConcurrentBag<ImageMaker> _makers = [];
    private readonly Queue<(List<BatchRow> Rows, Task<RowResult[]> Results)> _window = new();

    // No two rows of one name are under way at a time, so that of two it is always the second that finds the name taken. Also
    // not where they differ by case, as some systems take them for the same.
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    private List<BatchRow> _chunk = [];
    private int _chunkBytes;
    private Action? _onProgress;
    private CommandException? _trouble;

    /// <summary>Makes the images of all rows. What was begun is brought to its end, whatever happens.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="onProgress">Is called now and then, when rows have been done.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>False if it was cancelled before the last row.</returns>
    /// <exception cref="CommandException">The file can't be read further, or the output not be written.</exception>
    public bool Run(IEnumerable<CsvRow> rows, Action onProgress, CancellationToken cancellation)
    {
        _onProgress = onProgress;
        bool isCancelled = false;
        try
        {
            long number = 0;
            foreach (CsvRow row in rows)
            {
                isCancelled = cancellation.IsCancellationRequested;
                if (isCancelled || _trouble != null)
                    break;
                Add(plan.Name(row, ++number));
            }
        }
        catch (CommandException e)
        {
            _trouble ??= e;
        }

        Finish();
        return _trouble == null ? !isCancelled : throw _trouble;
    }

    private void Add(BatchRow row)
    {
        if (row.Name != null && !_names.Add(row.Name))
        {
            Finish();
            _names.Add(row.Name);
        }

        _chunk.Add(row);
        _chunkBytes += row.Cells.Size;
        if (_chunk.Count == MostRows || _chunkBytes >= MostBytes)
            Begin();
    }

    private void Begin()
    {
        List<BatchRow> chunk = _chunk;
        _chunk = [];
        _chunkBytes = 0;
        _window.Enqueue((chunk, Task.Run(() => Make(chunk))));
        if (_window.Count == _longestWindow)
            EndNext();
    }

    private void Finish()
    {
        if (_chunk.Count > 0)
            Begin();
        while (_window.Count > 0)
            EndNext();
    }

    private RowResult[] Make(List<BatchRow> chunk)
    {
        if (!_makers.TryTake(out ImageMaker? maker))
            maker = plan.CreateMaker(output);

        RowResult[] results = [.. chunk.Select(maker.Make)];
        _makers.Add(maker);
        return results;
    }

    private void EndNext()
    {
        (List<BatchRow> rows, Task<RowResult[]> results) = _window.Dequeue();
        foreach (RowResult result in results.GetAwaiter().GetResult())
        {
            _trouble ??= result.Trouble;
            report.Add(result);
        }

        foreach (BatchRow row in rows)
            _names.Remove(row.Name ?? string.Empty);

        output.Manifest.Flush();
        _onProgress?.Invoke();
    }
}
