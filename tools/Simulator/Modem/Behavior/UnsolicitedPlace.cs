namespace Bootstrapper.Simulator;

/// <summary>Where an unsolicited line stands in the answer to a command.</summary>
public enum UnsolicitedPlace
{
    /// <summary>Before the echo, whatever the command.</summary>
    BeforeEcho,

    /// <summary>After the echo, before the answer.</summary>
    Before,

    /// <summary>Between the answer's lines and its final result.</summary>
    Between,

    /// <summary>After the final result.</summary>
    After,
}
