namespace Bootstrapper.Cli.Syntax;

/// <summary>A configuration text that says what it must not, and where.</summary>
internal sealed class ConfigurationException(SourcePosition position, string message) : Exception(message)
{
    /// <summary>Gets the place.</summary>
    public SourcePosition Position => position;
}
