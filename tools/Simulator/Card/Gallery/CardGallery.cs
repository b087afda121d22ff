namespace Bootstrapper.Simulator;

/// <summary>Cards that a bootstrap has to cope with, each with what it must end with.</summary>
public static class CardGallery
{
    /// <summary>Gets all of them, each with a name of its own.</summary>
    public static IReadOnlyList<GalleryCard> All { get; } =
    [
        .. ContentCards.All,
        .. DirectoryCards.All,
        .. PathCards.All,
        .. PinCards.All,
        .. ChannelCards.All,
    ];

    /// <summary>Finds a card by its name.</summary>
    /// <exception cref="ArgumentException">None has that name.</exception>
    public static GalleryCard Find(string name) =>
        All.FirstOrDefault(card => card.Name == name) ?? throw new ArgumentException($"no card '{name}'", nameof(name));
}
