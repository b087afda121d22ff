using System.Text;
using Bootstrapper.Card;
using Bootstrapper.Desktop;
using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Simulator;

/// <summary>The cards of the gallery, and the library with each of them.</summary>
[TestClass]
public sealed class CardGalleryTests
{
    private static IEnumerable<object[]> Cards => CardGallery.All.Select(card => new object[] { card });

    [TestMethod]
    public void All_Names_AreDistinct()
    {
        Assert.AreEqual(CardGallery.All.Count, CardGallery.All.Select(card => card.Name).Distinct().Count());
        foreach (GalleryCard card in CardGallery.All)
            Assert.AreSame(card, CardGallery.Find(card.Name));
        Assert.ThrowsExactly<ArgumentException>(() => CardGallery.Find("no such card"));
    }

    [TestMethod]
    public void All_Outcomes_AreThere()
    {
        CollectionAssert.AreEquivalent(
            Enum.GetValues<CardOutcome>(), CardGallery.All.Select(card => card.Outcome).Distinct().ToArray());
    }

    [TestMethod]
    [DynamicData(nameof(Cards))]
    public void Run_WithoutPin_EndsAsTheCardWantsIt(GalleryCard kind)
    {
        SimulatedCard card = kind.Create();
        int[] openBefore = [.. card.OpenChannels];
        ManualClock clock = new();
        SimulatedModem modem = new(card, time: clock);
        SmartCardBootstrap bootstrap = new(new SimulatorLink(modem), clock);

        // A card without channels may be read in another way.
        CardOutcome[] allowed = kind.Outcome == CardOutcome.CardError ? [kind.Outcome, kind.OutcomeByPath] : [kind.Outcome];
        Assert.Contains(Run(bootstrap, kind), allowed);

        CollectionAssert.IsSubsetOf(card.OpenChannels.ToArray(), openBefore, "the channel is closed");
    }

    private static CardOutcome Run(SmartCardBootstrap bootstrap, GalleryCard kind)
    {
        try
        {
            BootstrapResult result = bootstrap.Run();
            if (result.Outcome == BootstrapOutcome.Provisioned)
            {
                Assert.AreEqual("3x@mpl3P5K53cr3tK3y", Encoding.ASCII.GetString(
                    result.Configuration.FindSecurity(1).SecretKey));
            }

            return Enum.Parse<CardOutcome>(result.Outcome.ToString());
        }
        catch (ContentException)
        {
            return CardOutcome.Malformed;
        }
        catch (CardException e)
        {
            Assert.AreEqual(kind.StatusWord, e.StatusWord);
            return CardOutcome.CardError;
        }
    }
}
