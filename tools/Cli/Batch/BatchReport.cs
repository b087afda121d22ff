using System.Globalization;

namespace Bootstrapper.Cli.Batch;

/// <summary>Keeps count of a batch, writes its manifest (RFC 4180) and remembers the first errors.</summary>
internal sealed class BatchReport
{
    private const int MostErrors = 20;

    private readonly List<RowResult> _errors = [];
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

    /// <summary>Gets the first rows in error.</summary>
    public IReadOnlyList<RowResult> Errors => _errors;

    /// <summary>Adds the next row.</summary>
    public void Add(RowResult result)
    {
        string size = result.IsMade ? result.Image.Length.ToString(CultureInfo.InvariantCulture) : string.Empty;
        _manifest.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Line},{Quote(result.Name)},{size},{result.Sha256},{result.Crc32},{Quote(result.Error ?? string.Empty)}"));
        if (result.IsMade)
        {
            Made++;
            return;
        }

        Failed++;
        if (_errors.Count < MostErrors)
            _errors.Add(result);
    }

    private static string Quote(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
