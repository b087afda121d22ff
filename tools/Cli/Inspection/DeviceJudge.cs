using System.Globalization;
using Bootstrapper.Cli.Configuration;
using Bootstrapper.Lwm2m;

namespace Bootstrapper.Cli.Inspection;

/// <summary>
/// Judges images with the library's own loader and its default options. One serves any number of them, one after the other;
/// a thread has its own.
/// </summary>
internal sealed class DeviceJudge
{
    // LwM2M TS 6.1.6: whether the client has the object only its application knows, so what breaks this rule is a warning.
    private const int AccessControlRule = 17;

    private readonly ConfigurationLoader _loader = new() { HasAccessControl = false };

    /// <summary>Judges an image.</summary>
    public DeviceVerdict Judge(byte[] image)
    {
        List<Remark> violations = [];
        List<Remark> warnings = [];
        List<Remark> skipped = [];
        LoadResult? result = null;
        try
        {
            result = _loader.Load(new ByteArraySource(image));
            AddFindings(result, violations, warnings);
            AddSkipped(result, skipped);
            ReadOnlySpan<byte> padding = image.AsSpan(result.Length);
            if (padding.IndexOfAnyExcept((byte)0xFF) >= 0)
                warnings.Add(new Remark($"{ValueText.Count(padding.Length)} behind the content are not all FF"));
        }
        catch (ContentException e)
        {
            violations.Add(new Remark(e.Reason, ImageReader.Read(image).PathAt(e.Offset), e.Offset));
        }

        if (image.Length > ImageWriter.LongestFile)
            violations.Add(new Remark($"{image.Length} bytes: a file on a card has {ImageWriter.LongestFile} at most"));
        return new DeviceVerdict
        {
            Code = result?.Outcome switch
            {
                LoadOutcome.Blank or LoadOutcome.Empty => ExitCode.Nothing,
                _ => violations.Count == 0 ? ExitCode.Done : ExitCode.Content,
            },
            Digest = result?.Digest,
            Violations = violations,
            Warnings = warnings,
            Skipped = skipped,
        };
    }

    private static void AddFindings(LoadResult result, List<Remark> violations, List<Remark> warnings)
    {
        if (result.Outcome == LoadOutcome.Blank)
            violations.Add(new Remark("blank: never written"));
        else if (result.Outcome == LoadOutcome.Empty)
            violations.Add(new Remark("empty: no account, neither a Security nor a Server instance"));
        foreach (Finding finding in result.Findings)
        {
            ValuePath path = new(finding.ObjectId, finding.InstanceId, finding.ResourceId);
            if (finding.Rule == AccessControlRule)
                warnings.Add(new Remark("with several servers, a client without this object refuses the image", path, Rule: finding.Rule));
            else
                (finding.IsViolation ? violations : warnings).Add(new Remark(finding.Message, path, Rule: finding.Rule));
        }
    }

    private static void AddSkipped(LoadResult result, List<Remark> skipped)
    {
        foreach (SkippedObject record in result.SkippedObjects)
        {
            string version = record.MajorVersion == 0 ? "" : $"version {record.MajorVersion}.{record.MinorVersion}";
            skipped.Add(new Remark(version, new ValuePath(record.ObjectId)));
        }

        if (result.SkippedObjectCount > result.SkippedObjects.Length)
            skipped.Add(new Remark($"{result.SkippedObjectCount - result.SkippedObjects.Length} more objects"));
        foreach (string path in result.SkippedResources)
        {
            int[] ids = [.. path[1..].Split('/').Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
            skipped.Add(new Remark("", new ValuePath(ids[0], ids[1], ids[2])));
        }

        if (result.SkippedResources.Length == LoadResult.MaxNamed)
            skipped.Add(new Remark($"{result.SkippedResourceCount} resources altogether, those of skipped objects included"));
    }
}
