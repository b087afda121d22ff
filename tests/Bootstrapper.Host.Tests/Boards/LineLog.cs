namespace Bootstrapper.Host.Tests.Boards;

/// <summary>A log that a test reads.</summary>
internal sealed class LineLog : ILog
{
    public List<string> Lines { get; } = [];

    public string Last => Lines[^1];

    public string Text => string.Join('\n', Lines);

    public void Write(string line) => Lines.Add(line);
}
