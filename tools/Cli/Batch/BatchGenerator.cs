using Bootstrapper.Cli.Output;

namespace Bootstrapper.Cli.Batch;

/// <summary>Makes an image of each row of a CSV file, in a folder with a manifest.</summary>
internal static class BatchGenerator
{
    /// <summary>Makes the images. Rows in error are told on standard error and in the manifest, and the rest is done.</summary>
    /// <returns><see cref="ExitCode.Content"/> if a row was in error, whatever the error.</returns>
    /// <exception cref="CommandException">It can't begin, was cancelled, or the file or the folder gave out.</exception>
    public static ExitCode Run(BatchRequest request, Terminal terminal, CancellationToken cancellation)
    {
        using Stream stream = Open(request.CsvPath, terminal);
        string name = InputFile.Name(request.CsvPath);
        using CsvSource source = new(stream, name);
        BatchPlan plan = new(source.Columns, request);
        using BatchFolder folder = new(request.Folder);
        BatchReport report = new(folder.Manifest);
        BatchRun run = new(plan, folder, report);
        bool isComplete = false;
        try
        {
            BatchProgress progress = new(() => Share(stream), () => report.Summary);
            isComplete = progress.Follow(terminal, onProgress => run.Run(source.Read(plan.Columns), onProgress, cancellation));
            folder.Complete();
        }
        catch (IOException e)
        {
            throw new CommandException(ExitCode.Usage, $"{folder.ManifestPath}: can't be written: {FileTrouble.Reason(e)}", e);
        }
        finally
        {
            Summarize(terminal, name, report, folder.ManifestPath);
        }

        if (!isComplete)
            throw new CommandException(ExitCode.Nothing, $"cancelled after {report.Made + report.Failed} rows");
        return report.Failed == 0 ? ExitCode.Done : ExitCode.Content;
    }

    private static Stream Open(string path, Terminal terminal)
    {
        try
        {
            return path == "-" ? terminal.OpenInput() : File.OpenRead(path);
        }
        catch (Exception e) when (FileTrouble.Is(e))
        {
            throw new CommandException(ExitCode.Usage, $"{path}: can't be read: {FileTrouble.Reason(e)}", e);
        }
    }

    // Of a pipe nobody knows.
    private static double? Share(Stream stream) =>
        stream.CanSeek && stream.Length > 0 ? (double)stream.Position / stream.Length : null;

    private static void Summarize(Terminal terminal, string name, BatchReport report, string manifest)
    {
        void Tell(string line) => terminal.Error.WriteLine($"simboot: {Terminal.Printable(line)}");

        foreach (BatchWarning warning in report.Warnings)
        {
            string also = warning.Count == 1 ? string.Empty : $" ({warning.Count} rows)";
            Tell($"{name}: line {warning.Line}: warning: {warning.Text}{also}");
        }

        foreach (RowResult error in report.Errors)
            Tell($"{name}: line {error.Line}: {error.Error}");
        if (report.Failed > report.Errors.Count)
        {
            long more = report.Failed - report.Errors.Count;
            Tell($"{name}: {more} more rows in error: see {manifest}");
        }

        Tell($"{report.Summary}; {manifest} lists them");
    }
}
