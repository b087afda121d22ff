namespace Bootstrapper.Simulator;

/// <summary>What differs from modem to modem. The defaults are what 3GPP TS 27.007 says or, where it leaves a
/// choice, what most modems do.</summary>
public sealed record ModemBehavior
{
    /// <summary>Gets the answer to AT+CGMI.</summary>
    public string Manufacturer { get; init; } = "Simulated";

    /// <summary>Gets the answer to AT+CGMM.</summary>
    public string Model { get; init; } = "SIM-1";

    /// <summary>Gets the answer to AT+CGMR.</summary>
    public string Revision { get; init; } = "1.0";

    /// <summary>Gets whether the modem echoes before it is told otherwise.</summary>
    public bool Echo { get; init; } = true;

    /// <summary>Gets the time from the end of a command to the start of its answer.</summary>
    public TimeSpan ResponseDelay { get; init; }

    /// <summary>Gets the most bytes that arrive at once; 0 for no limit.</summary>
    public int PieceSize { get; init; }

    /// <summary>Gets the time between two pieces.</summary>
    public TimeSpan PieceDelay { get; init; }

    /// <summary>Gets how many empty lines stand between an answer and its final result.</summary>
    public int EmptyLines { get; init; }

    /// <summary>Gets how many command lines are lost after the start, while the modem finds the speed of the line.</summary>
    public int LostCommands { get; init; }

    /// <summary>
    /// Gets the lines that the modem sends when it starts; {0} stands for what AT+CPIN? tells, or NOT INSERTED.
    /// </summary>
    public IReadOnlyList<string> StartLines { get; init; } = [];

    /// <summary>Gets the unsolicited lines that come along with answers, in their order.</summary>
    public IReadOnlyList<Unsolicited> Unsolicited { get; init; } = [];

    /// <summary>Gets the line that tells that the card was pulled; null for none.</summary>
    public string? CardPulledLine { get; init; }

    /// <summary>Gets the line that tells that a card was put in, with {0} as above; null for none.</summary>
    public string? CardInsertedLine { get; init; }

    /// <summary>Gets the commands that are refused; the others of this simulator are there.</summary>
    public IReadOnlyList<RefusedCommand> Refused { get; init; } = [];

    /// <summary>Gets the forms of +CME ERROR.</summary>
    public CmeeForms ErrorForms { get; init; }

    /// <summary>Gets the +CFUN that the modem starts with, 0, 1 or 4; with 0 the card has no power.</summary>
    public int StartFunction { get; init; } = 1;

    /// <summary>Gets the value of AT+CFUN with which nothing but the card is on; null for none.</summary>
    public int? CardOnlyFunction { get; init; }

    /// <summary>Gets the answer to commands for a card that has no power.</summary>
    public Refusal CardOff { get; init; } = Refusal.Cme(CmeError.SimNotInserted);

    /// <summary>Gets how the card is late; null for a card that is ready at once.</summary>
    public SimStart? LateSim { get; init; }

    /// <summary>Gets whether AT+CPIN? and AT+CPINR put codes other than READY in quotes.</summary>
    public bool QuotesPinCodes { get; init; }

    /// <summary>Gets the commands for the card's number.</summary>
    public IReadOnlyList<IccidForm> IccidForms { get; init; } = [new("+CCID", "+CCID: {0}")];

    /// <summary>Gets how answers with hexadecimal digits are written.</summary>
    public AnswerNotation Notation { get; init; } = new();

    /// <summary>Gets whether the modem follows 61xx and 6Cxx itself in AT+CSIM, so that the other side sees neither.</summary>
    public bool ResolvesGetResponse { get; init; } = true;

    /// <summary>Gets what differs in AT+CSIM.</summary>
    public CsimBehavior Csim { get; init; } = new();

    /// <summary>Gets what differs in AT+CRSM.</summary>
    public CrsmBehavior Crsm { get; init; } = new();

    /// <summary>Gets what differs in AT+CCHO, AT+CGLA and AT+CCHC.</summary>
    public SessionBehavior Sessions { get; init; } = new();
}
