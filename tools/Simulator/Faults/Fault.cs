namespace Bootstrapper.Simulator;

/// <summary>What goes wrong with a command.</summary>
/// <remarks>The echo of the command, where the modem has it on, comes all the same.</remarks>
public abstract record Fault
{
    private protected Fault()
    {
    }

    /// <summary>Gets the number of commands in a row that it befalls, from the first on; at least 1.</summary>
    public int Commands
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    }
    = 1;

    /// <summary>Deals with a command in the modem's place.</summary>
    internal abstract void Apply(SimulatedModem modem, string line);

    /// <summary>Executes the command and answers it, as without a fault.</summary>
    private protected static void Execute(SimulatedModem modem, string line) => Answer(modem, line, modem.Perform(line));

    /// <summary>Sends an answer to the command; none to a line that is no command.</summary>
    private protected static void Answer(SimulatedModem modem, string line, AtAnswer? answer)
    {
        if (answer is not null)
            modem.Send(modem.Format(answer, line), modem.Behavior.ResponseDelay);
    }
}
