using System.Globalization;

namespace Bootstrapper.Simulator;

/// <summary>Reads a card image from its folder.</summary>
internal sealed class CardImageReader
{
    private const int MaxJsonSize = 1 << 20;
    private const int MaxDepth = 8;
    private const string FileExtension = ".bin";

    // Hidden files are the computer's, not the card's.
    private static readonly EnumerationOptions _visible = new() { IgnoreInaccessible = false };

    private readonly string _folder;
    private readonly string _jsonPath;
    private readonly CardJson _json;
    private readonly HashSet<string> _filesSeen = [];

    private CardImageReader(string folder)
    {
        _folder = folder;
        _jsonPath = Path.Combine(folder, CardJson.FileName);
        _json = ReadJson();
    }

    /// <summary>Reads the image.</summary>
    /// <exception cref="CardImageException">Something is missing or wrong.</exception>
    public static CardImage Read(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        try
        {
            if (!Directory.Exists(folder))
                throw new CardImageException(folder, "is no folder");

            return new CardImageReader(folder).Read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CardImageException(folder, e.Message, e);
        }
    }

    private CardImage Read()
    {
        CardImage image = new();
        foreach (CardJson.PinJson pin in _json.Pins)
            image.Add(ReadPin(pin, image));

        string masterFolder = Path.Combine(_folder, image.MasterFile.ToString());
        if (!Directory.Exists(masterFolder))
            throw new CardImageException(masterFolder, "is missing: the folder of the MF");

        CheckNothingIsStray();
        foreach (string path in Subfolders(_folder))
        {
            bool isMasterFile = path == masterFolder;
            CardDirectory directory = isMasterFile ? image.MasterFile : ReadApplication(path, image);
            ReadContent(directory, path, depth: 0);
            if (!isMasterFile)
                image.Add(directory);
        }

        CheckNothingIsLeft(image);
        return image;
    }

    private CardJson ReadJson()
    {
        if (!File.Exists(_jsonPath))
            throw new CardImageException(_jsonPath, "is missing");

        return new CardJsonReader(_jsonPath).Read(RegularFile.Read(_jsonPath, MaxJsonSize));
    }

    private CardPin ReadPin(CardJson.PinJson json, CardImage image)
    {
        if (!KeyName.TryParse(json.Key, out byte reference))
            throw new CardImageException(_jsonPath, $"'{json.Key}' is no name of a key");

        if (image.Pin(reference) is not null)
            throw new CardImageException(_jsonPath, $"{json.Key} is there twice");

        try
        {
            CardPin pin = new(reference, json.Value, json.Tries, json.Enabled);
            pin.TriesLeft = json.TriesLeft ?? pin.TriesLeft;
            return pin;
        }
        catch (ArgumentException e)
        {
            throw new CardImageException(_jsonPath, $"{json.Key} is wrong: {e.Message}", e);
        }
    }

    private CardDirectory ReadApplication(string path, CardImage image)
    {
        string name = Path.GetFileName(path);
        byte[]? aid = IsHex(name) ? Convert.FromHexString(name) : null;
        if (aid is not { Length: >= CardDirectory.MinAidLength and <= CardDirectory.MaxAidLength })
            throw new CardImageException(path, "is named neither 3F00 nor after an AID: 5 to 16 bytes in upper-case digits");

        if (_json.Applications.GetValueOrDefault(name)?.FileId is not { } text)
            return CardDirectory.Application(aid);

        if (!TryParseFileId(text, out ushort fileId))
            throw new CardImageException(_jsonPath, $"application {name}: '{text}' is no file ID of four hexadecimal digits");

        if (image.Applications.Any(a => a.FileId == fileId))
            throw new CardImageException(_jsonPath, $"application {name}: file ID {text} is another application's as well");

        return CardDirectory.Application(aid, fileId);
    }

    private void ReadContent(CardDirectory directory, string path, int depth)
    {
        foreach (string filePath in Directory.EnumerateFiles(path, "*", _visible).Order(StringComparer.Ordinal))
            directory.Add(ReadFile(filePath, directory));

        foreach (string subfolder in Subfolders(path))
        {
            if (depth == MaxDepth)
                throw new CardImageException(subfolder, "is too deep");

            CardDirectory child = CardDirectory.Dedicated(FileIdOfFolder(subfolder));
            if (directory.File(child.FileId!.Value) is not null)
                throw new CardImageException(subfolder, "has the file ID of a file beside it");

            ReadContent(child, subfolder, depth + 1);
            directory.Add(child);
        }
    }

