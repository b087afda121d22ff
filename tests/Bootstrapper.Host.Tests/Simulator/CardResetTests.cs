using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Simulator;

/// <summary>A reset leaves nothing of what was selected, opened, verified or waiting (TS 102 221 6.4).</summary>
[TestClass]
public sealed class CardResetTests
{
    private const int Seed = 102221;

    private static readonly string[] _before =
    [
        "0070000001", "0170000001", "0070000500", "0070800100", "00A4040C0CA000000063504B43532D3135",
        "01A4040C0CA000000063504B43532D3135", "01A40804047FFF6432", "00A40804022F00", "41A4080C022FE2", "00B2010230",
        "00B2000230", "01B0000010", "002000010831323334FFFFFFFF", "012000810835363738FFFFFFFF",
    ];

    private static readonly string[] _after =
    [
        "00C0000010", "01C0000010", "00B0000001", "00B2000230", "01B0000001", "41B0000001", "02A4000C023F00",
        "80F2000000", "80F201000E", "00A4080C047FFF6432", "0020000100", "0020008100", "0070000001", "01B0000001",
        "01A4040C0CA000000063504B43532D3135", "01A4080C047FFF6432", "01B0000001", "0120008100", "01A4080C047FFF6F07",
    ];

    [TestMethod]
    public void Reset_AfterAnyCommands_AnswersAsANewCard()
    {
        Random random = new(Seed);
        foreach (GalleryCard kind in CardGallery.All)
        {
            SimulatedCard used = kind.Create();
            SimulatedCard untouched = new(used.Image, used.Behavior);
            for (int round = 0; round < 20; round++)
            {
                for (int i = random.Next(20); i > 0; i--)
                    used.Send(_before[random.Next(_before.Length)]);

                used.Reset();
                untouched.Reset();

                CollectionAssert.AreEqual(untouched.OpenChannels.ToArray(), used.OpenChannels.ToArray());
                foreach (string command in _after)
                    Assert.AreEqual(untouched.Send(command), used.Send(command), $"{kind}: {command}");
            }
        }
    }

    [TestMethod]
    public void Card_PutIntoAModem_IsReset()
    {
        SimulatedCard card = new(ExampleCard.Create(pinEnabled: true));
        SimulatedModem modem = new(card);
        card.Send("0070000001");
        card.Send("002000010831323334FFFFFFFF");

        modem.Card = null;
        modem.Card = card;

        Assert.IsEmpty(card.OpenChannels);
        Assert.IsFalse(card.IsVerified(0x01));
    }
}
