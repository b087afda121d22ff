namespace Bootstrapper.Simulator;

/// <summary>Which faults befall which commands: plain data, to be run on any number of modems.</summary>
/// <remarks>
/// <code>
/// modem.Faults = new FaultScript()
///     .At(3, new SilentFault { Commands = 2 })
///     .At("0070000001", new CmeErrorFault(14))
///     .Start();
/// </code>
/// </remarks>
public sealed class FaultScript
{
    /// <summary>Makes a script.</summary>
    /// <param name="faults">The faults; of several that are due at one command, the first comes first.</param>
    public FaultScript(params IEnumerable<ScriptedFault> faults) => Faults = [.. faults];

    /// <summary>Gets the faults.</summary>
    public IReadOnlyList<ScriptedFault> Faults { get; }

    /// <summary>Makes a script of faults by chance, always the same one for the same arguments.</summary>
    /// <param name="seed">Chooses the faults and the commands.</param>
    /// <param name="count">The number of faults.</param>
    /// <param name="commands">The number of commands among which they are; at least 1.</param>
    /// <param name="others">Faults to choose from besides those that need nothing of the test, such as another card.</param>
    public static FaultScript Random(int seed, int count, int commands, params ReadOnlySpan<Fault> others)
    {
        Random random = new(seed);
        ScriptedFault[] faults = new ScriptedFault[count];
        for (int i = 0; i < count; i++)
            faults[i] = new(random.Next(commands) + 1, RandomFault.Next(random, others));

        return new(faults);
    }

    /// <summary>Gets this script with one more fault, at a command by its number from 1.</summary>
    public FaultScript At(int command, Fault fault) => new([.. Faults, new(command, fault)]);

    /// <summary>Gets this script with one more fault, at the first command line that contains a text.</summary>
    public FaultScript At(string text, Fault fault) => new([.. Faults, new(text, fault)]);

    /// <summary>Starts the script: commands count from now on.</summary>
    public FaultRun Start() => new(this);
}
