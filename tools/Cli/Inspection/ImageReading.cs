using Bootstrapper.Cli.Configuration;

namespace Bootstrapper.Cli.Inspection;

/// <summary>What a file holds, as far as it is sound, and where that ends.</summary>
internal sealed class ImageReading
{
    /// <summary>Gets the bytes of the file.</summary>
    public required ReadOnlyMemory<byte> File { get; init; }

    /// <summary>Gets whether the card was never personalised: number and size of the objects read FFFF.</summary>
    public required bool IsBlank { get; init; }

    /// <summary>
    /// Gets where the file can't be read on, as a device finds it, null where it can be read to its end. What a device
    /// refuses for another reason, such as an identifier that stands there twice, is none.
    /// </summary>
    public required ContentException? Break { get; init; }

    /// <summary>Gets what was read before the break; values that are not as their definition says are opaque.</summary>
    public required BootstrapImage Image { get; init; }

    /// <summary>Gets the meaning of every byte of the file, in order; none is left out, and none has two.</summary>
    public required IReadOnlyList<Annotation> Annotations { get; init; }

    /// <summary>Gets the number of bytes that the header announces, its own included, which may be more than there are.</summary>
    public required int ContentLength { get; init; }

    /// <summary>Gets the content, as far as it is there.</summary>
    public ReadOnlyMemory<byte> Content => File[..Math.Min(ContentLength, File.Length)];

    /// <summary>Gets what stands behind the content.</summary>
    public ReadOnlyMemory<byte> Padding => File[Math.Min(ContentLength, File.Length)..];

    /// <summary>Gets whether there is padding, and it is the filler of an erased card: FF throughout.</summary>
    public bool IsPadded => Padding.Length > 0 && Padding.Span.IndexOfAnyExcept((byte)0xFF) < 0;

    /// <summary>Gets what the byte at an offset belongs to, null where nothing explains it.</summary>
    public ValuePath? PathAt(int offset) =>
        Annotations.FirstOrDefault(a => a.Offset <= offset && offset < a.Offset + a.Length)?.Path;
}
