using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bootstrapper.Simulator;

/// <summary>The document <c>card.json</c> of an image: what the files' bytes and names cannot tell.</summary>
internal sealed record CardJson
{
    public const string FileName = "card.json";

    /// <summary>Gets the PINs and administrative keys.</summary>
    public IReadOnlyList<PinJson> Pins { get; init; } = [];

    /// <summary>Gets what is to say about an application, by its AID in hexadecimal digits.</summary>
    public IReadOnlyDictionary<string, ApplicationJson> Applications { get; init; } = new Dictionary<string, ApplicationJson>();

    /// <summary>Gets what is to say about a file, by its path in the folder: <c>3F00/2F00</c>.</summary>
    public IReadOnlyDictionary<string, FileJson> Files { get; init; } = new Dictionary<string, FileJson>();

    public static JsonSerializerOptions WritingOptions { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
    };

    /// <summary>A PIN.</summary>
    internal sealed record PinJson
    {
        /// <summary>Gets the name of its key reference.</summary>
        public required string Key { get; init; }

        public required string Value { get; init; }

        public int Tries { get; init; } = 3;

        public int? TriesLeft { get; init; }

        public bool Enabled { get; init; } = true;
    }

    /// <summary>An application.</summary>
    internal sealed record ApplicationJson
    {
        /// <summary>Gets the file ID under the MF, in hexadecimal digits.</summary>
        public string? FileId { get; init; }
    }

    /// <summary>A file.</summary>
    internal sealed record FileJson
    {
        /// <summary>Gets the bytes of each record; null for a transparent file.</summary>
        public int? RecordLength { get; init; }

        /// <summary>Gets the short file identifier, in hexadecimal digits.</summary>
        public string? Sfi { get; init; }

        /// <summary>Gets the condition of reading; null for always.</summary>
        public string? Read { get; init; }

        /// <summary>Gets the condition of updating; null for ADM1.</summary>
        public string? Update { get; init; }

        /// <summary>Gets whether the file is activated; null for yes.</summary>
        public bool? Activated { get; init; }
    }
}
