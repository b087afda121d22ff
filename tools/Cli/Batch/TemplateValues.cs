using System.Text;
using Bootstrapper.Cli.Definitions;
using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Batch;

/// <summary>Finds the places in the values of a template, and what is to be filled in there.</summary>
/// <remarks>
/// <code>
/// ${column}  '${column}'  b'${column}'    what the resource's type wants; text where no definition tells
/// ${column:hex}  '${column:base64}'       bytes
/// 'coaps://${host}:${port}'               text within a text
/// b'urn:imei:${imei}\x00${suffix:hex}'    UTF-8 or bytes within bytes
/// {"file": "${iccid}.der"}                a name within a path
/// </code>
/// </remarks>
internal sealed class TemplateValues(TemplateColumns columns)
{
    private readonly CellReader _cells = new(columns);

    /// <summary>Finds the place in a key that is a number, null if it has none.</summary>
    /// <exception cref="ConfigurationException">Nothing can be filled in there.</exception>
    public Filler? OfKey(Node key)
    {
        Placeholder? whole = key switch
        {
            PlaceholderNode node => columns.Use(node.Position, node.Column, node.Form),
            StringNode text when TemplateText.IsCandidate(text.Value) =>
                TemplateText.Parse(text.Position, text.Value, columns).Whole
                ?? throw new ConfigurationException(key.Position, "an ID can be filled as a whole only: '${column}'"),
            _ => null,
        };
        if (whole == null)
            return null;
        if (whole.Form != PlaceholderForm.Text)
            throw new ConfigurationException(key.Position, "an ID is a number, and no bytes");

        return row => _cells.Literal(row, whole, ResourceKind.Integer, key.Position);
    }

    /// <summary>Finds the places in a value, null if it has none.</summary>
    /// <param name="value">The value.</param>
    /// <param name="definition">The resource's definition, null if it has none.</param>
    /// <exception cref="ConfigurationException">Nothing can be filled in there.</exception>
    public Filler? OfValue(Node value, ResourceDefinition? definition)
    {
        switch (value)
        {
            case PlaceholderNode node:
                return OfWhole(columns.Use(node.Position, node.Column, node.Form), value, definition);
            case StringNode text when TemplateText.IsCandidate(text.Value):
                return OfText(TemplateText.Parse(text.Position, text.Value, columns), text, definition);
            case BytesNode bytes when TemplateText.IsCandidate(Encoding.Latin1.GetString(bytes.Value)):
                return OfBytes(TemplateText.Parse(bytes, columns), bytes, definition);
            case FileNode file when TemplateText.IsCandidate(file.Path):
                return OfPath(TemplateText.Parse(file.Position, file.Path, columns), file);
            default:
                return null;
        }
    }

    private Filler OfWhole(Placeholder whole, Node value, ResourceDefinition? definition)
    {
        Mark(whole, definition);
        if (whole.Form != PlaceholderForm.Text && definition is { Kind: not (ResourceKind.Opaque or ResourceKind.String) })
        {
            throw new ConfigurationException(
                value.Position, $"{definition.Name} is {definition.Kind}: '{whole.Name}' can't be filled in as bytes");
        }

        return row => _cells.Literal(row, whole, definition?.Kind, value.Position);
    }

    private Filler OfText(TemplateText text, StringNode value, ResourceDefinition? definition)
    {
        if (text.Whole is { } whole)
            return OfWhole(whole, value, definition);

        foreach (Placeholder place in text.Placeholders)
        {
            Mark(place, definition);
            if (place.Form != PlaceholderForm.Text)
                throw new ConfigurationException(value.Position, $"'{place.Name}' is bytes within a text: write b'...'");
        }

        return row => value with { Value = text.Fill(place => CellReader.Text(row, place)) };
    }

    private Filler OfBytes(TemplateText text, BytesNode value, ResourceDefinition? definition)
    {
        foreach (Placeholder place in text.Placeholders)
            Mark(place, definition);

        return row =>
        {
            using MemoryStream bytes = new();
            foreach (TextPiece piece in text.Pieces)
                bytes.Write(piece.Placeholder is { } place ? CellReader.Bytes(row, place) : Encoding.Latin1.GetBytes(piece.Text));
            return value with { Value = bytes.ToArray() };
        };
    }

    private static Filler OfPath(TemplateText path, FileNode value)
    {
        foreach (Placeholder place in path.Placeholders)
        {
            if (place.Form != PlaceholderForm.Text)
                throw new ConfigurationException(value.Position, $"'{place.Name}' is bytes within a path");
        }

        return row => value with { Path = path.Fill(place => PathPart(row, place)) };
    }

    // A cell can name a file in the template's folder, and can't leave it.
    private static string PathPart(CsvRow row, Placeholder place)
    {
        string text = CellReader.Text(row, place);
        return FileName.Fault(text) is { } fault
            ? throw new RowException($"column '{place.Name}' is no name of a file: {fault}")
            : text;
    }

    // What no definition explains may be a key, as everywhere.
    private void Mark(Placeholder placeholder, ResourceDefinition? definition)
    {
        if (definition == null || definition.IsSecret)
            columns.MarkSecret(placeholder);
    }
}
