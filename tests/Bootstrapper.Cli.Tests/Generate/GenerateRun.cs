using System.Runtime.CompilerServices;
using System.Text;
using Bootstrapper.Cli.Output;

namespace Bootstrapper.Cli.Tests.Generate;

/// <summary>One run of a command line in this process, with streams of its own.</summary>
internal sealed class GenerateRun
{
    private readonly MemoryStream _output = new();
    private readonly StringWriter _text = new();
    private readonly StringWriter _error = new();

    /// <summary>Runs <c>simboot generate</c>.</summary>
    public GenerateRun(string input, params string[] arguments)
        : this(input, isInputRedirected: true, isOutputRedirected: true, arguments)
    {
    }

    public GenerateRun(string input, bool isInputRedirected, bool isOutputRedirected, params string[] arguments)
    {
        Terminal terminal = new(() => new MemoryStream(Encoding.UTF8.GetBytes(input)), () => _output, _text, _error)
        {
            IsInputRedirected = isInputRedirected,
            IsOutputRedirected = isOutputRedirected,
        };
        Code = Simboot.Run(["generate", .. arguments], terminal);
    }

    public ExitCode Code { get; }

    /// <summary>Gets the bytes of standard output.</summary>
    public byte[] Output => _output.ToArray();

    /// <summary>Gets the text of standard output.</summary>
    public string Text => _text.ToString();

    /// <summary>Gets standard error.</summary>
    public string Error => _error.ToString();

    /// <summary>Gets the path of a configuration that belongs to the tests.</summary>
    public static string Configuration(string name) => Path.Combine(Folder(), "Configurations", name);

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
