namespace Bootstrapper.Cli.Syntax;

/// <summary>What a placeholder's column holds, and so what becomes of it.</summary>
internal enum PlaceholderForm
{
    /// <summary>A text, taken as it stands.</summary>
    Text,

    /// <summary>Hexadecimal digits that become bytes.</summary>
    Hex,

    /// <summary>Base64 that becomes bytes.</summary>
    Base64,
}
