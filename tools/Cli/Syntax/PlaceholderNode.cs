namespace Bootstrapper.Cli.Syntax;

/// <summary>What a placeholder's cell holds.</summary>
internal enum PlaceholderForm
{
    /// <summary>The text itself.</summary>
    Text,

    /// <summary>Bytes as hex digits.</summary>
    Hex,

    /// <summary>Bytes in Base64.</summary>
    Base64,
}

/// <summary>A value of a template that each row of a batch fills.</summary>
internal sealed record PlaceholderNode(SourcePosition Position, string Column, PlaceholderForm Form) : Node(Position);
