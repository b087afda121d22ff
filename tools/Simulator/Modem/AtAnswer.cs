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

    public IReadOnlyList<string> Lines { get; init; }

    /// <summary>Gets whether an OK of its own comes before the answer.</summary>
    public bool IsBehindOk { get; init; }

    /// <summary>Gets the line that follows the final result; null for none.</summary>
    public string? Following { get; init; }

    /// <summary>Gets whether the modem starts anew once it has answered.</summary>
    public bool Restarts { get; init; }

    /// <summary>Gets whether the final result follows the lines.</summary>
    public bool HasFinal { get; init; } = true;

    public static AtAnswer Ok(params string[] lines) => new(true, null, lines);

    public static implicit operator AtAnswer(CmeError error) => new(false, error, []);

    public static implicit operator AtAnswer(Refusal refusal) => new(false, refusal.Code, []);
}
