namespace Bootstrapper.Cli.Tests.Inspection;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("simboot").FullName;

    /// <summary>Writes a file.</summary>
    /// <returns>Its path.</returns>
    public string Add(string name, byte[] content)
    {
        string path = Path.Combine(_path, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <inheritdoc/>
    public override string ToString() => _path;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_path, recursive: true);
}
