namespace Bootstrapper.Cli.Syntax;

/// <summary>How a configuration is written.</summary>
internal enum ConfigurationFormat
{
    /// <summary>Python literals, keys being numbers or names such as <c>OID.Security</c>.</summary>
    Dictionary,

    /// <summary>JSON, keys being strings.</summary>
    Json,
}
