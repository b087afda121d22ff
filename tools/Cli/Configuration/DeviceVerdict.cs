using System.Globalization;
using Bootstrapper.Lwm2m;

namespace Bootstrapper.Cli.Configuration;

/// <summary>What a device with the library's default options makes of an image; each line names the place.</summary>
/// <param name="Violations">Why it refuses the image; none if it takes it.</param>
/// <param name="Warnings">What it ignores, or takes though it is odd.</param>
internal sealed record DeviceVerdict(IReadOnlyList<string> Violations, IReadOnlyList<string> Warnings)
{
    /// <summary>Judges an image with a loader, which is the caller's.</summary>
    public static DeviceVerdict Of(byte[] image, ConfigurationLoader loader)
    {
        LoadResult result;
        try
        {
            result = loader.Load(new ByteArraySource(image));
        }
        catch (ContentException e)
        {
            string place = PathAt(image, e.Offset) is { } path ? path.ToString() : $"offset {e.Offset}";
            return new DeviceVerdict([$"{place}: {e.Reason}"], []);
        }

        List<string> violations = [];
        List<string> warnings = [];
        if (result.Outcome == LoadOutcome.Blank)
            violations.Add("blank: never written (FF)");
        else if (result.Outcome == LoadOutcome.Empty)
            violations.Add("there is no account: neither a Security nor a Server instance");
        foreach (Finding finding in result.Findings)
        {
            ValuePath path = new(finding.ObjectId, finding.InstanceId, finding.ResourceId);
            (finding.IsViolation ? violations : warnings).Add($"{path}: {finding.Message}");
        }

        // LwM2M TS 6.1.6. The loader is not told what the client has.
        if (result.Configuration is { ServerInstances.Length: > 1, AccessControlInstances.Length: > 0 })
        {
            ValuePath rights = new(ObjectIds.AccessControl);
            warnings.Add($"{rights}: with several servers, a client without this object refuses the image");
        }

        AddSkipped(result, warnings);
        return new DeviceVerdict(violations, warnings);
    }

    private static void AddSkipped(LoadResult result, List<string> warnings)
    {
        foreach (SkippedObject skipped in result.SkippedObjects)
        {
            string version = skipped.MajorVersion == 0 ? "" : $" in version {skipped.MajorVersion}.{skipped.MinorVersion}";
            warnings.Add($"{new ValuePath(skipped.ObjectId)}{version}: skipped by a device whose application doesn't take it");
        }

        int more = result.SkippedObjectCount - result.SkippedObjects.Length;
        if (more > 0)
            warnings.Add($"{more} more objects: skipped likewise");
        foreach (string path in result.SkippedResources)
        {
            int[] ids = [.. path[1..].Split('/').Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
            warnings.Add($"{new ValuePath(ids[0], ids[1], ids[2])}: not a resource that a device knows; skipped");
        }
    }

    /// <summary>Finds what stands at an offset; null if the image is broken there.</summary>
    private static ValuePath? PathAt(byte[] image, int offset)
    {
        ValuePath? path = null;
        BootstrapFileReader file = new();
        try
        {
            bool more = file.Open(new ByteArraySource(image));
            while (more && file.ReadObject() && file.Offset <= offset)
            {
                path = new ValuePath(file.ObjectId);
                TlvReader tlv = file.Tlv;
                while (tlv.Read() && tlv.Offset <= offset)
                {
                    int value = tlv.Kind == TlvKind.ResourceInstance ? tlv.Identifier : -1;
                    path = new ValuePath(file.ObjectId, tlv.InstanceId, tlv.ResourceId, value);
                }
            }

            return path;
        }
        catch (ContentException)
        {
            return null;
        }
    }
}
