namespace Bootstrapper.Simulator;

/// <summary>How the answers to AT+CSIM, AT+CGLA and AT+CRSM are written, and that to AT+CCHO as far as it applies.</summary>
public sealed record AnswerNotation
{
    /// <summary>Gets whether hexadecimal digits stand in quotes.</summary>
    public bool Quotes { get; init; } = true;

    /// <summary>Gets whether hexadecimal digits are a..f.</summary>
    public bool LowerCase { get; init; }

    /// <summary>Gets what the number in front of an APDU's response says.</summary>
    public AnnouncedLength Length { get; init; }

    /// <summary>Gets where the spaces are.</summary>
    public AnswerSpacing Spacing { get; init; }
}
