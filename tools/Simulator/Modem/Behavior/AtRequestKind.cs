namespace Bootstrapper.Simulator;

/// <summary>The forms of an extended command (V.250 5.4).</summary>
public enum AtRequestKind
{
    /// <summary><c>AT+NAME</c>.</summary>
    Execute,

    /// <summary><c>AT+NAME?</c>.</summary>
    Read,

    /// <summary><c>AT+NAME=arguments</c>.</summary>
    Set,

    /// <summary><c>AT+NAME=?</c>.</summary>
    Test,
}
