using Bootstrapper.Card;
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
        (ExitCode code, string explanation) = result.Outcome switch
        {
            BootstrapOutcome.Provisioned => (ExitCode.Done, ""),
            BootstrapOutcome.NoCard => (ExitCode.Nothing, "no SIM card in the modem"),
            BootstrapOutcome.NoApplication => (ExitCode.Nothing, "the card has no PKCS#15 application"),
            BootstrapOutcome.NoBootstrapFile =>
                (ExitCode.Nothing, "the card's PKCS#15 application has no EF LwM2M_Bootstrap"),
            BootstrapOutcome.Blank => (ExitCode.Nothing, "EF LwM2M_Bootstrap was never written (all FF)"),
            BootstrapOutcome.Empty => (ExitCode.Nothing, "EF LwM2M_Bootstrap holds no account"),
            BootstrapOutcome.Cancelled => (ExitCode.Nothing, "cancelled"),
            BootstrapOutcome.PinRequired =>
                (ExitCode.Card, "the card wants a PIN (--pin: the SIM's, --file-pin: the file's)" + Behind(pinTrouble)),
            BootstrapOutcome.PinBlocked => (ExitCode.Card, "a PIN of the card is blocked"),
            BootstrapOutcome.SecureChannelRequired =>
                (ExitCode.Card, "the card hands EF LwM2M_Bootstrap out on a secure channel only"),
            BootstrapOutcome.Inconsistent =>
                (ExitCode.Content, $"EF LwM2M_Bootstrap is inconsistent: {Violations(result.Content)}"),
            _ => throw new InvalidOperationException($"an outcome without a text: {result.Outcome}"),
        };
        return new SimVerdict(code, explanation, result.Content);
    }

    /// <summary>Gets the verdict of a run that ended in a malformed file.</summary>
    public static SimVerdict Of(ContentException e) => new(ExitCode.Content, $"malformed content: {e.Message}", null);

    /// <summary>Gets the verdict of a run that ended in a status word.</summary>
    public static SimVerdict Of(CardException e) => new(ExitCode.Card, $"card: {e.Message}", null);

    private static string Behind(string? reason) => reason is null ? "" : $": {reason}";

    private static string Violations(LoadResult content)
    {
        Finding[] violations = [.. content.Findings.Where(finding => finding.IsViolation)];
        string rest = violations.Length > 1 ? $" (and {violations.Length - 1} more)" : "";
        return $"{violations[0].Path}: {violations[0].Message}{rest}";
    }
}
