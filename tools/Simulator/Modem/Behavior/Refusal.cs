namespace Bootstrapper.Simulator;

/// <summary>How a modem says no.</summary>
public sealed record Refusal
{
    private Refusal(CmeError? cme, ushort? statusWord)
    {
        Code = cme;
        Word = statusWord;
    }

    /// <summary>Gets the refusal ERROR, whatever AT+CMEE says.</summary>
    public static Refusal Error { get; } = new(null, null);

    internal CmeError? Code { get; }

    internal ushort? Word { get; }

    /// <summary>Gets the refusal that is a +CME ERROR.</summary>
    public static Refusal Cme(CmeError error) => new(error, null);

    /// <summary>Gets the refusal that is a status word, as if the card had said it. For APDUs; else it is ERROR.</summary>
    public static Refusal StatusWord(ushort statusWord) => new(null, statusWord);
}
