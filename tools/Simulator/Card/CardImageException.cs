namespace Bootstrapper.Simulator;

/// <summary>A card image on disk is wrong, or cannot be read or written.</summary>
/// <remarks>The message is one line that starts with the path.</remarks>
public sealed class CardImageException(string path, string reason, Exception? cause = null)
    : Exception($"{path}: {reason.ReplaceLineEndings(" ")}", cause)
{
    /// <summary>Gets the file or folder.</summary>
    public string Path { get; } = path;
}
