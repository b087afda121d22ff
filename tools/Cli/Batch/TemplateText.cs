using System.Text;
using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Batch;

/// <summary>
/// A text with placeholders: <c>${column}</c>, <c>${column:hex}</c>, <c>${column:base64}</c>; <c>$${</c> stands for
/// <c>${</c>, and any other <c>$</c> for itself.
/// </summary>
internal sealed class TemplateText
{
    private const string Begin = "${";
    private const string Escaped = "$${";

    private readonly List<TextPiece> _pieces = [];

    private TemplateText()
    {
    }

    /// <summary>Gets the pieces in their order.</summary>
    public IReadOnlyList<TextPiece> Pieces => _pieces;

    /// <summary>Gets the placeholders among them.</summary>
    public IEnumerable<Placeholder> Placeholders => _pieces.Select(p => p.Placeholder).OfType<Placeholder>();

    /// <summary>Gets the one placeholder that is the whole text, null if the text is anything else.</summary>
    public Placeholder? Whole => _pieces.Count == 1 ? _pieces[0].Placeholder : null;

    /// <summary>Gets whether a text may have something to fill or to unescape.</summary>
    public static bool IsCandidate(string text) => text.Contains(Begin, StringComparison.Ordinal);

    /// <summary>Parses a text.</summary>
    /// <exception cref="ConfigurationException">A placeholder is not closed, or there is no such column.</exception>
    public static TemplateText Parse(SourcePosition position, string text, TemplateColumns columns) =>
        Parse(position, text, columns, name => name);

    /// <summary>Parses bytes, in which the names of columns are UTF-8; the text has a character for each byte.</summary>
    /// <exception cref="ConfigurationException">A placeholder is not closed, or there is no such column.</exception>
    public static TemplateText Parse(BytesNode bytes, TemplateColumns columns)
    {
        string text = Encoding.Latin1.GetString(bytes.Value);
        return Parse(bytes.Position, text, columns, name => Utf8.Decode(Encoding.Latin1.GetBytes(name)) ?? name);
    }

    /// <summary>Makes a text of the pieces.</summary>
    /// <param name="fill">Gives the text that takes a place.</param>
    public string Fill(Func<Placeholder, string> fill)
    {
        StringBuilder text = new();
        foreach (TextPiece piece in _pieces)
            text.Append(piece.Placeholder is { } place ? fill(place) : piece.Text);
        return text.ToString();
    }

    private static TemplateText Parse(SourcePosition position, string text, TemplateColumns columns, Func<string, string> decode)
    {
        TemplateText template = new();
        StringBuilder literal = new();
        int i = 0;
        while (i < text.Length)
        {
            if (Stands(Escaped, text, i))
            {
                literal.Append(Begin);
                i += Escaped.Length;
            }
            else if (Stands(Begin, text, i))
            {
                int end = text.IndexOf('}', i);
                if (end < 0)
                    throw new ConfigurationException(position, "'${' without '}'; a text that holds '${' writes it '$${'");

                template.AddLiteral(literal);
                (string name, PlaceholderForm form) = Split(text[(i + Begin.Length)..end]);
                template._pieces.Add(new TextPiece(string.Empty, columns.Use(position, decode(name), form)));
                i = end + 1;
            }
            else
            {
                literal.Append(text[i++]);
            }
        }

        template.AddLiteral(literal);
        return template;
    }

    private static (string Name, PlaceholderForm Form) Split(string token)
    {
        if (token.EndsWith(":hex", StringComparison.Ordinal))
            return (token[..^4], PlaceholderForm.Hex);
        if (token.EndsWith(":base64", StringComparison.Ordinal))
            return (token[..^7], PlaceholderForm.Base64);
        return (token, PlaceholderForm.Text);
    }

    private static bool Stands(string token, string text, int index) =>
        string.CompareOrdinal(text, index, token, 0, token.Length) == 0;

    private void AddLiteral(StringBuilder literal)
    {
        if (literal.Length > 0)
            _pieces.Add(new TextPiece(literal.ToString(), null));
        literal.Clear();
    }
}
