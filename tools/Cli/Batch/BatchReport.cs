using System.Globalization;

namespace Bootstrapper.Cli.Batch;

/// <summary>Keeps count of a batch, writes its manifest (RFC 4180) and remembers the first errors.</summary>
internal sealed class BatchReport
{
    private const int MostLines = 20;

    private readonly List<RowResult> _errors = [];
    private readonly Dictionary<string, BatchWarning> _warnings = [];
    private readonly TextWriter _manifest;

    /// <summary>Begins a manifest.</summary>
    public BatchReport(TextWriter manifest)
    {
        _manifest = manifest;
        _manifest.WriteLine("line,file,size,sha256,crc32,error");
    }

    /// <summary>Gets the number of images made.</summary>
    public long Made { get; private set; }

    /// <summary>Gets the number of rows in error.</summary>
    public long Failed { get; private set; }

    /// <summary>Gets both numbers, for a person.</summary>
    public string Summary => Failed == 0 ? Number(Made, "image") : $"{Number(Made, "image")}, {Number(Failed, "row")} in error";

    /// <summary>Gets the first rows in error.</summary>
    public IReadOnlyList<RowResult> Errors => _errors;

    /// <summary>Gets the warnings, each once, and where the first was.</summary>
    public IEnumerable<BatchWarning> Warnings => _warnings.Values.OrderBy(w => w.Line);

    /// <summary>Adds the next row.</summary>
    public void Add(RowResult result)
    {
        string size = result.IsMade ? result.Size.ToString(CultureInfo.InvariantCulture) : string.Empty;
        _manifest.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Line},{Quote(result.Name)},{size},{result.Sha256},{result.Crc32},{Quote(result.Error ?? string.Empty)}"));
        foreach (string warning in result.Warnings)
            Add(warning, result.Line);
        if (result.IsMade)
        {
            Made++;
            return;
        }

        Failed++;
        if (_errors.Count < MostLines)
            _errors.Add(result);
    }

    // They name places of the template, so that there are few; those beyond would be about the same.
    private void Add(string warning, int line)
    {
        if (_warnings.TryGetValue(warning, out BatchWarning? known))
            known.Count++;
        else if (_warnings.Count < MostLines)
            _warnings.Add(warning, new BatchWarning(warning, line));
    }

    private static string Number(long count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static string Quote(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
