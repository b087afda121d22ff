using Bootstrapper.Lwm2m;

namespace Bootstrapper.Cli.Cards;

/// <summary>What a device would say of an image.</summary>
internal static class DeviceVerdict
{
    /// <summary>Gets why a device gets no account out of an image, in one line without keys; null where it gets some.</summary>
    public static string? Trouble(byte[] image)
    {
        try
        {
            LoadResult result = new ConfigurationLoader().Load(new ByteArraySource(image));
            return result.Outcome switch
            {
                LoadOutcome.Loaded => null,
                LoadOutcome.Blank => "it is blank (all FF)",
                LoadOutcome.Empty => "it holds no account",
                _ => $"it is inconsistent: {result.Findings.First(f => f.IsViolation)}",
            };
        }
        catch (ContentException e)
        {
            return $"it is malformed: {e.Message}";
        }
    }
}
