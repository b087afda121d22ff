using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using Bootstrapper.Cli.Definitions;
using Bootstrapper.Cli.Output;
using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Batch;

/// <summary>Reads cells as what a template wants of them. Thread-safe.</summary>
internal sealed class CellReader(TemplateColumns columns)
{
    // Longer ones fit no resource, and take longer than linear time to read.
    private const int LongestNumber = 40;
    private const int LongestShown = 40;

    /// <summary>Reads a cell as a literal of a resource's type.</summary>
    /// <exception cref="RowException">It is none.</exception>
    public Node Literal(CsvRow row, Placeholder placeholder, ResourceKind? kind, SourcePosition position)
    {
        if (placeholder.Form != PlaceholderForm.Text || kind == ResourceKind.Opaque)
            return new BytesNode(position, Bytes(row, placeholder));

        string text = Text(row, placeholder);
        switch (kind)
        {
            case ResourceKind.Integer or ResourceKind.Time or ResourceKind.Unsigned:
                return new IntegerNode(position, Integer(text) ?? throw Error(placeholder, text, "an integer, decimal or 0x…"));
            case ResourceKind.Boolean:
                return new BooleanNode(position, Boolean(text) ?? throw Error(placeholder, text, "true, false, 1 or 0"));
            case ResourceKind.Float:
                return new FloatNode(position, Float(text) ?? throw Error(placeholder, text, "a number"));
            default:
                return new StringNode(position, text);
        }
    }

    /// <summary>Reads a cell as text.</summary>
    /// <exception cref="RowException">It is not UTF-8.</exception>
    public static string Text(CsvRow row, Placeholder placeholder) =>
        Utf8.Decode(row.Cells[placeholder.Column]) ?? throw Error(placeholder, "is not UTF-8");

    /// <summary>Reads a cell as bytes.</summary>
    /// <exception cref="RowException">It is not in its form.</exception>
    public static byte[] Bytes(CsvRow row, Placeholder placeholder)
    {
        byte[] cell = row.Cells[placeholder.Column];
        return placeholder.Form switch
        {
            PlaceholderForm.Hex => Hex(cell) ?? throw Error(placeholder, "is not pairs of hex digits"),
            PlaceholderForm.Base64 => Base64Text(cell) ?? throw Error(placeholder, "is not Base64"),
            _ => Utf8.Decode(cell) != null ? cell : throw Error(placeholder, "is not UTF-8"),
        };
    }

    private static byte[]? Hex(byte[] cell)
    {
        // As in a configuration, digits may stand in groups.
        byte[] digits = cell.Contains((byte)' ') ? [.. cell.Where(c => c != ' ')] : cell;
        byte[] bytes = new byte[digits.Length / 2];
        return Convert.FromHexString(digits, bytes, out _, out _) == OperationStatus.Done ? bytes : null;
    }

    private static byte[]? Base64Text(byte[] cell)
    {
        byte[] bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(cell.Length)];
        return Base64.DecodeFromUtf8(cell, bytes, out int read, out int written) == OperationStatus.Done && read == cell.Length
            ? bytes[..written]
            : null;
    }

    private static BigInteger? Integer(string text)
    {
        if (text.Length > LongestNumber)
            return null;

        bool isHex = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        NumberStyles style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.AllowLeadingSign;
        string digits = !isHex ? text : text.Length > 2 ? "0" + text[2..] : ""; // the first bit is no sign
        return BigInteger.TryParse(digits, style, CultureInfo.InvariantCulture, out BigInteger value) ? value : null;
    }

    private static bool? Boolean(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "1" => true,
        "FALSE" or "0" => false,
        _ => null,
    };

    private static double? Float(string text)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return text.Length <= LongestNumber && double.TryParse(text, Style, CultureInfo.InvariantCulture, out double value)
            && double.IsFinite(value) ? value : null;
    }

    private static RowException Error(Placeholder placeholder, string what) =>
        new($"column '{Terminal.Printable(placeholder.Name)}' {what}");

    private RowException Error(Placeholder placeholder, string text, string wanted)
    {
        if (columns.IsSecret(placeholder))
            return Error(placeholder, $"is not {wanted}");

        string shown = text.Length <= LongestShown ? text : text[..LongestShown] + "…";
        return Error(placeholder, $"is '{Terminal.Printable(shown)}', not {wanted}");
    }
}
