namespace Bootstrapper.Desktop;

/// <summary>The steps of the bootstrap as lines of text.</summary>
internal sealed class WriterLog(TextWriter writer) : ILog
{
    /// <inheritdoc/>
    public void Write(string line)
    {
        writer.WriteLine($"- {line}");
    }
}
