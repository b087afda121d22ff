using System.CommandLine;

namespace Bootstrapper.Cli.Commands;

/// <summary>A command whose help ends with an example.</summary>
internal sealed class ExampleCommand(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Gets the command lines that help shows.</summary>
    public IReadOnlyList<string> Examples => examples;
}
