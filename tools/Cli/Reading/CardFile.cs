using Bootstrapper.Card;

namespace Bootstrapper.Cli.Reading;

/// <summary>An elementary file of a card, as far as it could be read.</summary>
/// <param name="Name">Its name in messages.</param>
/// <param name="Path">Its file identifiers as the directory files have them (PKCS #15 v1.1, 6.1.5).</param>
internal sealed record CardFile(string Name, byte[] Path)
{
    private const int ByteOfFileId = 2;

    /// <summary>Gets whether the card has such a file.</summary>
    public bool IsThere { get; init; }

    /// <summary>Gets the bytes read, records one after the other.</summary>
    public byte[] Content { get; init; } = [];

    /// <summary>Gets the bytes of each record, 0 for a transparent file.</summary>
    public int RecordLength { get; init; }

    /// <summary>Gets the size that the card tells, null if it does not.</summary>
    public int? Size { get; init; }

    /// <summary>Gets the short file identifier, null if the card tells none.</summary>
    public byte? ShortFileId { get; init; }

    /// <summary>Gets why the file could not be read, null if it could or is not there.</summary>
    public CardException? Trouble { get; init; }

    /// <summary>Gets the path as text, without what stands for the application.</summary>
    public string Place => Convert.ToHexString(Path.AsSpan(Path is [0x7F, 0xFF, _, ..] ? ByteOfFileId : 0));
}
