using Bootstrapper.Card;
using Bootstrapper.Simulator;

namespace Bootstrapper.Cli.Reading;

/// <summary>Makes a card image of what was read of a card, so that a bootstrap from it ends as one from the card.</summary>
internal sealed class CardImageBuilder
{
    private const ushort AccessRules = 0x2F06;
    private const int FileDeactivated = 0x6283;
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
            _leftOut.Add($"{file.Name} ({file.Place}): not on the card, or not to be reached over this way");
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

        ushort fileId = FileId(path[^FileIdLength..]);
        if (Below(directory, path[..^FileIdLength]) is not { } place || place.Directory(fileId) is not null)
            _leftOut.Add($"{file.Name} ({file.Place}): its path leads through a file, or it is a directory as well");
        else if (file.RecordLength > ElementaryFile.MaxRecordLength)
            _leftOut.Add($"{file.Name} ({file.Place}): records of {file.RecordLength} bytes");
        else if (place != _image.MasterFile || fileId != AccessRules)
            place.Add(Make(file, fileId, place));
    }

    private static CardDirectory? Below(CardDirectory directory, ReadOnlySpan<byte> path)
    {
        CardDirectory place = directory;
        for (; path.Length > 0; path = path[FileIdLength..])
        {
            ushort fileId = FileId(path);
            if (place.File(fileId) is not null)
                return null;
            if (place.Directory(fileId) is not { } child)
            {
                child = CardDirectory.Dedicated(fileId);
                place.Add(child);
            }

            place = child;
        }

        return place;
    }

    private ElementaryFile Make(CardFile file, ushort fileId, CardDirectory place)
    {
        // A card that gives a short file identifier twice has it once here.
        byte? shortFileId = file.ShortFileId is { } sfi && place.FileByShortId(sfi) is null ? sfi : null;
        if (file.RecordLength > 0)
            return ElementaryFile.LinearFixed(fileId, file.RecordLength, file.Content, shortFileId);
        if (file.Trouble is not { } trouble)
            return ElementaryFile.Transparent(fileId, file.Content, shortFileId);

        // What nobody could read, nobody can read in the image; its size is the card's, its bytes are not.
        _leftOut.Add($"{file.Name} ({file.Place}): {trouble.Message}");
        byte[] content = new byte[Math.Min(file.Size ?? 0, ElementaryFile.MaxSize)];
        Array.Fill(content, (byte)0xFF);
        AccessCondition read = trouble.StatusWord switch
        {
            FileDeactivated => AccessCondition.Always,
            StatusWords.SecureChannelRequired => AccessCondition.SecureChannel,
            _ => AccessCondition.Never,
        };
        ElementaryFile made = ElementaryFile.Transparent(
            fileId, content, shortFileId, new AccessRule(read, AccessRule.Default.Update));
        made.IsActivated = trouble.StatusWord != FileDeactivated;
        return made;
    }

    private static ushort FileId(ReadOnlySpan<byte> path) => (ushort)((path[0] << 8) | path[1]);
}
