using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Simulator;

[TestClass]
public sealed class CardChannelTests
{
    [TestMethod]
    public void ManageChannel_OpenedUntilNoneIsLeft_GivesOneToNineteen()
    {
        SimulatedCard card = new(ExampleCard.Create());

        for (int number = 1; number <= 19; number++)
            Assert.AreEqual($"{number:X2}9000", card.Send("0070000001"));

        Assert.AreEqual("6A81", card.Send("0070000001"));
        Assert.HasCount(19, card.OpenChannels);
    }

    [TestMethod]
    public void ManageChannel_EveryChannel_HasItsOwnSelection()
    {
        SimulatedCard card = new(ExampleCard.Create());
        for (int number = 1; number <= 19; number++)
        {
            card.Send("0070000001");
            Assert.AreEqual("9000", card.Send(Class(number) + (number % 2 == 0 ? "A4080C022F00" : "A4080C022FE2")));
        }

        for (int number = 1; number <= 19; number++)
            Assert.EndsWith(number % 2 == 0 ? "6981" : "9000", card.Send(Class(number) + "B0000001"), $"channel {number}");

        Assert.AreEqual("6986", card.Send("00B0000001"), "the basic channel has nothing selected");
    }

    [TestMethod]
    public void ManageChannel_NumberAsked_OpensThatOneWithoutAnswer()
    {
        SimulatedCard card = new(ExampleCard.Create());

        Assert.AreEqual("9000", card.Send("0070000500"));
        Assert.AreEqual("6A81", card.Send("0070000500"), "already open");
        Assert.AreEqual("9000", card.Send("0070001300"));

        CollectionAssert.AreEqual(new[] { 5, 19 }, card.OpenChannels.ToArray());
        Assert.EndsWith("9000", card.Send("41A4080C022F00"));
        Assert.EndsWith("9000", card.Send("4FA4080C022F00"));
    }

    [TestMethod]
    [DataRow("01708001", "four bytes, on the channel itself")]
    [DataRow("0170800100", "five bytes, on the channel itself")]
    [DataRow("00708001", "four bytes, on the basic channel")]
    [DataRow("0070800100", "five bytes, on the basic channel")]
    public void ManageChannel_Close_TakesEitherForm(string command, string form)
    {
        SimulatedCard card = new(ExampleCard.Create());
        card.Send("0070000001");

        Assert.AreEqual("9000", card.Send(command), form);

        Assert.IsEmpty(card.OpenChannels);
        Assert.AreEqual("6881", card.Send("01A4080C022F00"));
        Assert.AreEqual("6200", card.Send("0070800100"), "closed already");
    }

    [TestMethod]
    public void ManageChannel_ClosedAndOpened_StartsAtTheMasterFile()
    {
        SimulatedCard card = new(ExampleCard.Create());
        card.Send("0070000001");
        card.Send("01A4040C0CA000000063504B43532D3135");
        card.Send("0170800100");

        Assert.AreEqual("019000", card.Send("0070000001"));

        Assert.AreEqual("6A82", card.Send("01A4080C047FFF6432"));
        Assert.AreEqual("9000", card.Send("01A4000C022FE2"));
    }

    [TestMethod]
    public void ManageChannel_OpenedFromAnotherChannel_StartsWhereThatOneIs()
    {
        SimulatedCard card = new(ExampleCard.Create());
        card.Send("0070000001");
        card.Send("01A4040C0CA000000063504B43532D3135");

        Assert.AreEqual("029000", card.Send("0170000001"));

        Assert.AreEqual("9000", card.Send("02A4000C026432"));
    }

    [TestMethod]
    public void ManageChannel_CardWithFewChannels_RefusesTheRest()
    {
        SimulatedCard card = new(ExampleCard.Create(), new() { LogicalChannels = 1 });

        Assert.AreEqual("019000", card.Send("0070000001"));
        Assert.AreEqual("6A81", card.Send("0070000001"));
        Assert.AreEqual("6A81", card.Send("0070000200"));
    }

    [TestMethod]
    public void ManageChannel_CardWithoutChannels_HasNoneSupported()
    {
        SimulatedCard card = new(ExampleCard.Create(), new() { LogicalChannels = 0 });

        Assert.AreEqual("6881", card.Send("0070000001"));
    }

    [TestMethod]
    public void Reset_ClosesChannelsAndForgetsTheSelection()
    {
        SimulatedCard card = new(ExampleCard.Create());
        card.Send("0070000001");
        card.Send("00A4080C022F00");

        card.Reset();

        Assert.IsEmpty(card.OpenChannels);
        Assert.AreEqual("6986", card.Send("00B2010430"));
    }

    private static string Class(int channel) => channel < 4 ? $"{channel:X2}" : $"{0x40 + channel - 4:X2}";
}
