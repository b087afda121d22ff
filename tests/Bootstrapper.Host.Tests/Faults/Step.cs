namespace Bootstrapper.Host.Tests.Faults;

/// <summary>A command of a good dialogue.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Line">The command line.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Way">The way to the card; see <see cref="Ways"/>.</param>
internal sealed record Step(int Number, string Line, StepRole Role, string Way)
{
    /// <summary>Gets whether the way is AT+CSIM on a channel of ours.</summary>
    public bool IsOwnChannel => Way is Ways.Csim or Ways.CsimPassingOn or Ways.Auto;

    public bool IsCgla => Way is Ways.Cgla or Ways.CglaPassingOn;

    public bool IsCrsm => Line.StartsWith("AT+CRSM", StringComparison.Ordinal);

    /// <summary>Gets whether the command selects a file or asks for its parameters.</summary>
    public bool IsSelect => Role == StepRole.Select || Line.Contains("A4080", StringComparison.Ordinal)
        || Line.StartsWith("AT+CRSM=192", StringComparison.Ordinal);

    /// <summary>Gets whether there is another way to try if this command fails.</summary>
    public bool HasOtherWays => Way == Ways.Auto && Role <= StepRole.Application;

    /// <summary>Gets whether the card is not involved, or not needed any more.</summary>
    public bool IsAside => Role is StepRole.Wake or StepRole.Setting or StepRole.PuttingBack or StepRole.Close;

    /// <summary>
    /// Gets whether the command selects EF(ODF) or EF(ICCID) without asking for the size, which is done where that goes wrong.
    /// </summary>
    public bool IsBareSelect => Line.Contains("A4080C047FFF5031", StringComparison.Ordinal)
        || Line.Contains("A4080C022FE2", StringComparison.Ordinal)
        || Line.StartsWith("AT+CRSM=192,12258,", StringComparison.Ordinal)
        || (Role == StepRole.Select && Line.Contains(",20529,", StringComparison.Ordinal));

    /// <summary>Gets whether the command reads EF(ODF) before its size is known, which is asked for if need be.</summary>
    public bool IsBlindRead => Role == StepRole.Read
        && (Line.Contains("B0000008", StringComparison.Ordinal) || Line.Contains(",20529,", StringComparison.Ordinal));

    /// <summary>Gets whether EF(DIR) is read by its short file identifier, which is tried before it is selected.</summary>
    public bool IsShortFile => Line.Contains("01B201F4", StringComparison.Ordinal);

    /// <summary>Gets whether the command reads a further record of EF(DIR), which may not be there.</summary>
    public bool IsFurtherRecord => Role == StepRole.Directory
        && (Line.Contains("01B20204", StringComparison.Ordinal) || Line.Contains(",12032,2,", StringComparison.Ordinal));

    /// <summary>Gets whether the command reads the bootstrap file's second piece, where a short file would end.</summary>
    public bool IsSecondPiece => Role == StepRole.Read
        && (Line.Contains("B00064", StringComparison.Ordinal) || Line.Contains(",25650,0,100,", StringComparison.Ordinal));

    /// <summary>Gets the steps of a dialogue.</summary>
    public static Step[] Of(string way, IReadOnlyList<string> lines)
    {
        Step[] steps = new Step[lines.Count];
        StepRole last = StepRole.Wake;
        for (int i = 0; i < steps.Length; i++)
        {
            string line = lines[i].TrimEnd('\r');
            last = RoleOf(line, last);
            steps[i] = new(i + 1, line, last, way);
        }

        return steps;
    }

    public static bool IsClosing(string line) =>
        line.Contains("0070800", StringComparison.Ordinal) || line.StartsWith("AT+CCHC", StringComparison.Ordinal)
        || line.Contains("00A4000C", StringComparison.Ordinal) || line.Contains("A0000000871002\"", StringComparison.Ordinal);

    private static StepRole RoleOf(string line, StepRole last)
    {
        bool Has(string text) => line.Contains(text, StringComparison.Ordinal);
        if (line == "AT")
            return StepRole.Wake;
        if (Has("+CPIN"))
            return StepRole.Sim;
        if (!Has("AT+CSIM") && !Has("AT+CRSM") && !Has("AT+CCH") && !Has("AT+CGLA"))
            return last < StepRole.Sim ? StepRole.Setting : StepRole.PuttingBack;
        if (IsClosing(line))
            return StepRole.Close;
        if (Has("0070000001"))
            return StepRole.Open;
        if (Has("B082") || Has("2FE2") || Has(",12258,") || (last == StepRole.Iccid && Has("B0")))
            return StepRole.Iccid;
        if (Has("022F00") || Has(",12032,") || Has("00B20") || Has("01B20"))
            return StepRole.Directory;
        if (Has("AT+CCHO") || Has("A4040C0C") || (last is StepRole.Iccid or StepRole.Directory && Has(",20529,")))
            return StepRole.Application;
        return Has("A408") || Has("C00000") || Has("=192,") ? StepRole.Select : StepRole.Read;
    }
}
