using System.Diagnostics.CodeAnalysis;

namespace Bootstrapper.Cli.Batch;

/// <summary>What became of a row: an image in a file, or an error.</summary>
/// <param name="Line">The line of the CSV file in which the row begins.</param>
internal sealed record RowResult(int Line)
{
    /// <summary>Gets the name of the file.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Gets the number of bytes in the image.</summary>
    public int Size { get; init; }

    /// <summary>Gets the SHA-256 of the image in hex digits, as sha256sum prints it.</summary>
    public string Sha256 { get; init; } = string.Empty;

    /// <summary>Gets the CRC-32 of the image in hex digits, as a device reports it for the file.</summary>
    public string Crc32 { get; init; } = string.Empty;

    /// <summary>Gets what is odd about it, be there an image or not.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Gets why there is no image, null if there is one.</summary>
    public string? Error { get; init; }

    /// <summary>Gets why the next row will not fare better, null if the error is this row's alone.</summary>
    public CommandException? Trouble { get; init; }

    /// <summary>Gets whether there is an image.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsMade => Error == null;
}
