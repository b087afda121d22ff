namespace Bootstrapper.Desktop;

/// <summary>A log that nobody reads.</summary>
internal sealed class SilentLog : ILog
{
    /// <inheritdoc/>
    public void Write(string line)
    {
    }
}
