namespace Bootstrapper.Simulator;

/// <summary>What differs from modem to modem in AT+CCHO, AT+CGLA and AT+CCHC (3GPP TS 27.007 8.43 to 8.46).</summary>
public sealed record SessionBehavior
{
    /// <summary>Gets what a session is called.</summary>
    public SessionNames Names { get; init; }

    /// <summary>Gets whether AT+CCHO answers the name alone, as 3GPP TS 27.007 prints it and most modems do not.</summary>
    public bool BareName { get; init; }

    /// <summary>Gets whether AT+CCHC answers a line +CCHC before its OK.</summary>
    public bool TellsClosing { get; init; }

    /// <summary>Gets whether the modem follows 61xx and 6Cxx itself in AT+CGLA, so that the other side sees neither.</summary>
    public bool ResolvesGetResponse { get; init; } = true;

    /// <summary>Gets the kinds of APDU that AT+CGLA refuses; of several that apply, the first counts.</summary>
    public IReadOnlyList<RefusedApdu> Refused { get; init; } = [];

    /// <summary>Gets the answer to AT+CCHO for an application that the card does not have.</summary>
    public Refusal NoApplication { get; init; } = Refusal.Cme(CmeError.SimFailure);

    /// <summary>Gets the answer to AT+CCHO when the card opens no further channel.</summary>
    public Refusal NoChannel { get; init; } = Refusal.Cme(CmeError.PhoneFailure);

    /// <summary>Gets the answer to AT+CGLA and AT+CCHC for a session that is not open.</summary>
    public Refusal NoSession { get; init; } = Refusal.Cme(CmeError.IncorrectParameters);
}
