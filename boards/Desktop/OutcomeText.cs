using Bootstrapper.Lwm2m;

namespace Bootstrapper.Desktop;

/// <summary>What a bootstrap's outcome means for the program and its user.</summary>
internal static class OutcomeText
{
    /// <summary>Gets the exit code, and why there is no configuration in one line; empty if there is one.</summary>
    public static (ExitCode Code, string Explanation) Explain(BootstrapResult result) => result.Outcome switch
    {
        BootstrapOutcome.Provisioned => (ExitCode.Provisioned, ""),
        BootstrapOutcome.NoCard => (ExitCode.NotProvisioned, "no SIM card in the modem"),
        BootstrapOutcome.NoApplication => (ExitCode.NotProvisioned, "the card has no PKCS#15 application"),
        BootstrapOutcome.NoBootstrapFile =>
            (ExitCode.NotProvisioned, "the card's PKCS#15 application has no EF LwM2M_Bootstrap"),
        BootstrapOutcome.Blank => (ExitCode.NotProvisioned, "EF LwM2M_Bootstrap was never written (all FF)"),
        BootstrapOutcome.Empty => (ExitCode.NotProvisioned, "EF LwM2M_Bootstrap holds no account"),
        BootstrapOutcome.Cancelled => (ExitCode.NotProvisioned, "cancelled"),
        BootstrapOutcome.PinRequired => (ExitCode.Card, "the card wants a PIN"),
        BootstrapOutcome.PinBlocked => (ExitCode.Card, "a PIN of the card is blocked"),
        BootstrapOutcome.SecureChannelRequired =>
            (ExitCode.Card, "the card hands EF LwM2M_Bootstrap out on a secure channel only"),
        BootstrapOutcome.Inconsistent =>
            (ExitCode.Content, $"EF LwM2M_Bootstrap is inconsistent: {FirstViolation(result)}"),
        _ => throw new InvalidOperationException($"an outcome without a text: {result.Outcome}"),
    };

    private static string FirstViolation(BootstrapResult result)
    {
        Finding[] violations = [.. result.Content.Findings.Where(finding => finding.IsViolation)];
        string rest = violations.Length > 1 ? $" (and {violations.Length - 1} more)" : "";
        return $"{violations[0].Path}: {violations[0].Message}{rest}";
    }
}
