namespace Bootstrapper.Cli.Configuration;

/// <summary>Guesses what a name that is not known was meant to be.</summary>
internal static class Suggestion
{
    private const int LongestName = 80;
    private const int MostEdits = 3;

    /// <summary>Gets a name as a message shows it: no longer than names are.</summary>
    public static string Quote(string name) => name.Length <= LongestName ? name : name[..LongestName] + "...";

    /// <summary>Gets the end of a message that names the closest candidate, or nothing if none is close.</summary>
    public static string For(string name, IEnumerable<string> candidates)
    {
        if (name.Length > LongestName)
            return "";

        // The short form of a JSON key has no prefix.
        string? best = null;
        int least = MostEdits + 1;
        foreach (string candidate in candidates)
        {
            int edits = Math.Min(Edits(name, candidate), Edits(name, candidate[(candidate.LastIndexOf('.') + 1)..]));
            if (edits < least)
                (best, least) = (candidate, edits);
        }

        return best == null ? "" : $"; perhaps {best} is meant";
    }

    /// <summary>Counts the characters to insert, delete or replace; upper and lower case are the same.</summary>
    private static int Edits(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 0; i < a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i + 1;
            for (int k = 0; k < b.Length; k++)
            {
                int replaced = diagonal + (char.ToUpperInvariant(a[i]) == char.ToUpperInvariant(b[k]) ? 0 : 1);
                diagonal = row[k + 1];
                row[k + 1] = Math.Min(replaced, Math.Min(row[k], diagonal) + 1);
            }
        }

        return row[b.Length];
    }
}
