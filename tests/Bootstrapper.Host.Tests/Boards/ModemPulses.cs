namespace Bootstrapper.Host.Tests.Boards;

/// <summary>How long a modem's pins have to be held at least, in milliseconds, whatever the board does.</summary>
/// <param name="PowerOn">The key, to switch it on.</param>
/// <param name="PowerOff">The key, to switch it off.</param>
/// <param name="Reset">The reset.</param>
internal sealed record ModemPulses(int PowerOn, int PowerOff, int Reset);
