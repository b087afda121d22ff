using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Simulator;

/// <summary>What differs from card to card, in commands and responses.</summary>
[TestClass]
public sealed class CardBehaviorTests
{
    private const string OpenChannel = "0070000001";
    private const string SelectApplication = "01A4040C0CA000000063504B43532D3135";
    private const string SelectFile = "01A40804047FFF6432";
    private const string ReadFile = "01B0000004";
    private const string LocalPinQuery = "0120008100";
    private const string LocalPin = "012000810835363738FFFFFFFF";

    [TestMethod]
    [DataRow("local PIN on the file", "8B03" + "2F0604", "2F06")]
    [DataRow("local PIN, EF.ARR in the application", "8B03" + "6F0604", "7FFF6F06")]
    [DataRow("local PIN, EF.ARR by security environment", "8B06" + "2F06" + "0104" + "0004", "2F06")]
    public void Fcp_ReferenceToTheRule_LeadsToTheRecordWithThePin(string card, string reference, string file)
    {
        SimulatedCard sim = OnApplication(card);

        Assert.Contains(reference, sim.SendAndFetch(SelectFile));

        // Read: PIN 81 by verification; update: ADM1.
        Assert.AreEqual("9000", sim.Send($"01A4080C{file.Length / 2:X2}{file}"));
        Assert.StartsWith(
            "800101" + "A406" + "830181" + "950108" + "800102" + "A406" + "83010A" + "950108" + "FF", sim.Send("01B2040420"));
    }

    [TestMethod]
    [DataRow("local PIN, rule in the FCP", "AB16" + "800101" + "A406830181950108" + "800102" + "A40683010A950108")]
    [DataRow("local PIN that nothing names", "8C03" + "03" + "11" + "11")]
    public void Fcp_RuleItself_IsInIt(string card, string rule)
    {
        Assert.Contains(rule, OnApplication(card).SendAndFetch(SelectFile));
    }

    [TestMethod]
    public void Fcp_CompactRule_TellsEachCondition()
    {
        CardImage image = ExampleCard.Create();
        image.MasterFile.Add(ElementaryFile.Transparent(
            0x4F01, new byte[1], access: new AccessRule(AccessCondition.Always, AccessCondition.Never)));
        image.MasterFile.Add(ElementaryFile.Transparent(
            0x4F02, new byte[1], access: new AccessRule(AccessCondition.SecureChannel, AccessCondition.Key(0x0A))));
        SimulatedCard card = new(image, new() { AccessRuleForm = AccessRuleForm.Compact });

        Assert.Contains("8C0303FF00", card.SendAndFetch("00A40004024F01"));
        Assert.Contains("8C03031141", card.SendAndFetch("00A40004024F02"));
    }

    [TestMethod]
    public void Verify_LocalPin_NeedsTheApplicationAndOpensTheFile()
    {
        SimulatedCard card = CardGallery.Find("local PIN on the file").Create();
        card.Send(OpenChannel);
        Assert.AreEqual("6A88", card.Send(LocalPinQuery), "no application, no key of it");
        card.Send(SelectApplication);
        card.SendAndFetch(SelectFile);

        Assert.AreEqual("6982", card.Send(ReadFile));
        Assert.AreEqual("63C3", card.Send(LocalPinQuery));
        Assert.AreEqual("9000", card.Send(LocalPin));
        Assert.AreEqual("0002007A9000", card.Send(ReadFile));

        card.Reset();
        card.Send(OpenChannel);
        card.Send(SelectApplication);
        card.SendAndFetch(SelectFile);
        Assert.AreEqual("6982", card.Send(ReadFile), "a reset takes the verification back");
    }

    [TestMethod]
    [DataRow("local PIN with one try left", "63C1", "6982")]
    [DataRow("local PIN blocked", "6983", "6982")]
    [DataRow("local PIN disabled", "6984", "0002007A9000")]
    public void Verify_Query_TellsTheStateOfThePin(string card, string query, string read)
    {
        SimulatedCard sim = OnApplication(card);
        sim.SendAndFetch(SelectFile);

        Assert.AreEqual(query, sim.Send(LocalPinQuery));
        Assert.AreEqual(read, sim.Send(ReadFile));
    }

