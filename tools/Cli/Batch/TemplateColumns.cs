using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Batch;

/// <summary>The columns of the CSV file that a template uses, and which of them hold secrets.</summary>
/// <param name="names">The columns that the file has.</param>
internal sealed class TemplateColumns(string[] names)
{
    private readonly List<int> _used = [];
    private readonly HashSet<int> _secret = [];

    /// <summary>Gets the indexes in the file of the columns in use, each once.</summary>
    public IReadOnlyList<int> Used => _used;

    /// <summary>Takes a column into use.</summary>
    /// <exception cref="ConfigurationException">The file has no such column.</exception>
    public Placeholder Use(SourcePosition position, string name, PlaceholderForm form)
    {
        int index = Array.IndexOf(names, name);
        if (index < 0)
        {
            string known = string.Join(", ", names.Select(n => $"'{n}'"));
            throw new ConfigurationException(position, $"no column '{name}' in the CSV file, which has {known}");
        }

        int used = _used.IndexOf(index);
        if (used < 0)
        {
            used = _used.Count;
            _used.Add(index);
        }

        return new Placeholder(used, name, form);
    }

    /// <summary>Takes note that a placeholder's cells go where keys are: nothing shows them from now on.</summary>
    public void MarkSecret(Placeholder placeholder) => _secret.Add(placeholder.Column);

    /// <summary>Gets whether the cells of a placeholder's column must not be shown.</summary>
    public bool IsSecret(Placeholder placeholder) => _secret.Contains(placeholder.Column);
}
