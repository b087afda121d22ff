namespace Bootstrapper.Simulator.Commands;

/// <summary>One instruction of the card.</summary>
internal abstract class CardInstruction(byte code, bool takesData, bool isProprietary = false)
{
    /// <summary>Gets the instruction byte.</summary>
    public byte Code => code;

    /// <summary>Gets whether the command brings data, so that T=0 cannot answer data at once.</summary>
    public bool TakesData => takesData;

    /// <summary>Gets whether the class byte has bit 8 set.</summary>
    public bool IsProprietary => isProprietary;

    /// <summary>Executes a command whose class, channel and length are right.</summary>
    public abstract CardResponse Execute(CardCommand command, CardSession session, CardChannel channel);
}
