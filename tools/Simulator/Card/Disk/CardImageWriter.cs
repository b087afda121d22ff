using System.Globalization;
using System.Text.Json;

namespace Bootstrapper.Simulator;

/// <summary>Writes a card image to a folder.</summary>
internal sealed class CardImageWriter
{
    private readonly string _folder;
    private readonly SortedDictionary<string, CardJson.FileJson> _files = new(StringComparer.Ordinal);

    private CardImageWriter(string folder) => _folder = folder;

    /// <summary>Writes the image.</summary>
    /// <exception cref="CardImageException">The folder has something in it, or cannot be written.</exception>
    public static void Write(CardImage image, string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        try
        {
            if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
                throw new CardImageException(folder, "exists and is no empty folder");

            new CardImageWriter(folder).Write(image);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CardImageException(folder, e.Message, e);
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
        File.WriteAllText(
            Path.Combine(_folder, CardJson.FileName),
            JsonSerializer.Serialize(json, CardJson.WritingOptions) + Environment.NewLine);
    }

    private void WriteContent(CardDirectory directory, string path)
    {
        Directory.CreateDirectory(Path.Combine(_folder, path));
        foreach (ElementaryFile file in directory.Files)
        {
            string key = $"{path}/{file.FileId:X4}";
            File.WriteAllBytes(Path.Combine(_folder, key + ".bin"), file.Content.Span);
            if (Describe(file) is var json && json != new CardJson.FileJson())
                _files.Add(key, json);
        }

        foreach (CardDirectory child in directory.Directories)
            WriteContent(child, $"{path}/{child}");
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
