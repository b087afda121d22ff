using System.Globalization;
using Bootstrapper.Cli.Configuration;
using Bootstrapper.Cli.Output;
using Bootstrapper.Lwm2m;

namespace Bootstrapper.Cli.Inspection;

/// <summary>What a device with the library's default options makes of a file, in words.</summary>
internal sealed class DeviceReport
{
    // LwM2M TS Appendix G.3.3, and as far as the offset of READ BINARY reaches (TS 102 221 11.1.3).
    private const int LongestFile = 32 * 1024;

    private readonly List<string> _violations = [];
    private readonly List<string> _warnings = [];
    private readonly List<string> _skipped = [];

    private DeviceReport()
    {
    }

    /// <summary>Gets the CRC-32 of the content as a device remembers it, null for a malformed file.</summary>
    public uint? Digest { get; private set; }

    /// <summary>Gets how a command ends that is about the file.</summary>
    public ExitCode Code { get; private set; }

    /// <summary>Judges a file.</summary>
    public static DeviceReport Of(ImageReading reading)
    {
        DeviceReport report = new();
        report.JudgeContent(reading);
        report.JudgeSize(reading);
        if (report._violations.Count > 0 && report.Code == ExitCode.Done)
            report.Code = ExitCode.Content;
        return report;
    }

    /// <summary>Writes what is refused, what is odd, what is read over, and the verdict: accepted or refused.</summary>
    public void Write(TextWriter output)
    {
        foreach (string line in _violations)
            output.WriteLine(Terminal.Printable($"violation: {line}"));
        foreach (string line in _warnings)
            output.WriteLine(Terminal.Printable($"warning: {line}"));
        foreach (string line in _skipped)
            output.WriteLine(Terminal.Printable($"skipped: {line}"));
        output.WriteLine(Verdict());
    }

    private void JudgeContent(ImageReading reading)
    {
        byte[] file = reading.File.ToArray();
        LoadResult result;
        try
        {
            result = new ConfigurationLoader().Load(new ByteArraySource(file));
        }
        catch (ContentException e)
        {
            string place = reading.PathAt(e.Offset) is { } path ? $", {PathText.Of(path)}" : "";
            _violations.Add($"offset {e.Offset}{place}: {e.Reason}");
            return;
        }

        Digest = result.Digest;
        switch (result.Outcome)
        {
            case LoadOutcome.Blank:
                _violations.Add("blank: never written");
                Code = ExitCode.Nothing;
                break;
            case LoadOutcome.Empty:
                _violations.Add("empty: no account, neither a Security nor a Server instance");
                Code = ExitCode.Nothing;
                break;
        }

        foreach (Finding finding in result.Findings)
            (finding.IsViolation ? _violations : _warnings).Add(Line(finding, finding.Message));
        JudgeWithoutAccessControl(file);
        AddSkipped(result);
    }

    // LwM2M TS 6.1.6: what the client has only its application knows.
    private void JudgeWithoutAccessControl(byte[] file)
    {
        ConfigurationLoader loader = new() { HasAccessControl = false };
        foreach (Finding finding in loader.Load(new ByteArraySource(file)).Findings.Where(finding => finding.Rule == 17))
            _warnings.Add(Line(finding, "several servers: a client without this object refuses the file"));
    }

    private void JudgeSize(ImageReading reading)
    {
        if (reading.File.Length > LongestFile)
            _violations.Add($"{reading.File.Length} bytes: a file on a card has {LongestFile} at most");
        if (!reading.IsPadded && reading.Padding.Length > 0)
            _warnings.Add($"{ValueText.Count(reading.Padding.Length)} behind the content are not all FF");
    }

    private void AddSkipped(LoadResult result)
    {
        foreach (SkippedObject skipped in result.SkippedObjects)
        {
            string version = skipped.MajorVersion == 0 ? "" : $", version {skipped.MajorVersion}.{skipped.MinorVersion}";
            _skipped.Add(PathText.Of(new ValuePath(skipped.ObjectId)) + version);
        }

        if (result.SkippedObjectCount > result.SkippedObjects.Length)
            _skipped.Add($"{result.SkippedObjectCount - result.SkippedObjects.Length} more objects");
        foreach (string path in result.SkippedResources)
        {
            int[] ids = [.. path[1..].Split('/').Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
            _skipped.Add(PathText.Of(new ValuePath(ids[0], ids[1], ids[2])));
        }

        if (result.SkippedResources.Length == LoadResult.MaxNamed)
            _skipped.Add($"{result.SkippedResourceCount} resources altogether, those of skipped objects included");
    }

    private string Verdict()
    {
        List<string> words = [Code == ExitCode.Done ? "accepted" : "refused"];
        if (_violations.Count > 0)
            words.Add(_violations.Count == 1 ? "1 violation" : $"{_violations.Count} violations");
        if (_warnings.Count > 0)
            words.Add(_warnings.Count == 1 ? "1 warning" : $"{_warnings.Count} warnings");
        return string.Join(", ", words);
    }

    private static string Line(Finding finding, string message)
    {
        ValuePath path = new(finding.ObjectId, finding.InstanceId, finding.ResourceId);
        return $"{PathText.Of(path)}: {message} (rule {finding.Rule})";
    }
}
