using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Simulator;

[TestClass]
public sealed class CardReadTests
{
    private const string SelectFile = "00A4000C024F01";

    [TestMethod]
    public void ReadBinary_OffsetsAndLengths_GivesTheBytesThere()
    {
        SimulatedCard card = CreateCard(0x8000);
        card.Send(SelectFile);

        Assert.AreEqual("00010203" + "9000", card.Send("00B0000004"));
        Assert.AreEqual("FF00" + "9000", card.Send("00B000FF02"));
        Assert.AreEqual("FF" + "9000", card.Send("00B07FFF01"), "the last byte that an offset reaches");
        Assert.AreEqual(2 * (256 + 2), card.Send("00B0123400").Length, "Le 00 is 256 bytes");
    }

    [TestMethod]
    public void ReadBinary_ByShortId_SelectsTheFileToo()
    {
        SimulatedCard card = CreateCard(512);

        Assert.AreEqual("FF00" + "9000", card.Send("00B085FF02"));
        Assert.AreEqual("02" + "9000", card.Send("00B0010201"));
    }

    [TestMethod]
    [DataRow(ReadPastEnd.ExactLength, "00B0000020", "6C04")]
    [DataRow(ReadPastEnd.ExactLength, "00B0000200", "6C02")]
    [DataRow(ReadPastEnd.Warning, "00B0000020", "000102036282")]
    [DataRow(ReadPastEnd.Warning, "00B0000200", "02039000")]
    [DataRow(ReadPastEnd.Success, "00B0000020", "000102039000")]
    [DataRow(ReadPastEnd.Success, "00B0000200", "02039000")]
    [DataRow(ReadPastEnd.Success, "00B0000401", "6B00")]
    public void ReadBinary_PastTheEnd_AnswersAsTheCardDoes(ReadPastEnd behavior, string command, string response)
    {
        SimulatedCard card = CreateCard(4, new() { ReadPastEnd = behavior });
        card.Send(SelectFile);

        Assert.AreEqual(response, card.Send(command));
    }

    [TestMethod]
    public void ReadBinary_AfterTheContentChanged_GivesTheNewBytes()
    {
        SimulatedCard card = CreateCard(4);
        card.Send(SelectFile);

        card.Image.MasterFile.File(0x4F01)!.Content.Span[1] = 0xAA;

        Assert.AreEqual("00AA0203" + "9000", card.Send("00B0000004"));
    }

    [TestMethod]
    public void ReadRecord_ByNumber_LeavesThePointer()
    {
        SimulatedCard card = new(ExampleCard.Create());
        card.Send("00A4080C022F00");

        Assert.StartsWith("61184F10A0000000871002", card.Send("00B2010430"));
        Assert.StartsWith("61144F0CA000000063504B43532D313551043F005015FFFF", card.Send("00B2020430"));
        Assert.AreEqual(new string('F', 96) + "9000", card.Send("00B2030430"));

        Assert.StartsWith("61184F10", card.Send("00B2000230"), "next without a current record is the first");
        Assert.StartsWith("61144F0C", card.Send("00B2020430"));
        Assert.StartsWith("61184F10", card.Send("00B2000430"), "the current record is still the first");
    }

    [TestMethod]
    public void ReadRecord_NextAndPrevious_WalkToTheEnds()
    {
        SimulatedCard card = CreateRecordCard();
        card.Send("00A4080C022F01");

        Assert.AreEqual("03" + "9000", card.Send("00B2000301"), "previous without a current record is the last");
        Assert.AreEqual("6A83", card.Send("00B2000201"));
        Assert.AreEqual("02" + "9000", card.Send("00B2000301"));
        Assert.AreEqual("01" + "9000", card.Send("00B2000301"));
        Assert.AreEqual("6A83", card.Send("00B2000301"));
        Assert.AreEqual("02" + "9000", card.Send("00B2000201"));
    }

    [TestMethod]
    public void ReadRecord_SelectedAgain_HasNoCurrentRecord()
    {
        SimulatedCard card = CreateRecordCard();
        card.Send("00A4080C022F01");
        card.Send("00B2000201");

        card.Send("00A4080C022F01");

        Assert.AreEqual("6A83", card.Send("00B2000401"));
    }

    [TestMethod]
    public void ReadRecord_ByShortId_ReadsTheApplicationDirectory()
    {
        SimulatedCard card = new(ExampleCard.Create());

        Assert.StartsWith("61144F0CA000000063504B43532D3135", card.Send("00B202F430"));
    }

    [TestMethod]
    public void ReadRecord_OfTheAccessRules_SaysTheFilesConditions()
    {
        CardImage image = new();
        image.MasterFile
            .Add(Guarded(0x4F01, AccessCondition.Key(0x01), AccessCondition.Never))
            .Add(Guarded(0x4F02, AccessCondition.SecureChannel, AccessCondition.Key(0x0A)))
            .Add(Guarded(0x4F03, AccessCondition.Key(0x01), AccessCondition.Never));
        SimulatedCard card = new(image);

        // Tag 8B: EF.ARR 2F06 and the record; files with the same conditions share it.
        Assert.Contains("8B032F0603", card.SendAndFetch("00A40004024F01"));
        Assert.Contains("8B032F0604", card.SendAndFetch("00A40004024F02"));
        Assert.Contains("8B032F0603", card.SendAndFetch("00A40004024F03"));

        Assert.Contains("8205422100200483022F06", card.SendAndFetch("00A40004022F06"));
        Assert.StartsWith("800101" + "9000" + "800102" + "A40683010A950108" + "FF", card.Send("00B2010420"));
        Assert.StartsWith("800101" + "A406830101950108" + "800102" + "9700" + "FF", card.Send("00B2033420"));
        Assert.StartsWith("800101" + "B803950130" + "800102" + "A40683010A950108" + "FF", card.Send("00B2040420"));
    }

    [TestMethod]
    public void UpdateBinary_AfterAdm1_WritesWhatFits()
    {
        SimulatedCard card = CreateCard(4);
        card.Send(SelectFile);
        Assert.AreEqual("6982", card.Send("00D600010111"));
        Assert.AreEqual("9000", card.Send("0020000A083838383838383838"));

        Assert.AreEqual("9000", card.Send("00D60001021122"));
        Assert.AreEqual("6700", card.Send("00D60003021122"));
        Assert.AreEqual("6700", card.Send("00D6000000"));
        Assert.AreEqual("6B00", card.Send("00D600040111"));
        Assert.AreEqual("9000", card.Send("00D685030133"), "by SFI");

        Assert.AreEqual("00112233" + "9000", card.Send("00B0000004"));
    }

    private static ElementaryFile Guarded(ushort fileId, AccessCondition read, AccessCondition update) =>
        ElementaryFile.Transparent(fileId, new byte[1], access: new AccessRule(read, update));

    private static SimulatedCard CreateCard(int size, CardBehavior? behavior = null)
    {
        byte[] content = [.. Enumerable.Range(0, size).Select(i => (byte)i)];
        CardImage image = new CardImage().Add(new CardPin(0x0A, "88888888"));
        image.MasterFile.Add(ElementaryFile.Transparent(0x4F01, content, shortFileId: 5));
        return new(image, behavior);
    }

    private static SimulatedCard CreateRecordCard()
    {
        CardImage image = new();
        image.MasterFile.Add(ElementaryFile.LinearFixed(0x2F01, 1, new byte[] { 1, 2, 3 }));
        return new(image);
    }
}
