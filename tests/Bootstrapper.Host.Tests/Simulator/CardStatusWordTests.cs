using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Simulator;

/// <summary>Each command that is wrong in one way, and the status word of TS 102 221 10.2 for it.</summary>
[TestClass]
public sealed class CardStatusWordTests
{
    private const string SelectPkcs15 = "00A4040C0CA000000063504B43532D3135";
    private const string SelectBootstrap = "00A4080C047FFF6432";
    private const string SelectDir = "00A4080C022F00";

    [TestMethod]
    [DataRow("", "6700", "nothing at all")]
    [DataRow("00B000", "6700", "three bytes")]
    [DataRow("00B000000100", "6700", "READ BINARY with data")]
    [DataRow("00A4000C022F", "6700", "Lc says two, one is there")]
    [DataRow("00A4000C022F000000", "6700", "two more bytes than Lc and Le")]
    [DataRow("00A4000C032F0000", "6700", "SELECT by file ID with three bytes")]
    [DataRow("00A4030C022F00", "6700", "SELECT of the parent with data")]
    [DataRow("00A4080C032F0000", "6700", "SELECT by path with three bytes")]
    [DataRow("00A4080C00", "6700", "SELECT by path without path")]
    [DataRow("00A4040C00", "6700", "SELECT by AID without AID")]
    [DataRow("00A4040C11A000000063504B43532D31350000000000", "6700", "AID of 17 bytes")]
    [DataRow("0070800101", "6700", "MANAGE CHANNEL close with Le")]
    [DataRow("002000010431323334", "6700", "PIN block of four bytes")]
    public void Transmit_WrongLength_Is6700(string command, string status, string what)
    {
        SimulatedCard card = new(ExampleCard.Create(pinEnabled: true));

        Assert.AreEqual(status, card.Send(command), what);
    }

    [TestMethod]
    [DataRow("20A4000C022F00", "6E00", "class 2x")]
    [DataRow("A0A40000023F00", "6E00", "GSM class")]
    [DataRow("FFA4000C022F00", "6E00", "class FF")]
    [DataRow("50A4000C022F00", "6E00", "class 5x")]
    [DataRow("80A4000C022F00", "6E00", "SELECT with the class of STATUS")]
    [DataRow("00F2000C", "6E00", "STATUS with the class of SELECT")]
    [DataRow("04A4000C022F00", "6882", "secure messaging on channel 0")]
    [DataRow("60A4000C022F00", "6882", "secure messaging on channel 4")]
    [DataRow("10A4000C022F00", "6884", "command chaining")]
    [DataRow("01A4000C022F00", "6881", "channel 1 is not open")]
    [DataRow("4FA4000C022F00", "6881", "channel 19 is not open")]
    [DataRow("0084000008", "6D00", "GET CHALLENGE, which the card does not have")]
    public void Transmit_WrongClassOrInstruction_SaysWhich(string command, string status, string what)
    {
        SimulatedCard card = new(ExampleCard.Create());

        Assert.AreEqual(status, card.Send(command), what);
    }

