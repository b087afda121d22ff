using Bootstrapper.Lwm2m;
using Bootstrapper.Modem;

namespace Bootstrapper.Cli.Reading;

/// <summary>What the reading of a SIM came to.</summary>
/// <param name="Verdict">What a device would make of it.</param>
/// <param name="Iccid">The card's number, null if nobody told it.</param>
/// <param name="Way">The way to the card that worked; Auto if none did.</param>
/// <param name="Profile">The modem's profile, null if none of the card's files was read.</param>
/// <param name="Contents">The card's files, null if none was read.</param>
internal sealed record SimReading(
    SimVerdict Verdict, string? Iccid, CardAccess Way, ModemProfile? Profile, CardContents? Contents)
{
    /// <summary>
    /// Gets the image as it was made: without what pads the file. Of a file that is malformed or blank, where nothing
    /// says what is padding, all of it. Null if it could not be read.
    /// </summary>
    public byte[]? Image
    {
        get
        {
            byte[]? bytes = Contents?.BootstrapBytes;
            return bytes is not null && Verdict.Content is { Outcome: not LoadOutcome.Blank } content
                ? bytes[..Math.Min(content.Length, bytes.Length)]
                : bytes;
        }
    }
}
