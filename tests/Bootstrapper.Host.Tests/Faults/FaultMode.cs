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
}
