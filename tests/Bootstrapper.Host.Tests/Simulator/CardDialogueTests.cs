using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Simulator;

/// <summary>The dialogue that a published test script has with a card, here with a card whose FCPs are true.</summary>
[TestClass]
public sealed class CardDialogueTests
{
    private const string BootstrapFile =
        "00010036000000003108002EC80025636F61703A2F2F6C657368616E2E65636C6970736570726F6A656374732E696F3A35373833"
        + "C10101C10203FFFF";

    private const string DataObjectDirectory =
        "A127300030110C0F4C774D324D20426F6F747374726170A110300E06060604672B0901300404026432";

    private static readonly string[] _dialogue =
    [
        "0070000001", "019000",
        "01A404040CA000000063504B43532D313500", "6127",
        "01C0000027", "622582027821840CA000000063504B43532D31358A01058B032F0601C60990014083010183010A" + "9000",
        "01A40804047FFF503100", "6118",
        "01C0000018", "621682024121830250318A01058B032F0601800200088800" + "9000",
        "01B0000080", "6C08",
        "01B0000008", "A706300404026430" + "9000",
        "01A40804047FFF643000", "6118",
        "01C0000018", "621682024121830264308A01058B032F0601800200298800" + "9000",
        "01B0000080", "6C29",
        "01B0000029", DataObjectDirectory + "9000",
        "01A40804047FFF643200", "6118",
        "01C0000018", "621682024121830264328A01058B032F06018002003C8800" + "9000",
        "01B0000080", "6C3C",
        "01B000003C", BootstrapFile + "9000",
        "01708001", "9000",
    ];

    [TestMethod]
    public void Transmit_PublishedDialogue_AnswersEachCommand()
    {
        SimulatedCard card = CreateCard();

        for (int i = 0; i < _dialogue.Length; i += 2)
            Assert.AreEqual(_dialogue[i + 1], card.Send(_dialogue[i]), _dialogue[i]);

        Assert.IsEmpty(card.OpenChannels);
        Assert.AreEqual(_dialogue.Length / 2, card.CommandCount);
    }

    [TestMethod]
    public void Transmit_PublishedDialogue_TracesEachCommand()
    {
        SimulatedCard card = CreateCard();
        List<string> trace = [];
        card.Transmitted += e => trace.AddRange(Convert.ToHexString(e.Command.Span), Convert.ToHexString(e.Response.Span));

        for (int i = 0; i < _dialogue.Length; i += 2)
            card.Send(_dialogue[i]);

        CollectionAssert.AreEqual(_dialogue, trace);
    }

    [TestMethod]
    public void Transmit_CardWithoutTheApplication_AnswersFileNotFound()
    {
        CardImage image = ExampleCard.Create();
        image.Remove(image.Application(ExampleCard.Pkcs15Aid)!);
        SimulatedCard card = new(image);

        card.Send("0070000001");

        Assert.AreEqual("6A82", card.Send("01A404040CA000000063504B43532D313500"));
    }

    private static SimulatedCard CreateCard()
    {
        CardDirectory application = CardDirectory.Application(ExampleCard.Pkcs15Aid)
            .Add(ElementaryFile.Transparent(0x5031, Convert.FromHexString("A706300404026430")))
            .Add(ElementaryFile.Transparent(0x6430, Convert.FromHexString(DataObjectDirectory)))
            .Add(ElementaryFile.Transparent(0x6432, Convert.FromHexString(BootstrapFile)));
        return new(new CardImage()
            .Add(application)
            .Add(new CardPin(0x01, "1234", enabled: false))
            .Add(new CardPin(0x0A, "88888888")));
    }
}
