using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Simulator;

[TestClass]
public sealed class CardSelectTests
{
    private const string Pkcs15Fcp =
        "62298202782183025015840CA000000063504B43532D31358A01058B032F0601C60990014083010183010A";

    // The same bytes that a profile of a real card has.
    private const string DirFcp = "621A8205422100300483022F008A01058B032F0601800200C08801F0";

    [TestMethod]
    [DataRow("00A40004022F00", DirFcp, "by file ID")]
    [DataRow("00A40804022F0000", DirFcp, "by path from the MF, Le behind it")]
    [DataRow("00A40904022F00", DirFcp, "by path from the current directory")]
    [DataRow("00A404040CA000000063504B43532D3135", Pkcs15Fcp, "by AID")]
    [DataRow("00A4040405A000000063", Pkcs15Fcp, "by the start of an AID")]
    [DataRow("00A4000402501500", Pkcs15Fcp, "an application by its file ID")]
    [DataRow("00A4010402501500", Pkcs15Fcp, "a child directory")]
    [DataRow("00A40004022FE2", "621782024121" + "83022FE2" + "8A01058B032F06018002000A880110", "a transparent file with an SFI")]
    [DataRow("00A40004023F00", "62208202782183023F00A5038001718A01058B032F0601C60990014083010183010A", "the MF")]
    public void Select_WithFcp_DescribesTheFile(string command, string fcp, string how)
    {
        SimulatedCard card = new(ExampleCard.Create());

        Assert.AreEqual(fcp + "9000", card.SendAndFetch(command), how);
    }

    [TestMethod]
    public void Select_FileWithoutShortId_SaysSoWithAnEmptyTag()
    {
        SimulatedCard card = new(ExampleCard.Create());
        card.Send("00A4040C0CA000000063504B43532D3135");

        // Without tag 88 the SFI would be the low bits of the file ID, here 18.
        Assert.EndsWith("8800" + "9000", card.SendAndFetch("00A40804047FFF643200"));
        Assert.AreEqual("6A82", card.Send("00B0920001"));
    }

    [TestMethod]
    public void Select_PartialAid_WalksTheApplications()
    {
        SimulatedCard card = new(ExampleCard.Create());
        const string usim = "A0000000871002", pkcs15 = "A000000063504B43532D3135";

        Assert.Contains(usim, card.SendAndFetch("00A4040404A0000000"), "first");
        Assert.Contains(pkcs15, card.SendAndFetch("00A4040604A0000000"), "next");
        Assert.AreEqual("6A82", card.Send("00A4040604A0000000"), "no next");
        Assert.Contains(usim, card.SendAndFetch("00A4040704A0000000"), "previous");
        Assert.AreEqual("6A82", card.Send("00A4040704A0000000"), "no previous");
        Assert.Contains(pkcs15, card.SendAndFetch("00A4040504A0000000"), "last");
    }

    [TestMethod]
    [DataRow("00A4040605A000000063", "next")]
    [DataRow("00A4040705A000000063", "previous")]
    public void Select_NextOrPreviousOfAnotherFamily_StartsAtItsEnd(string command, string which)
    {
        SimulatedCard card = new(ExampleCard.Create());
        card.Send("00A4040C07A0000000871002");

        Assert.AreEqual(Pkcs15Fcp + "9000", card.SendAndFetch(command), which);
    }

    [TestMethod]
    public void Select_ByFileId_ReachesWhatIsNear()
    {
        // MF > 7F10 > 5F3A, MF > 7F20; a file in 5F3A.
        CardDirectory inner = CardDirectory.Dedicated(0x5F3A).Add(ElementaryFile.Transparent(0x4F01, new byte[1]));
        CardImage image = new();
        image.MasterFile.Add(CardDirectory.Dedicated(0x7F10).Add(inner)).Add(CardDirectory.Dedicated(0x7F20));
        SimulatedCard card = new(image);

        Assert.AreEqual("6A82", card.Send("00A4000C025F3A"), "a grandchild");
        Assert.AreEqual("9000", card.Send("00A4000C027F10"), "a child");
        Assert.AreEqual("9000", card.Send("00A4000C027F10"), "itself");
        Assert.AreEqual("9000", card.Send("00A4000C027F20"), "a sibling");
        Assert.AreEqual("9000", card.Send("00A4080C067F105F3A4F01"), "a path of three");
        Assert.AreEqual("6A82", card.Send("00A4000C027F20"), "an uncle");
        Assert.AreEqual("9000", card.Send("00A4000C027F10"), "the directory above");
        Assert.AreEqual("9000", card.Send("00A4090C045F3A4F01"), "a relative path");
        Assert.AreEqual("9000", card.Send("00A4030C"), "the parent");
        Assert.AreEqual("9000", card.Send("00A4000C023F00"), "the MF");
    }

    [TestMethod]
    public void Select_MasterFileInBetween_LeavesTheApplicationBehind7Fff()
    {
        SimulatedCard card = new(ExampleCard.Create());
        card.Send("00A4040C0CA000000063504B43532D3135");
        card.Send("00A4000C023F00");

        Assert.AreEqual("9000", card.Send("00A4080C047FFF6432"));
        Assert.AreEqual("0002" + "9000", card.Send("00B0000002"));
    }

    [TestMethod]
    public void GetResponse_InParts_GivesThemInTurn()
    {
        SimulatedCard card = new(ExampleCard.Create());
        Assert.AreEqual("611C", card.Send("00A40004022F00"));

        Assert.AreEqual(DirFcp[..4] + "611A", card.Send("00C0000002"));
        Assert.AreEqual("6C1A", card.Send("00C0000000"));
        Assert.AreEqual(DirFcp[4..] + "9000", card.Send("00C000001A"));
        Assert.AreEqual("6985", card.Send("00C0000001"));
    }

    [TestMethod]
    public void GetResponse_OnAnotherChannel_GetsNothing()
    {
        SimulatedCard card = new(ExampleCard.Create());
        card.Send("0070000001");
        Assert.AreEqual("611C", card.Send("00A40004022F00"));

        Assert.AreEqual("6985", card.Send("01C000001C"));
    }

    [TestMethod]
    public void GetResponse_AfterAnotherCommand_GetsNothing()
    {
        SimulatedCard card = new(ExampleCard.Create());
        Assert.AreEqual("611C", card.Send("00A40004022F00"));

        card.Send("80F2000C");

        Assert.AreEqual("6985", card.Send("00C000001C"));
    }

    [TestMethod]
    public void Status_OfTheCurrentDirectory_EqualsItsFcp()
    {
        SimulatedCard card = new(ExampleCard.Create());
        card.Send("00A4040C0CA000000063504B43532D3135");
        card.Send("00A4080C047FFF6432");

        Assert.AreEqual(Pkcs15Fcp + "9000", card.Send("80F200002B"));
        Assert.AreEqual("840CA000000063504B43532D3135" + "9000", card.Send("80F200010E"));
        Assert.AreEqual("9000", card.Send("80F2000C"));
    }
}
