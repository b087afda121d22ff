using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Simulator;

[TestClass]
public sealed class CardPinTests
{
    private const string Query = "0020000100";
    private const string Right = "002000010831323334FFFFFFFF";
    private const string Wrong = "002000010831323335FFFFFFFF";

    [TestMethod]
    public void Verify_WrongUntilBlocked_CountsDown()
    {
        SimulatedCard card = new(ExampleCard.Create(pinEnabled: true));

        Assert.AreEqual("63C3", card.Send(Query));
        Assert.AreEqual("63C2", card.Send(Wrong));
        Assert.AreEqual("63C1", card.Send(Wrong));
        Assert.AreEqual("63C1", card.Send(Query), "asking costs no try");
        Assert.AreEqual("63C0", card.Send(Wrong));
        Assert.AreEqual("6983", card.Send(Right));
        Assert.AreEqual("6983", card.Send(Query));
        Assert.IsTrue(card.Image.Pin(0x01)!.IsBlocked);
    }

    [TestMethod]
    public void Verify_Right_RestoresTheTriesAndStaysUntilReset()
    {
        SimulatedCard card = new(ExampleCard.Create(pinEnabled: true));
        card.Send(Wrong);

        Assert.AreEqual("9000", card.Send(Right));
        Assert.AreEqual("9000", card.Send(Query));
        Assert.IsTrue(card.IsVerified(0x01));

        card.Reset();
        Assert.AreEqual("63C3", card.Send(Query));
        Assert.IsFalse(card.IsVerified(0x01));
    }

    [TestMethod]
    public void Verify_WrongAfterRight_TakesTheVerificationBack()
    {
        SimulatedCard card = new(ExampleCard.Create(pinEnabled: true));
        card.Send(Right);

        Assert.AreEqual("63C2", card.Send(Wrong));

        Assert.IsFalse(card.IsVerified(0x01));
    }

    [TestMethod]
    public void Verify_TriesLeft_SurviveAReset()
    {
        SimulatedCard card = new(ExampleCard.Create(pinEnabled: true));
        card.Send(Wrong);

        card.Reset();

        Assert.AreEqual("63C2", card.Send(Query));
    }

    [TestMethod]
    public void Verify_DisabledPin_IsNotUsable()
    {
        SimulatedCard card = new(ExampleCard.Create(pinEnabled: false));

        Assert.AreEqual("6984", card.Send(Right));
        Assert.AreEqual("6984", card.Send(Query));
        Assert.IsTrue(card.IsVerified(0x01));
    }

    [TestMethod]
    public void Verify_OnAnyChannel_OpensTheFileOnAnother()
    {
        CardImage image = ExampleCard.Create(pinEnabled: true);
        image.MasterFile.Add(ElementaryFile.Transparent(
            0x4F01, new byte[] { 0xAB }, access: new AccessRule(AccessCondition.Key(0x01), AccessCondition.Never)));
        SimulatedCard card = new(image);
        card.Send("0070000001");
        card.Send("01A4000C024F01");
        Assert.AreEqual("6982", card.Send("01B0000001"));

        Assert.AreEqual("9000", card.Send(Right));

        Assert.AreEqual("AB9000", card.Send("01B0000001"));
    }

    [TestMethod]
    public void Fcp_OfADirectory_TellsWhichPinsAreEnabled()
    {
        SimulatedCard enabled = new(ExampleCard.Create(pinEnabled: true));
        SimulatedCard disabled = new(ExampleCard.Create(pinEnabled: false));

        Assert.EndsWith("C609" + "9001C0" + "830101" + "83010A" + "9000", enabled.SendAndFetch("00A40004023F00"));
        Assert.EndsWith("C609" + "900140" + "830101" + "83010A" + "9000", disabled.SendAndFetch("00A40004023F00"));
    }

    [TestMethod]
    [DataRow((byte)0x01, "", 3)]
    [DataRow((byte)0x01, "123456789", 3)]
    [DataRow((byte)0x01, "12é4", 3)]
    [DataRow((byte)0x01, "1234", 0)]
    [DataRow((byte)0x01, "1234", 16)]
    [DataRow((byte)0x00, "1234", 3)]
    [DataRow((byte)0x09, "1234", 3)]
    public void Constructor_ImpossiblePin_IsRefused(byte reference, string value, int tries)
    {
        Assert.Throws<ArgumentException>(() => new CardPin(reference, value, tries));
    }

    [TestMethod]
    [DataRow((byte)0x01, "PIN1")]
    [DataRow((byte)0x08, "PIN8")]
    [DataRow((byte)0x0A, "ADM1")]
    [DataRow((byte)0x0E, "ADM5")]
    [DataRow((byte)0x11, "UniversalPIN")]
    [DataRow((byte)0x81, "LocalPIN1")]
    [DataRow((byte)0x8A, "ADM6")]
    [DataRow((byte)0x8E, "ADM10")]
    public void KeyName_OfTheTable_GoesBothWays(byte reference, string name)
    {
        Assert.IsTrue(KeyName.IsKnown(reference));
        Assert.AreEqual(name, KeyName.Of(reference));
        Assert.IsTrue(KeyName.TryParse(name, out byte parsed));
        Assert.AreEqual(reference, parsed);
    }

    [TestMethod]
    [DataRow("PIN0")]
    [DataRow("PIN9")]
    [DataRow("pin1")]
    [DataRow("09")]
    [DataRow("")]
    [DataRow(null)]
    public void KeyName_NotInTheTable_IsNoName(string? name)
    {
        Assert.IsFalse(KeyName.TryParse(name, out _));
    }
}
