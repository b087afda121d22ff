namespace Bootstrapper.Simulator;

/// <summary>Cards that differ in their logical channels and in how they answer.</summary>
internal static class ChannelCards
{
    private const int FirstChannels = 3;

    public static IEnumerable<GalleryCard> All =>
    [
        new("no logical channels", CardOutcome.CardError, () => ExampleCard.Create())
        {
            StatusWord = StatusWords.ChannelNotSupported,
            OutcomeByPath = CardOutcome.Provisioned,
            Behavior = new() { LogicalChannels = 0 },
        },
        new("one logical channel", CardOutcome.Provisioned, () => ExampleCard.Create())
        {
            Behavior = new() { LogicalChannels = 1 },
        },
        new("logical channels left open", CardOutcome.Provisioned, () => ExampleCard.Create())
        {
            Behavior = new() { LogicalChannels = FirstChannels, ChannelsInUse = FirstChannels },
        },
        new("logical channels from 4 on", CardOutcome.Provisioned, () => ExampleCard.Create())
        {
            Behavior = new() { ChannelsInUse = FirstChannels },
        },
        new("toolkit busy", CardOutcome.Provisioned, () => ExampleCard.Create())
        {
            Behavior = new() { BusySelections = 2 },
        },
        new("bytes and a warning past the end", CardOutcome.Provisioned, () => ExampleCard.Create())
        {
            Behavior = new() { ReadPastEnd = ReadPastEnd.Warning },
        },
        new("bytes and success past the end", CardOutcome.Provisioned, () => ExampleCard.Create())
        {
            Behavior = new() { ReadPastEnd = ReadPastEnd.Success },
        },
    ];
}
