using System.Globalization;
using Bootstrapper.Cli.Output;

namespace Bootstrapper.Cli.Tests.Card;

/// <summary>Runs the tool in this process, with streams and a folder of its own.</summary>
internal sealed class ToolRun : IDisposable
{
    private readonly StringWriter _output = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
    private readonly StringWriter _error = new(CultureInfo.InvariantCulture) { NewLine = "\n" };

    /// <summary>Gets the folder, which goes in the end.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("simboot").FullName;

    /// <summary>Gets or sets standard input.</summary>
    public byte[] Input { get; set; } = [];

    /// <summary>Gets what came on standard output.</summary>
    public string Output => _output.ToString();

    /// <summary>Gets what came on standard error.</summary>
    public string Error => _error.ToString();

    /// <summary>Runs a command line.</summary>
    public ExitCode Run(params string[] arguments)
    {
        _output.GetStringBuilder().Clear();
        _error.GetStringBuilder().Clear();
        return Simboot.Run(
            arguments, new Terminal(() => new MemoryStream(Input), () => new MemoryStream(), _output, _error));
    }

    /// <summary>Gets a path in the folder.</summary>
    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Writes a file into the folder.</summary>
    public string Write(string name, byte[] content)
    {
        string path = PathOf(name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        _output.Dispose();
        _error.Dispose();
    }
}