    [TestMethod]
    public void Select_DeactivatedFile_WarnsAndHasTheFcpWait()
    {
        SimulatedCard card = OnApplication("deactivated file");

        Assert.AreEqual("6283", card.Send(SelectFile));
        Assert.AreEqual("6C18", card.Send("01C0000000"));
        Assert.Contains("8A0104", card.Send("01C0000018"), "deactivated");
        Assert.AreEqual("6985", card.Send(ReadFile));

        card.Image.File("A000000063504B43532D3135/6432")!.IsActivated = true;
        Assert.AreEqual("0002007A9000", card.Send(ReadFile));
    }

    [TestMethod]
    public void Select_BusyToolkit_AnswersSoAfterEachReset()
    {
        SimulatedCard card = CardGallery.Find("toolkit busy").Create();

        for (int i = 0; i < 2; i++)
        {
            card.Send(OpenChannel);
            Assert.AreEqual("9300", card.Send(SelectApplication));
            Assert.AreEqual("9000", card.Send("00" + SelectApplication[2..]), "the basic channel is the modem's");
            Assert.AreEqual("9300", card.Send(SelectApplication));
            Assert.AreEqual("9000", card.Send(SelectApplication));
            card.Reset();
        }
    }

    [TestMethod]
    public void ManageChannel_FirstChannelsInUse_GivesTheFourthAfterEachReset()
    {
        SimulatedCard card = CardGallery.Find("logical channels from 4 on").Create();

        for (int i = 0; i < 2; i++)
        {
            CollectionAssert.AreEqual(new[] { 1, 2, 3 }, card.OpenChannels.ToArray());
            Assert.AreEqual("049000", card.Send(OpenChannel));
            Assert.AreEqual("9000", card.Send("40" + SelectApplication[2..]));
            card.Reset();
        }
    }

    [TestMethod]
    public void ManageChannel_AllLeftOpen_GivesThoseThatAreClosed()
    {
        SimulatedCard card = CardGallery.Find("logical channels left open").Create();

        Assert.AreEqual("6A81", card.Send(OpenChannel));
        Assert.AreEqual("9000", card.Send("0070800200"));
        Assert.AreEqual("029000", card.Send(OpenChannel));
    }

    [TestMethod]
    [DataRow("ordinary", "3F005015", "0002007A")]
    [DataRow("application at 7F50", "3F007F50", "0002007A")]
    [DataRow("application at 7F50, not told", "3F007F50", "0002007A")]
    [DataRow("DF 7F50 instead of an application", "3F007F50", "0002007A")]
    [DataRow("file two levels down", "3F0050155F01", "0002007A")]
    [DataRow("file outside the application", "3F007F10", "0002007A")]
    [DataRow("no logical channels", "3F005015", "0002007A")]
    public void Crsm_PathFromTheMf_ReachesTheFile(string card, string path, string content)
    {
        SimulatedModem modem = new(CardGallery.Find(card).Create(), new() { Echo = false });

        Assert.AreEqual(
            $"\r\n+CRSM: 144,0,\"{content}\"\r\n\r\nOK\r\n", modem.Ask($"AT+CRSM=176,25650,0,0,4,,\"{path}\""));
    }

    [TestMethod]
    [DataRow("application that no path reaches", "3F005015")]
    [DataRow("application that no path reaches", "3F007F50")]
    [DataRow("no EF.DIR", "3F007F50")]
    [DataRow("no PKCS#15 application", "3F005015")]
    public void Crsm_PathThatLeadsNowhere_FindsNothing(string card, string path)
    {
        SimulatedModem modem = new(CardGallery.Find(card).Create(), new() { Echo = false });

        Assert.AreEqual("\r\n+CRSM: 106,130\r\n\r\nOK\r\n", modem.Ask($"AT+CRSM=176,20529,0,0,4,,\"{path}\""));
    }

    private static SimulatedCard OnApplication(string name)
    {
        SimulatedCard card = CardGallery.Find(name).Create();
        card.Send(OpenChannel);
        Assert.AreEqual("9000", card.Send(SelectApplication));
        return card;
    }
}
