using System.Text.Json;

namespace Bootstrapper.Simulator;

/// <summary>Reads <c>card.json</c>, and says in plain words what is wrong with it.</summary>
/// <param name="path">The file's path, for messages.</param>
internal sealed class CardJsonReader(string path)
{
    private static readonly byte[] _byteOrderMark = [0xEF, 0xBB, 0xBF];

    private static readonly JsonDocumentOptions _options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Reads the document.</summary>
    /// <exception cref="CardImageException">It is no JSON, or says something that it should not.</exception>
    public CardJson Read(byte[] bytes)
    {
        ReadOnlyMemory<byte> text = bytes.AsMemory(bytes.AsSpan().StartsWith(_byteOrderMark) ? _byteOrderMark.Length : 0);
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, _options);
            return ReadCard(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new CardImageException(path, $"line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}: is no JSON", e);
        }
        catch (InvalidOperationException e)
        {
            // What a reader of texts throws for half of a surrogate pair.
            throw new CardImageException(path, "has a text that is no Unicode", e);
        }
    }

    private CardJson ReadCard(JsonElement element)
    {
        CardJsonObject card = new(path, "", element);
        card.Expect("pins", "applications", "files");
        return new()
        {
            Pins = [.. card.Elements("pins").Select(ReadPin)],
            Applications = card.Members("applications").ToDictionary(m => m.Name, ReadApplication),
            Files = card.Members("files").ToDictionary(m => m.Name, ReadFile),
        };
    }

    private static CardJson.PinJson ReadPin(CardJsonObject pin)
    {
        pin.Expect("key", "value", "tries", "triesLeft", "enabled");
        CardJson.PinJson defaults = new() { Key = pin.RequiredText("key"), Value = pin.RequiredText("value") };
        return defaults with
        {
            Tries = pin.Number("tries") ?? defaults.Tries,
            TriesLeft = pin.Number("triesLeft"),
            Enabled = pin.Flag("enabled") ?? defaults.Enabled,
        };
    }

    private static CardJson.ApplicationJson ReadApplication(CardJsonObject application)
    {
        application.Expect("fileId");
        return new() { FileId = application.Text("fileId") };
    }

    private static CardJson.FileJson ReadFile(CardJsonObject file)
    {
        file.Expect("recordLength", "sfi", "read", "update", "activated");
        return new()
        {
            RecordLength = file.Number("recordLength"),
            Sfi = file.Text("sfi"),
            Read = file.Text("read"),
            Update = file.Text("update"),
            Activated = file.Flag("activated"),
        };
    }
}
