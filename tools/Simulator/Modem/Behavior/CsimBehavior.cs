namespace Bootstrapper.Simulator;

/// <summary>What differs from modem to modem in AT+CSIM (3GPP TS 27.007 8.17).</summary>
public sealed record CsimBehavior
{
    /// <summary>Gets the kinds of APDU that are refused; of several that apply, the first counts.</summary>
    public IReadOnlyList<RefusedApdu> Refused { get; init; } = [];

    /// <summary>Gets the instructions that <see cref="ApduForm.OtherInstruction"/> does not mean.</summary>
    public IReadOnlyList<byte> Instructions { get; init; } = [];

    /// <summary>
    /// Gets the most bytes of a response, its status word included, 2 or more; 0 for no limit. Data beyond them are
    /// left out, and nothing tells that.
    /// </summary>
    public int MaxResponse { get; init; }

    /// <summary>
    /// Gets whether 256 bytes of data are one too many: the answer is 6100, and so is that to GET RESPONSE, forever.
    /// </summary>
    public bool LosesFullResponses { get; init; }

    /// <summary>
    /// Gets whether the modem selects the MF after each command, and before each the files again that were selected.
    /// </summary>
    public bool ReselectsMasterFile { get; init; }

    /// <summary>Gets whether AT+CSIM=1 and AT+CSIM=0 keep the modem's own commands away from the card and let them again;
    /// they are told as <c>#QSS: 0</c> and <c>#QSS: 1</c>, as if the card had been pulled and put in.</summary>
    public bool HasLock { get; init; }

    /// <summary>Gets how answers get into disorder.</summary>
    public AnswerDisorder Disorder { get; init; }

    /// <summary>Gets how many answers do, the first ones after the start.</summary>
    public int DisorderedAnswers { get; init; } = int.MaxValue;
}
