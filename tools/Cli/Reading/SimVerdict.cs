using Bootstrapper.Card;
using Bootstrapper.Desktop;
using Bootstrapper.Lwm2m;

namespace Bootstrapper.Cli.Reading;

/// <summary>What a device would make of a SIM.</summary>
/// <param name="Code">How the command ends with it.</param>
/// <param name="Explanation">Why a device gets no account from it, in one line; empty if it does.</param>
/// <param name="Content">What the file holds; null if it was not reached or is malformed.</param>
internal sealed record SimVerdict(ExitCode Code, string Explanation, LoadResult? Content)
{
    /// <summary>Gets the verdict of a run that came to an end.</summary>
    /// <param name="result">The end.</param>
    /// <param name="pinTrouble">What the library said of PINs, or null.</param>
    public static SimVerdict Of(BootstrapResult result, string? pinTrouble)
    {
        (Desktop.ExitCode code, string explanation) = OutcomeText.Explain(result);
        if (result.Outcome == BootstrapOutcome.PinRequired)
            explanation += " (--pin: the SIM's, --file-pin: the file's)" + (pinTrouble is null ? "" : $": {pinTrouble}");
        return new SimVerdict((ExitCode)code, explanation, result.Content);
    }

    /// <summary>Gets the verdict of a run that ended in a malformed file.</summary>
    public static SimVerdict Of(ContentException e) => new(ExitCode.Content, $"malformed content: {e.Message}", null);

    /// <summary>Gets the verdict of a run that ended in a status word.</summary>
    public static SimVerdict Of(CardException e) => new(ExitCode.Card, $"card: {e.Message}", null);
}
