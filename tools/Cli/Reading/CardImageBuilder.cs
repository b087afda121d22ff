using Bootstrapper.Card;
using Bootstrapper.Simulator;

namespace Bootstrapper.Cli.Reading;

/// <summary>Makes a card image of what was read of a card, so that a bootstrap from it ends as one from the card.</summary>
internal sealed class CardImageBuilder
{
    private const ushort AccessRules = 0x2F06;
    private const int FileIdLength = 2;

    private readonly CardImage _image = new();
    private readonly List<string> _leftOut = [];

    private CardImageBuilder()
    {
    }

    /// <summary>Makes the image.</summary>
    /// <param name="contents">What was read.</param>
    /// <param name="leftOut">What the card may have and the image has not, a line each.</param>
    public static CardImage Build(CardContents contents, out IReadOnlyList<string> leftOut)
    {
        CardImageBuilder builder = new();
        builder.Add(contents);
        leftOut = builder._leftOut;
        return builder._image;
    }

    private void Add(CardContents contents)
    {
        ReadOnlySpan<byte> directoryPath = contents.DirectoryPath;
        if (directoryPath.StartsWith((ReadOnlySpan<byte>)[0x3F, 0x00]))
            directoryPath = directoryPath[FileIdLength..];
        ushort? fileId = directoryPath.Length == FileIdLength ? FileId(directoryPath) : null;
        CardDirectory? application = contents.Identifier is null ? null : CardDirectory.Application(contents.Identifier, fileId);
        if (application is not null)
            _image.Add(application);
        foreach (CardFile file in (CardFile[])[contents.Iccid, contents.ApplicationDirectory, .. contents.Files])
            Place(file, application);
    }

    private void Place(CardFile file, CardDirectory? application)
    {
        if (!file.IsThere)
        {
            _leftOut.Add($"{file.Name} ({file.Place}): not on the card, or out of reach");
            return;
        }

        CardDirectory directory = application ?? _image.MasterFile;
        ReadOnlySpan<byte> path = Convert.FromHexString(file.Place);
        if (path.Length > FileIdLength && FileId(path) == CardDirectory.MasterFileId)
        {
            path = path[FileIdLength..];
            directory = _image.MasterFile;
            if (path.Length > FileIdLength && application?.FileId is { } id && FileId(path) == id)
            {
                path = path[FileIdLength..];
                directory = application;
            }
        }

        for (; path.Length > FileIdLength; path = path[FileIdLength..])
            directory = Below(directory, FileId(path));
        if (directory == _image.MasterFile && FileId(path) == AccessRules)
            return;
        if (Make(file, FileId(path)) is { } made)
            directory.Add(made);
    }

    private static CardDirectory Below(CardDirectory directory, ushort fileId)
    {
        if (directory.Directory(fileId) is { } known)
            return known;
        CardDirectory child = CardDirectory.Dedicated(fileId);
        directory.Add(child);
        return child;
    }

    private ElementaryFile? Make(CardFile file, ushort fileId)
    {
        if (file.RecordLength is > 0 and <= ElementaryFile.MaxRecordLength)
            return ElementaryFile.LinearFixed(fileId, file.RecordLength, file.Content, file.ShortFileId);
        if (file.Trouble is not { } trouble)
            return ElementaryFile.Transparent(fileId, file.Content, file.ShortFileId);

        // What nobody could read, nobody can read in the image; its size is the card's, its bytes are not.
        byte[] content = new byte[Math.Min(file.Size ?? 0, ElementaryFile.MaxSize)];
        Array.Fill(content, (byte)0xFF);
        AccessCondition read = trouble.StatusWord == StatusWords.SecureChannelRequired
            ? AccessCondition.SecureChannel
            : AccessCondition.Never;
        _leftOut.Add($"{file.Name} ({file.Place}): {trouble.Message}");
        return ElementaryFile.Transparent(fileId, content, file.ShortFileId, new AccessRule(read, AccessRule.Default.Update));
    }

    private static ushort FileId(ReadOnlySpan<byte> path) => (ushort)((path[0] << 8) | path[1]);
}
