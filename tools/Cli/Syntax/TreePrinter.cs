using System.Text;

namespace Bootstrapper.Cli.Syntax;

/// <summary>Prints trees for people: each entry of a dictionary on its own line, a list and all that is in it on one.</summary>
/// <param name="indentation">The spaces of one level.</param>
/// <param name="endsWithComma">Whether a comma stands after the last entry as well.</param>
internal abstract class TreePrinter(int indentation, bool endsWithComma)
{
    /// <summary>Gets what has been printed so far.</summary>
    protected StringBuilder Output { get; } = new();

    /// <summary>Prints a tree, and the end of its last line.</summary>
    protected string PrintAll(Node root)
    {
        PrintLines(root, level: 0);
        return Output.Append('\n').ToString();
    }

    /// <summary>Prints a value on the line.</summary>
    protected void PrintInline(Node node)
    {
        if (node is DictionaryNode dictionary)
        {
            Output.Append('{');
            PrintSeparated(dictionary.Entries, PrintEntry);
            Output.Append('}');
        }
        else
        {
            PrintValue(node);
        }
    }

    /// <summary>Prints the key of an entry.</summary>
    protected abstract void PrintKey(Node key);

    /// <summary>Prints anything but a dictionary.</summary>
    protected abstract void PrintValue(Node node);

    /// <summary>Prints items with commas between them.</summary>
    protected void PrintSeparated<T>(IReadOnlyList<T> items, Action<T> print)
    {
        for (int i = 0; i < items.Count; i++)
        {
            if (i > 0)
                Output.Append(", ");
            print(items[i]);
        }
    }

    /// <summary>Prints a string in quotes.</summary>
    /// <param name="text">The string.</param>
    /// <param name="quote">The quote.</param>
    /// <param name="escape">What stands for a character that doesn't show as itself, line ends and tabs aside.</param>
    protected void PrintString(string text, char quote, Func<Rune, string> escape)
    {
        Output.Append(quote);
        foreach (Rune rune in text.EnumerateRunes())
        {
            Output.Append(rune.Value switch
            {
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                int value when value == quote => $"\\{quote}",
                _ => Excerpt.IsPrintable(rune) ? rune.ToString() : escape(rune),
            });
        }

        Output.Append(quote);
    }

    private void PrintLines(Node node, int level)
    {
        if (node is not DictionaryNode { Entries: { Count: > 0 } entries })
        {
            PrintInline(node);
            return;
        }

        Output.Append("{\n");
        for (int i = 0; i < entries.Count; i++)
        {
            Output.Append(' ', indentation * (level + 1));
            PrintKey(entries[i].Key);
            Output.Append(": ");
            PrintLines(entries[i].Value, level + 1);
            Output.Append(endsWithComma || i < entries.Count - 1 ? ",\n" : "\n");
        }

        Output.Append(' ', indentation * level).Append('}');
    }

    private void PrintEntry(KeyValuePair<Node, Node> entry)
    {
        PrintKey(entry.Key);
        Output.Append(": ");
        PrintInline(entry.Value);
    }
}
