namespace Bootstrapper.Simulator;

/// <summary>A script that is being played to a modem (see <see cref="SimulatedModem.Faults"/>).</summary>
/// <param name="script">The script.</param>
public sealed class FaultRun(FaultScript script)
{
    private readonly List<ScriptedFault> _pending = [.. script.Faults];
    private readonly List<FiredFault> _fired = [];
    private Fault? _current;
    private int _left;

    /// <summary>Gets the number of commands since the start.</summary>
    public int CommandCount { get; private set; }

    /// <summary>Gets what has happened, one entry per command that a fault befell.</summary>
    public IReadOnlyList<FiredFault> Fired => _fired;

    /// <summary>Gets whether no fault is left.</summary>
    public bool IsSpent => _pending.Count == 0 && _left == 0;

    /// <summary>Takes the next command into account, and gets the fault that befalls it.</summary>
    internal Fault? Next(string line)
    {
        // A line without AT in it is noise, no command.
        if (!line.Contains("AT", StringComparison.OrdinalIgnoreCase))
            return null;

        CommandCount++;
        if (_left == 0)
        {
            int index = _pending.FindIndex(f => f.IsDue(CommandCount, line));
            if (index < 0)
                return null;

            _current = _pending[index].Fault;
            _left = _current.Commands;
            _pending.RemoveAt(index);
        }

        _left--;
        _fired.Add(new(CommandCount, line, _current!));
        return _current;
    }
}
