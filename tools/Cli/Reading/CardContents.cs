using Bootstrapper.Card;

namespace Bootstrapper.Cli.Reading;

/// <summary>What was read of a card: the PKCS#15 application, and what leads to it.</summary>
/// <param name="Iccid">EF.ICCID.</param>
/// <param name="ApplicationDirectory">EF.DIR.</param>
internal sealed record CardContents(CardFile Iccid, CardFile ApplicationDirectory)
{
    /// <summary>Gets the identifier with which the application was selected, null if the card has none.</summary>
    public byte[]? Identifier { get; init; }

    /// <summary>Gets the path of the application's directory from the MF, null if none is known.</summary>
    public byte[]? DirectoryPath { get; init; }

    /// <summary>Gets the files that were looked for in the application, or are named by one of them, each once.</summary>
    public IReadOnlyList<CardFile> Files { get; init; } = [];

    /// <summary>Gets where the directory files say that the bootstrap data are, null if none does.</summary>
    public CardPath? BootstrapPath { get; init; }

    /// <summary>Gets EF LwM2M_Bootstrap, null if no directory file names it.</summary>
    public CardFile? Bootstrap { get; init; }

    /// <summary>Gets the bytes that the path names of the file, or all of them; null if they could not be read.</summary>
    public byte[]? BootstrapBytes
    {
        get
        {
            if (BootstrapPath is not { } path || Bootstrap is not { IsThere: true, Trouble: null, RecordLength: 0 } file)
                return null;
            int start = Math.Min(path.Index, file.Content.Length);
            int length = file.Content.Length - start;
            if (path.Length != CardPath.WholeFile)
                length = Math.Min(path.Length, length);
            return file.Content.AsSpan(start, length).ToArray();
        }
    }
}
