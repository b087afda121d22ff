namespace Bootstrapper.Simulator;

/// <summary>A fault of the line: the command is executed, and its answer arrives distorted.</summary>
public abstract record DistortingFault : Fault
{
    private protected DistortingFault()
    {
    }

    internal sealed override void Apply(SimulatedModem modem, string line)
    {
        if (modem.Perform(line) is { } answer)
            modem.Send(Distort(modem.Format(answer, line)), modem.Behavior.ResponseDelay);
    }

    /// <summary>Gets the bytes that arrive in place of the answer's, of which there is at least one.</summary>
    private protected abstract byte[] Distort(byte[] answer);
}
