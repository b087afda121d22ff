namespace Bootstrapper.Simulator;

/// <summary>A logical channel: what is selected on it.</summary>
internal sealed class CardChannel(CardDirectory directory)
{
    /// <summary>Gets the current directory.</summary>
    public CardDirectory Directory { get; private set; } = directory;

    /// <summary>Gets the application that 7FFF stands for: the last one selected, even where the MF was since.</summary>
    public CardDirectory? Application { get; private set; } = ApplicationOf(directory);

    /// <summary>Gets the current file.</summary>
    public ElementaryFile? File { get; private set; }

    /// <summary>Gets or sets the number of the current record, 0 for none.</summary>
    public int Record { get; set; }

    /// <summary>Makes the location current.</summary>
    public void Select(CardLocation location)
    {
        Directory = location.Directory;
        Application = ApplicationOf(location.Directory) ?? Application;
        File = location.File;
        Record = 0;
    }

    private static CardDirectory? ApplicationOf(CardDirectory directory)
    {
        CardDirectory? candidate = directory;
        while (candidate is { IsApplication: false })
            candidate = candidate.Parent;

        return candidate;
    }
}
