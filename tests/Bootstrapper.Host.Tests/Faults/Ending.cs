namespace Bootstrapper.Host.Tests.Faults;

/// <summary>How a run or a check ended.</summary>
/// <param name="Text">The outcome; or the exception's kind, and its status and code or status word.</param>
/// <param name="Milliseconds">The time it took on the bench's clock.</param>
/// <param name="Commands">The number of AT commands that it sent.</param>
internal sealed record Ending(string Text, long Milliseconds, int Commands);
