namespace Bootstrapper.Simulator;

/// <summary>What a card knows from one reset to the next: its channels, the keys verified, the bytes that wait.</summary>
internal sealed class CardSession
{
    private readonly CardChannel?[] _channels = new CardChannel?[ClassByte.LastChannel + 1];

    public CardSession(CardImage image, CardBehavior behavior)
    {
        Files = new(image, behavior);
        Security = new(image);
        Behavior = behavior;
        BusySelections = behavior.BusySelections;
        for (int number = 0; number <= behavior.ChannelsInUse; number++)
            Open(number, image.MasterFile);
    }

    public CardFileSystem Files { get; }

    public CardSecurity Security { get; }

    public CardBehavior Behavior { get; }

    /// <summary>Gets or sets how many more selections of an application are answered that the toolkit is busy.</summary>
    public int BusySelections { get; set; }

    /// <summary>Gets or sets what GET RESPONSE answers next, and on which channel.</summary>
    public (int Channel, ReadOnlyMemory<byte> Data)? Waiting { get; set; }

    /// <summary>Gets the numbers of the channels that are open, the basic one aside.</summary>
    public IReadOnlyList<int> OpenChannels =>
        [.. Enumerable.Range(1, ClassByte.LastChannel).Where(n => _channels[n] is not null)];

    public CardChannel? Channel(int number) => _channels[number];

    public void Open(int number, CardDirectory directory) => _channels[number] = new(directory);

    public void Close(int number) => _channels[number] = null;
}
