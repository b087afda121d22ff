namespace Bootstrapper.DeviceCheck.Stubs;

/// <summary>One line of an API list that is a member of a type: its name, its parameters, and what it is.</summary>
/// <param name="Name">The member's name; <c>ctor</c> for a constructor, <c>Item</c> or so for an indexer.</param>
/// <param name="Parameters">The parameters with their brackets, or an empty text where the member has none.</param>
/// <param name="Declaration">What follows the colon, attributes removed: modifiers, type, accessors, value.</param>
/// <param name="IsObsolete">Whether the member carries an <c>Obsolete</c> attribute.</param>
internal sealed record ApiMember(string Name, string Parameters, string Declaration, bool IsObsolete)
{
    private static readonly HashSet<string> _keywords =
    [
        "public", "protected", "internal", "static", "abstract", "virtual", "override", "sealed", "readonly", "const", "event",
    ];

    public bool IsConstructor => Name == "ctor" && Parameters.Length > 0;

    public bool IsMethod => Parameters.StartsWith('(');

    public bool IsProperty => Declaration.EndsWith('}');

    public bool IsStatic => Words.Contains("static") || Words.Contains("const");

    /// <summary>Gets whether the member is an instance field.</summary>
    public bool IsInstanceField => !IsMethod && !IsProperty && !IsStatic && !Words.Contains("event");

    /// <summary>Gets the modifiers: every word before the type.</summary>
    public string Modifiers
    {
        get
        {
            string[] words = Words;
            int count = words.TakeWhile(word => _keywords.Contains(word)).Count();
            return string.Join(' ', words.Take(count));
        }
    }

    /// <summary>Gets the type, or an empty text for a constructor.</summary>
    public string Type => Words.SkipWhile(word => _keywords.Contains(word)).FirstOrDefault() ?? "";

    /// <summary>Gets the accessors of a property with their braces.</summary>
    public string Accessors => IsProperty ? Declaration[Declaration.IndexOf('{')..] : "";

    /// <summary>Gets the value of a constant, or null.</summary>
    public string? Value
    {
        get
        {
            int equals = Declaration.IndexOf("= ", StringComparison.Ordinal);
            return IsMethod || IsProperty || equals < 0 ? null : Declaration[(equals + 2)..];
        }
    }

    private string[] Words => Declaration.Split(' ');
}