    [TestMethod]
    [DataRow("00A4020C022F00", "6A86", "SELECT P1 02")]
    [DataRow("00A40000022F00", "6A86", "SELECT P2 00, an FCI")]
    [DataRow("00A40008022F00", "6A86", "SELECT P2 08, an FMD")]
    [DataRow("00A4000E022F00", "6A86", "next occurrence without an AID")]
    [DataRow("00A40044022F00", "6A86", "end of the application")]
    [DataRow("00C0010010", "6A86", "GET RESPONSE P1 01")]
    [DataRow("0020010100", "6A86", "VERIFY P1 01")]
    [DataRow("0070010001", "6A86", "MANAGE CHANNEL P1 01")]
    [DataRow("0070001400", "6A86", "open channel 20")]
    [DataRow("0070800000", "6A86", "close the basic channel")]
    [DataRow("00B0C00001", "6A86", "READ BINARY, bits 8 and 7 of P1")]
    [DataRow("00B0800001", "6A86", "READ BINARY, SFI 0")]
    [DataRow("00B09F0001", "6A86", "READ BINARY, SFI 31")]
    [DataRow("00B2010030", "6A86", "READ RECORD, no mode")]
    [DataRow("00B2010230", "6A86", "next record with a number")]
    [DataRow("00B201FC30", "6A86", "READ RECORD, SFI 31")]
    [DataRow("80F2030000", "6A86", "STATUS P1 03")]
    [DataRow("80F2000200", "6A86", "STATUS P2 02")]
    [DataRow("00A4000C022F01", "6A82", "no such file")]
    [DataRow("00A4010C022F00", "6A82", "a file, not a directory")]
    [DataRow("00A4030C00", "6A82", "the MF has no parent")]
    [DataRow("00A4040C05A000000001", "6A82", "no such application")]
    [DataRow("00A4080C043F002F00", "6A82", "the MF in a path from the MF")]
    [DataRow("00A4080C042F002F00", "6A82", "a path on below a file")]
    [DataRow("00A4080C047FFF5031", "6A82", "7FFF without an application")]
    [DataRow("00A4000C027FFF", "6A82", "7FFF alone without an application")]
    [DataRow("00B0830001", "6A82", "READ BINARY, no such SFI")]
    [DataRow("00B2011C30", "6A82", "READ RECORD, no such SFI")]
    [DataRow("0020000200", "6A88", "no PIN 2")]
    [DataRow("80F2000100", "6A88", "STATUS for the name where no application is")]
    [DataRow("00B0000001", "6986", "READ BINARY, no file selected")]
    [DataRow("00B2010430", "6986", "READ RECORD, no file selected")]
    [DataRow("00D600000100", "6986", "UPDATE BINARY, no file selected")]
    [DataRow("00C0000001", "6985", "GET RESPONSE, nothing waits")]
    [DataRow("00B09E0001", "6981", "READ BINARY of a record file")]
    [DataRow("00B2011430", "6981", "READ RECORD of a transparent file")]
    [DataRow("00B205F430", "6A83", "record 5 of 4")]
    [DataRow("00B200F430", "6A83", "the current record where none is")]
    [DataRow("00B201F400", "6C30", "READ RECORD with Le 00")]
    [DataRow("00B201F42F", "6C30", "READ RECORD with Le too short")]
    [DataRow("00B2010431", "6986", "the file of a failed SFI is not selected")]
    [DataRow("0070000000", "6C01", "open without saying that a number comes back")]
    [DataRow("0070000002", "6C01", "open with Le 02")]
    public void Transmit_WrongAtTheMasterFile_SaysWhat(string command, string status, string what)
    {
        SimulatedCard card = new(ExampleCard.Create(pinEnabled: true));

        Assert.AreEqual(status, card.Send(command), what);
    }

    [TestMethod]
    [DataRow("00B0010001", "6B00", "READ BINARY right behind the end")]
    [DataRow("00B07FFF01", "6B00", "READ BINARY at the highest offset")]
    [DataRow("00B000FF02", "6C01", "READ BINARY across the end")]
    [DataRow("00B0000100", "6CFF", "READ BINARY of 256 bytes where 255 are")]
    [DataRow("00B2010430", "6981", "READ RECORD")]
    [DataRow("00D600000100", "6982", "UPDATE BINARY without ADM1")]
    [DataRow("80F2000000", "6C2B", "STATUS with Le 00")]
    [DataRow("80F2000010", "6C2B", "STATUS with Le too short")]
    [DataRow("80F2000100", "6C0E", "STATUS for the name with Le 00")]
    public void Transmit_WrongAtTheBootstrapFile_SaysWhat(string command, string status, string what)
    {
        SimulatedCard card = new(ExampleCard.Create());
        Assert.AreEqual("9000", card.Send(SelectPkcs15));
        Assert.AreEqual("9000", card.Send(SelectBootstrap));

        Assert.AreEqual(status, card.Send(command), what);
    }

    [TestMethod]
    [DataRow("always", "9000")]
    [DataRow("PIN1", "6982")]
    [DataRow("ADM1", "6982")]
    [DataRow("PIN8", "6982")]
    [DataRow("never", "6982")]
    [DataRow("secureChannel", "6989")]
    public void Transmit_ReadOfAGuardedFile_SaysWhatIsMissing(string condition, string status)
    {
        Assert.IsTrue(AccessCondition.TryParse(condition, out AccessCondition? read));
        CardImage image = ExampleCard.Create(pinEnabled: true);
        image.Application(ExampleCard.Pkcs15Aid)!.Add(ElementaryFile.Transparent(
            0x6432, new byte[4], access: new AccessRule(read.Value, AccessCondition.Never)));
        SimulatedCard card = new(image);
        Assert.AreEqual("9000", card.Send(SelectPkcs15));
        Assert.AreEqual("9000", card.Send(SelectBootstrap));

        Assert.EndsWith(status, card.Send("00B0000004"));
    }

    [TestMethod]
    public void Transmit_FailedSelect_LeavesTheSelectionAsItWas()
    {
        SimulatedCard card = new(ExampleCard.Create());
        Assert.AreEqual("9000", card.Send(SelectDir));

        Assert.AreEqual("6A82", card.Send("00A4000C026F99"));

        Assert.EndsWith("9000", card.Send("00B2010430"));
    }
}
