using System.Globalization;
using System.Text;
using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Tests.Syntax;

/// <summary>
/// Says a tree in a notation of the tests, which keeps every difference but that of the positions: floats are the 16 digits of
/// their bits, strings their UTF-16 units, lists and tuples the same.
/// </summary>
internal static class TreeText
{
    public static string Of(Node node) => node switch
    {
        DictionaryNode dictionary => $"{{{string.Join(", ", dictionary.Entries.Select(e => $"{Of(e.Key)}: {Of(e.Value)}"))}}}",
        ListNode list => $"[{string.Join(", ", list.Items.Select(Of))}]",
        IntegerNode integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        FloatNode real => $"float {BitConverter.DoubleToInt64Bits(real.Value):x16}",
        BooleanNode boolean => boolean.Value ? "true" : "false",
        StringNode text => Quote(text.Value),
        BytesNode bytes => $"bytes {Convert.ToHexStringLower(bytes.Value)}",
        NameNode name => name.Name,
        FileNode file => $"file {Quote(file.Path)}",
        PlaceholderNode placeholder => $"{placeholder.Form} of {Quote(placeholder.Column)}",
        _ => throw new ArgumentException(node.GetType().Name, nameof(node)),
    };

    private static string Quote(string text)
    {
        StringBuilder builder = new("\"");
        foreach (char unit in text)
        {
            if (unit is >= ' ' and <= '~' and not ('"' or '\\'))
                builder.Append(unit);
            else
                builder.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
        }

        return builder.Append('"').ToString();
    }
}
