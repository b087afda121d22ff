using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Faults;

/// <summary>A way in which a command goes wrong, and what the run must end in then.</summary>
/// <param name="Name">Its name in messages.</param>
/// <param name="Make">Makes the fault, with a number to choose its details by.</param>
/// <param name="Expected">Gets the ending that is right for a fault at a step, as <see cref="Ending.Text"/> has it.</param>
internal sealed record FaultMode(string Name, Func<int, Fault> Make, Func<Step, string> Expected)
{
    /// <summary>Gets whether the card is taken, or its channels are, for longer than the run.</summary>
    public bool IsLasting => Name is FaultModes.Pulled or FaultModes.Exhausted;

    /// <summary>
    /// Gets whether the library can't tell the fault from the card's own word: on the basic channel, after a reset that no
    /// line tells of, the application is not selected any more, and its files are not found.
    /// </summary>
    public bool IsOutOfReach(string way) => Name == FaultModes.QuietReset && way == Ways.Basic;
}
