using System.Buffers;
using System.Text;
using Bootstrapper.Cli.Output;
using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Batch;

/// <summary>The names of a batch's files, made of a template such as <c>${iccid}.bin</c>, and what a name must not be.</summary>
internal sealed class FileName
{
    // 255 on every system in use; a name has its extension from the template, and perhaps a copy's from elsewhere.
    private const int LongestName = 200;

    private static readonly SearchValues<char> _forbidden = SearchValues.Create("/\\<>:\"|?*");
    private static readonly string[] _devices = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];
    private static readonly string[] _numberedDevices = ["COM", "LPT"];

    private readonly TemplateText _text;

    private FileName(TemplateText text)
    {
        _text = text;
    }

    /// <summary>Reads a template for names, after that of the configuration has said what is secret.</summary>
    /// <exception cref="CommandException">It names no file, names all alike, or would show a key.</exception>
    public static FileName Parse(string template, TemplateColumns columns)
    {
        TemplateText text;
        try
        {
            text = TemplateText.Parse(new SourcePosition(1, 1), template, columns);
        }
        catch (ConfigurationException e)
        {
            throw Error(template, e.Message);
        }

        if (!text.Placeholders.Any())
            throw Error(template, "names all images alike: write a column, such as '${iccid}.bin'");

        foreach (Placeholder place in text.Placeholders)
        {
            if (place.Form != PlaceholderForm.Text)
                throw Error(template, $"'{place.Name}' is bytes within a name");
            if (columns.IsSecret(place))
                throw Error(template, $"'{place.Name}' holds keys, which don't belong in a name");
        }

        // What no cell can mend.
        return Fault(text.Fill(_ => "x")) is { } fault ? throw Error(template, $"names no file: {fault}") : new FileName(text);
    }

    /// <summary>Makes the name of a row's file.</summary>
    /// <exception cref="RowException">It would be none.</exception>
    public string Fill(CsvRow row)
    {
        string name = _text.Fill(place => CellReader.Text(row, place));
        return Fault(name) is { } fault ? throw new RowException($"'{Shorten(name)}' is no name of a file: {fault}") : name;
    }

    /// <summary>Says why a text is no name of a file here and on other systems, null if it is one.</summary>
    public static string? Fault(string name)
    {
        if (name.Length == 0)
            return "it is empty";
        if (Encoding.UTF8.GetByteCount(name) > LongestName)
            return $"it has more than {LongestName} bytes";
        if (name.AsSpan().IndexOfAny(_forbidden) is >= 0 and int at)
            return $"it has '{name[at]}'";
        if (Terminal.Printable(name) != name)
            return "it has a character that can't be seen";
        if (name[0] is '.' or ' ' || name[^1] is '.' or ' ')
            return "it begins or ends with a dot or a space";

        // The manifest lists it, and a spreadsheet would take it for a formula.
        if (name[0] is '=' or '+' or '-' or '@')
            return $"it begins with '{name[0]}'";
        return IsDevice(name) ? "it is a device's on Windows" : null;
    }

    // Also with an extension.
    private static bool IsDevice(string name)
    {
        string stem = name.Split('.')[0].TrimEnd();
        return _devices.Contains(stem, StringComparer.OrdinalIgnoreCase)
            || (stem.Length == 4 && stem[3] is (>= '0' and <= '9') or '¹' or '²' or '³'
                && _numberedDevices.Contains(stem[..3], StringComparer.OrdinalIgnoreCase));
    }

    private static string Shorten(string name) =>
        Terminal.Printable(name.Length <= LongestName ? name : name[..LongestName] + "…");

    private static CommandException Error(string template, string message) =>
        new(ExitCode.Usage, $"--name {template}: {message}");
}
