namespace Bootstrapper.Simulator;

/// <summary>What a command line is answered: information lines, then OK, ERROR or a +CME ERROR.</summary>
internal sealed record AtAnswer
{
    private AtAnswer(bool succeeded, CmeError? cme, string[] lines)
    {
        Succeeded = succeeded;
        Cme = cme;
        Lines = lines;
    }

    /// <summary>Gets the answer ERROR.</summary>
    public static AtAnswer Error { get; } = new(false, null, []);

    public bool Succeeded { get; }

    public CmeError? Cme { get; }

    public IReadOnlyList<string> Lines { get; }

    /// <summary>Gets whether the final result follows the lines.</summary>
    public bool HasFinal { get; init; } = true;

    public static AtAnswer Ok(params string[] lines) => new(true, null, lines);

    public static implicit operator AtAnswer(CmeError error) => new(false, error, []);
}
