namespace Bootstrapper.Simulator;

/// <summary>A command that a fault befell.</summary>
/// <param name="Command">The number of the command since the start of the script, from 1.</param>
/// <param name="Line">The command line.</param>
/// <param name="Fault">The fault.</param>
public sealed record FiredFault(int Command, string Line, Fault Fault);
