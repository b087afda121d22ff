using Bootstrapper.Cli.Output;

namespace Bootstrapper.Cli.Tests.Inspection;

/// <summary>A command that ran in this process, on streams of its own.</summary>
internal sealed record CommandRun(ExitCode Code, string Output, string Error, byte[] Binary)
{
    /// <summary>Gets all text that it wrote.</summary>
    public string All => Output + Error;

    /// <summary>Gets the lines of the output, without the blanks at their ends.</summary>
    public string[] Lines => [.. Output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => line.TrimEnd())];

    /// <summary>Runs a command with an image as its standard input.</summary>
    public static CommandRun Of(byte[] input, params string[] arguments) => Of(new MemoryStream(input), arguments);

    /// <summary>Runs a command with a stream as its standard input.</summary>
    public static CommandRun Of(Stream input, params string[] arguments)
    {
        StringWriter output = new();
        StringWriter error = new();
        MemoryStream binary = new();
        ExitCode code = Simboot.Run(arguments, new Terminal(() => input, () => binary, output, error));
        return new CommandRun(code, output.ToString(), error.ToString(), binary.ToArray());
    }
}
