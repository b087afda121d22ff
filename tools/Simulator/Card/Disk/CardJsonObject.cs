using System.Text.Json;

namespace Bootstrapper.Simulator;

/// <summary>An object in <c>card.json</c>; what is wrong with it is told with where it is.</summary>
internal sealed class CardJsonObject
{
    private readonly string _path;
    private readonly string _place;
    private readonly Dictionary<string, JsonElement> _properties = [];

    /// <summary>Takes the object's properties.</summary>
    /// <param name="path">The document's path, for messages.</param>
    /// <param name="name">The object's own name; what it is in.</param>
    /// <param name="element">The object.</param>
    public CardJsonObject(string path, string name, JsonElement element)
    {
        _path = path;
        _place = name.Length == 0 ? "" : name + ": ";
        Name = name;
        if (element.ValueKind != JsonValueKind.Object)
            throw Wrong("is no object in braces");

        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (!_properties.TryAdd(property.Name, property.Value))
                throw Wrong($"'{property.Name}' is there twice");
        }
    }

    /// <summary>Gets the object's name: that of the property which it is the value of, or which it is an element of.</summary>
    public string Name { get; }

    /// <summary>Checks that there are no properties besides those named.</summary>
    public void Expect(params ReadOnlySpan<string> names)
    {
        foreach (string name in _properties.Keys)
        {
            if (!names.Contains(name))
                throw Wrong($"'{name}' is unknown, known are {string.Join(", ", names!)}");
        }
    }

    public string RequiredText(string name) => Text(name) ?? throw Wrong($"has no '{name}'");

    public string? Text(string name)
    {
        if (!_properties.TryGetValue(name, out JsonElement value))
            return null;

        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw Wrong($"'{name}' is no text in quotes");
    }

    public int? Number(string name)
    {
        if (!_properties.TryGetValue(name, out JsonElement value))
            return null;

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number)
            ? number
            : throw Wrong($"'{name}' is no whole number");
    }

    public bool? Flag(string name)
    {
        if (!_properties.TryGetValue(name, out JsonElement value))
            return null;

        return value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : throw Wrong($"'{name}' is neither true nor false");
    }

    /// <summary>Gets the objects in an array, none where there is no such property.</summary>
    public IEnumerable<CardJsonObject> Elements(string name)
    {
        if (!_properties.TryGetValue(name, out JsonElement value))
            return [];

        if (value.ValueKind != JsonValueKind.Array)
            throw Wrong($"'{name}' is no list in brackets");

        return value.EnumerateArray().Select((element, i) => new CardJsonObject(_path, $"{name}[{i}]", element));
    }

    /// <summary>Gets the objects in an object, none where there is no such property.</summary>
    public IEnumerable<CardJsonObject> Members(string name)
    {
        if (!_properties.TryGetValue(name, out JsonElement value))
            return [];

        CardJsonObject group = new(_path, name, value);
        return group._properties.Select(p => new CardJsonObject(_path, p.Key, p.Value));
    }

    private CardImageException Wrong(string what) => new(_path, _place + what);
}
