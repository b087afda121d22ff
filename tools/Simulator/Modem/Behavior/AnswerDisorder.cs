namespace Bootstrapper.Simulator;

/// <summary>How the answer to AT+CSIM stands among others.</summary>
public enum AnswerDisorder
{
    /// <summary>Alone, as it should.</summary>
    None,

    /// <summary>Behind the answer to the AT+CSIM before it, repeated, on the same line.</summary>
    BehindPrevious,

    /// <summary>Behind an OK of its own, as if the command had been answered already.</summary>
    BehindOk,
}
