using Bootstrapper.Cli.Configuration;

namespace Bootstrapper.Cli.Inspection;

/// <summary>One thing that a device makes of an image.</summary>
/// <param name="Message">What; empty where the place says it all.</param>
/// <param name="Path">What it is about, null where it is the whole image.</param>
/// <param name="Offset">Where that stands in the file, null where it doesn't help.</param>
/// <param name="Rule">The number of the rule in <see cref="Lwm2m.Finding.Rule"/>, 0 where it comes from none.</param>
internal sealed record Remark(string Message, ValuePath? Path = null, int? Offset = null, int Rule = 0)
{
    /// <summary>Gets the line for those who have the configuration: its names.</summary>
    public override string ToString() =>
        Line(Path?.ToString() ?? (Offset is { } offset ? $"offset {offset}" : ""), Message);

    /// <summary>Gets the line for those who have the file: offset, path and rule.</summary>
    public string ToFileText()
    {
        string path = Path is { } known ? PathText.Of(known) : "";
        string place = Offset is { } offset ? $"offset {offset}{(path == "" ? "" : ", ")}{path}" : path;
        return Line(place, Rule == 0 ? Message : $"{Message} (rule {Rule})");
    }

    private static string Line(string place, string message) =>
        place == "" ? message : message == "" ? place : $"{place}: {message}";
}
