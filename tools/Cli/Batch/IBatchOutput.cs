namespace Bootstrapper.Cli.Batch;

/// <summary>Where the images of a batch go, and the list of them.</summary>
internal interface IBatchOutput
{
    /// <summary>Gets the manifest.</summary>
    TextWriter Manifest { get; }

    /// <summary>Adds an image, whole or not at all. Several threads may do so at a time.</summary>
    /// <returns>False where the name is taken.</returns>
    /// <exception cref="CommandException">It can't be written.</exception>
    bool TryAdd(string name, ReadOnlySpan<byte> image);
}
