namespace Bootstrapper.Simulator;

/// <summary>The forms of an extended command (V.250 5.4).</summary>
internal enum AtRequestKind
{
    Execute,
    Read,
    Set,
    Test,
}
