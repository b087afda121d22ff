namespace Bootstrapper.Simulator;

/// <summary>What commands work on: the settings, the power, and the card.</summary>
internal sealed class ModemState
{
    private const int Minimum = 0;

    private int _earlyQueries;

    /// <summary>Makes a modem that was just switched on, with a card that stays as it is.</summary>
    public ModemState(ModemBehavior behavior, SimulatedCard? card)
    {
        Behavior = behavior;
        Sessions = new(behavior.Sessions);
        CsimAnswers = new(behavior.Csim);
        Initialize();
        Connect(card);
    }

    public ModemBehavior Behavior { get; }

    public AtSettings Settings { get; } = new();

    /// <summary>Gets the card in the modem, with or without power.</summary>
    public SimulatedCard? Inserted { get; private set; }

    /// <summary>Gets the card if it has power.</summary>
    public ModemCard? Card { get; private set; }

    public ModemSessions Sessions { get; }

    public CsimAnswers CsimAnswers { get; private set; }

    /// <summary>Gets the +CFUN that is on.</summary>
    public int Function { get; private set; }

    /// <summary>Gets or sets how many further command lines are lost.</summary>
    public int LostCommands { get; set; }

    /// <summary>Gets or sets whether AT+CRSM has read something since the start, or tried to.</summary>
    public bool HasReadFiles { get; set; }

    /// <summary>Gets why the card cannot be used at all; null where it can.</summary>
    public Refusal? CardRefusal
    {
        get
        {
            if (Function == Minimum)
                return Behavior.CardOff;

            if (Card is null)
                return Refusal.Cme(CmeError.SimNotInserted);

            return _earlyQueries > 0 ? Behavior.LateSim!.Refusal : null;
        }
    }

    /// <summary>Gets why the card cannot be used for what needs PIN 1; null where it can.</summary>
    public Refusal? PinRefusal => CardRefusal ?? (Card!.Locked is { } error ? Refusal.Cme(error) : null);

    /// <summary>Gets the code that +CPIN tells: which PIN is missing.</summary>
    public string PinCode
    {
        get
        {
            if (Card is null)
                return "NOT INSERTED";

            string? code = Card.Locked switch
            {
                CmeError.SimPinRequired => "SIM PIN",
                CmeError.SimPukRequired => "SIM PUK",
                _ => null,
            };
            return code is not null && Behavior.QuotesPinCodes ? $"\"{code}\"" : code ?? "READY";
        }
    }

    /// <summary>Starts anew, as after a loss of power.</summary>
    public void Restart()
    {
        Initialize();
        Insert(Inserted);
    }

    /// <summary>Puts a card in, which resets it; null pulls the one that is in.</summary>
    public void Insert(SimulatedCard? card)
    {
        card?.Reset();
        Connect(card);
    }

    /// <summary>Sets +CFUN; the card is reset where its power goes off or on.</summary>
    public void SetFunction(int function)
    {
        bool changesPower = (function == Minimum) != (Function == Minimum);
        Function = function;
        if (changesPower)
            Insert(Inserted);
    }

    /// <summary>Counts a question whether the card is ready.</summary>
    /// <returns>What <see cref="CardRefusal"/> was.</returns>
    public Refusal? CountQuery()
    {
        Refusal? refusal = CardRefusal;
        if (refusal is not null && Card is not null)
            _earlyQueries--;

        return refusal;
    }

    private void Initialize()
    {
        Settings.Reset(Behavior);
        CsimAnswers = new(Behavior.Csim);
        Function = Behavior.StartFunction;
        LostCommands = Behavior.LostCommands;
        HasReadFiles = false;
    }

    private void Connect(SimulatedCard? card)
    {
        Inserted = card;
        Card = card is null || Function == Minimum ? null : new(card, Behavior);
        Sessions.Clear();
        _earlyQueries = Behavior.LateSim?.Queries ?? 0;
    }
}
