namespace Bootstrapper.Cli.Batch;

/// <summary>A piece of a text with placeholders: either text that stands as it is, or a place for a cell.</summary>
internal readonly record struct TextPiece(string Text, Placeholder? Placeholder);