    private ElementaryFile ReadFile(string path, CardDirectory directory)
    {
        ushort fileId = FileIdOfFile(path);
        if (fileId == AccessRuleFile.FileId && directory.FileId == CardDirectory.MasterFileId)
            throw new CardImageException(path, $"is made from the conditions in {CardJson.FileName}, remove it");

        string key = KeyOf(path);
        _filesSeen.Add(key);
        CardJson.FileJson json = _json.Files.GetValueOrDefault(key) ?? new();
        AccessRule access = new(
            ReadCondition(json.Read, AccessRule.Default.Read, key),
            ReadCondition(json.Update, AccessRule.Default.Update, key));
        byte? shortFileId = ReadShortFileId(json.Sfi, key);
        if (shortFileId is { } sfi && directory.FileByShortId(sfi) is { } other)
            throw new CardImageException(_jsonPath, $"file {key}: SFI {json.Sfi} is that of {other.FileId:X4} as well");

        byte[] content = RegularFile.Read(path, ElementaryFile.MaxSize);
        try
        {
            ElementaryFile file = json.RecordLength is { } recordLength
                ? ElementaryFile.LinearFixed(fileId, recordLength, content, shortFileId, access)
                : ElementaryFile.Transparent(fileId, content, shortFileId, access);
            file.IsActivated = json.Activated ?? true;
            return file;
        }
        catch (ArgumentException e)
        {
            throw new CardImageException(path, e.Message, e);
        }
    }

    private AccessCondition ReadCondition(string? text, AccessCondition otherwise, string key)
    {
        if (text is null)
            return otherwise;

        return AccessCondition.TryParse(text, out AccessCondition? condition)
            ? condition.Value
            : throw new CardImageException(_jsonPath, $"file {key}: '{text}' is no access condition");
    }

    private byte? ReadShortFileId(string? text, string key)
    {
        if (text is null)
            return null;

        bool isNumber = byte.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value);
        return isNumber && value is > 0 and <= ElementaryFile.MaxShortFileId
            ? value
            : throw new CardImageException(_jsonPath, $"file {key}: '{text}' is no SFI between 01 and 1E");
    }

    // Beside the folders there may be what is about the card, but none of its files.
    private void CheckNothingIsStray()
    {
        foreach (string path in Directory.EnumerateFiles(_folder, "*" + FileExtension, _visible))
            throw new CardImageException(path, "is in no directory: neither in 3F00 nor in a folder named after an AID");
    }

    private void CheckNothingIsLeft(CardImage image)
    {
        foreach (string key in _json.Files.Keys)
        {
            if (!_filesSeen.Contains(key))
                throw new CardImageException(_jsonPath, $"file {key} is not in the folder");
        }

        foreach (string aid in _json.Applications.Keys)
        {
            if (!image.Applications.Any(a => a.ToString() == aid))
                throw new CardImageException(_jsonPath, $"application {aid} is not in the folder");
        }

        if (new AccessRuleFile(image).IsFull)
            throw new CardImageException(_jsonPath, "has more different pairs of conditions than EF.ARR has records");

        // The default needs no pin in the image: nobody updates the file then.
        IEnumerable<AccessCondition> conditions = image.AllFiles()
            .SelectMany(f => (AccessCondition[])[f.Access.Read, f.Access.Update])
            .Where(c => c != AccessRule.Default.Update);
        foreach (AccessCondition condition in conditions)
        {
            if (condition.NeedsKey && image.Pin(condition.KeyReference) is null)
                throw new CardImageException(_jsonPath, $"{condition} is the condition of a file and not among the pins");
        }
    }

    private static IEnumerable<string> Subfolders(string path) =>
        Directory.EnumerateDirectories(path, "*", _visible).Order(StringComparer.Ordinal);

    private static ushort FileIdOfFolder(string path) =>
        TryParseFileId(Path.GetFileName(path), out ushort fileId)
            ? fileId
            : throw new CardImageException(path, "is not named after a file ID: four upper-case hexadecimal digits");

    private static ushort FileIdOfFile(string path) =>
        Path.GetExtension(path) == FileExtension && TryParseFileId(Path.GetFileNameWithoutExtension(path), out ushort fileId)
            ? fileId
            : throw new CardImageException(
                path, $"is not named after a file ID: four upper-case hexadecimal digits and {FileExtension}");

    private string KeyOf(string path) =>
        Path.ChangeExtension(Path.GetRelativePath(_folder, path), null).Replace(Path.DirectorySeparatorChar, '/');

    private static bool TryParseFileId(string text, out ushort fileId)
    {
        fileId = 0;
        return text.Length == 4
            && IsHex(text)
            && ushort.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out fileId);
    }

    private static bool IsHex(string text) => text.Length % 2 == 0 && text.All(char.IsAsciiHexDigitUpper);
}
