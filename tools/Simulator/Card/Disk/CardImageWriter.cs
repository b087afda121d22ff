using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Bootstrapper.Simulator;

/// <summary>Writes a card image to a folder: whole or not at all, and for its owner only, as it holds keys and PINs.</summary>
internal sealed class CardImageWriter
{
    private const UnixFileMode OwnerOnlyFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerOnlyFolder = OwnerOnlyFile | UnixFileMode.UserExecute;

    private readonly string _folder;
    private readonly SortedDictionary<string, CardJson.FileJson> _files = new(StringComparer.Ordinal);

    private CardImageWriter(string folder) => _folder = folder;

    /// <summary>Writes the image.</summary>
    /// <exception cref="CardImageException">The folder has something in it, or cannot be written; it stays as it is.</exception>
    public static void Write(CardImage image, string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        string? temporary = null;
        try
        {
            string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
            if (File.Exists(full) || (Directory.Exists(full) && Directory.EnumerateFileSystemEntries(full).Any()))
                throw new CardImageException(folder, "exists and is no empty folder");

            // Beside the folder, so that putting it in place is no more than giving it its name.
            temporary = $"{full}.{Guid.NewGuid():N}.tmp";
            CreateFolder(temporary);
            new CardImageWriter(temporary).Write(image);
            PutInPlace(temporary, full);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CardImageException(folder, e.Message, e);
        }
        finally
        {
            if (Directory.Exists(temporary))
                Directory.Delete(temporary, recursive: true);
        }
    }

    private static void PutInPlace(string temporary, string folder)
    {
        if (!Directory.Exists(folder))
        {
            Directory.Move(temporary, folder);
            return;
        }

        // A folder that is there may be one that somebody stands in: it gets filled. Without card.json it is no image.
        List<string> placed = [];
        try
        {
            foreach (string path in Directory.EnumerateFileSystemEntries(temporary).Order(StringComparer.Ordinal))
            {
                string place = Path.Combine(folder, Path.GetFileName(path));
                Directory.Move(path, place);
                placed.Add(place);
            }
        }
        catch
        {
            foreach (string path in placed)
            {
                if (Directory.Exists(path))
                    Directory.Delete(path, recursive: true);
                else
                    File.Delete(path);
            }

            throw;
        }
    }

    private void Write(CardImage image)
    {
        WriteContent(image.MasterFile, image.MasterFile.ToString());
        foreach (CardDirectory application in image.Applications)
            WriteContent(application, application.ToString());

        CardJson json = new()
        {
            Pins = [.. image.Pins.Select(Describe)],
            Applications = image.Applications
                .Where(a => a.FileId is not null)
                .ToDictionary(a => a.ToString(), a => new CardJson.ApplicationJson { FileId = $"{a.FileId:X4}" }),
            Files = _files,
        };
        WriteFile(
            Path.Combine(_folder, CardJson.FileName),
            Encoding.UTF8.GetBytes(JsonSerializer.Serialize(json, CardJson.WritingOptions) + Environment.NewLine));
    }

    private void WriteContent(CardDirectory directory, string path)
    {
        CreateFolder(Path.Combine(_folder, path));
        foreach (ElementaryFile file in directory.Files)
        {
            string key = $"{path}/{file.FileId:X4}";
            WriteFile(Path.Combine(_folder, key + ".bin"), file.Content.Span);
            if (Describe(file) is var json && json != new CardJson.FileJson())
                _files.Add(key, json);
        }

        foreach (CardDirectory child in directory.Directories)
            WriteContent(child, $"{path}/{child}");
    }

    private static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnerOnlyFolder);
    }

    private static void WriteFile(string path, ReadOnlySpan<byte> content)
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnlyFile;
        using FileStream stream = new(path, options);
        stream.Write(content);
    }

    private static CardJson.FileJson Describe(ElementaryFile file) => new()
    {
        RecordLength = file.HasRecords ? file.RecordLength : null,
        Sfi = file.ShortFileId?.ToString("X2", CultureInfo.InvariantCulture),
        Read = file.Access.Read == AccessRule.Default.Read ? null : file.Access.Read.ToString(),
        Update = file.Access.Update == AccessRule.Default.Update ? null : file.Access.Update.ToString(),
        Activated = file.IsActivated ? null : false,
    };

    private static CardJson.PinJson Describe(CardPin pin) => new()
    {
        Key = KeyName.Of(pin.Reference),
        Value = pin.Value,
        Tries = pin.TriesAtStart,
        TriesLeft = pin.TriesLeft == pin.TriesAtStart ? null : pin.TriesLeft,
        Enabled = pin.Enabled,
    };
}
