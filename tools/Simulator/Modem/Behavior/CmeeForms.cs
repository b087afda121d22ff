namespace Bootstrapper.Simulator;

/// <summary>The forms of +CME ERROR that a modem has.</summary>
public enum CmeeForms
{
    /// <summary>ERROR, numbers or words, as AT+CMEE says.</summary>
    All,

    /// <summary>ERROR or numbers: AT+CMEE=2 is refused.</summary>
    NoWords,

    /// <summary>Words, whatever AT+CMEE says.</summary>
    WordsOnly,
}
