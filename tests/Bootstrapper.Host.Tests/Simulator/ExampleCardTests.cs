using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Simulator;

[TestClass]
public sealed class ExampleCardTests
{
    [TestMethod]
    public void BootstrapFile_Always_IsThePublishedExample()
    {
        Assert.AreEqual(
            "0002007A000000005E08015BC80022636F6170733A2F2F65752E696F742E617673797374656D2E636C6F75643A35363834C10100C10200"
            + "C803146578616D706C652D70736B2D6964656E74697479C805133378406D706C3350354B3533637233744B3379C10A01"
            + "000100001208010FC10001C40100015180C10600C10755",
            Convert.ToHexString(ExampleCard.BootstrapFile()));
    }

    [TestMethod]
    public void Create_Default_FillsTheFileUpTo256Bytes()
    {
        ReadOnlySpan<byte> content = BootstrapFile(ExampleCard.Create()).Content.Span;

        Assert.AreEqual(256, content.Length);
        Assert.IsTrue(content[..126].SequenceEqual(ExampleCard.BootstrapFile()));
        Assert.AreEqual(-1, content[126..].IndexOfAnyExcept((byte)0xFF));
    }

    [TestMethod]
    public void Create_LongContent_GetsAFileOfItsSize()
    {
        byte[] content = new byte[32768];
        content[^1] = 0xAB;

        CollectionAssert.AreEqual(content, BootstrapFile(ExampleCard.Create(content)).Content.ToArray());
    }

    [TestMethod]
    public void Iccid_Always_HasARightCheckDigit()
    {
        // Luhn: from the right, every second digit twice, the digits of the products added up.
        int sum = 0;
        for (int i = 0; i < ExampleCard.Iccid.Length; i++)
        {
            int digit = ExampleCard.Iccid[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }

        Assert.AreEqual(0, sum % 10);
        Assert.HasCount(19, ExampleCard.Iccid.ToCharArray());
    }

    [TestMethod]
    public void Create_Iccid_IsStoredWithItsDigitsSwapped()
    {
        ElementaryFile file = ExampleCard.Create().MasterFile.File(0x2FE2)!;

        Assert.AreEqual("988800000000000010F6", Convert.ToHexString(file.Content.Span));
        Assert.AreEqual(ExampleCard.Iccid, Bcd.Decode(file.Content.Span));
    }

    [TestMethod]
    public void Create_Imsi_IsStoredBehindItsLength()
    {
        Assert.AreEqual("080910101032547698", Convert.ToHexString(Bcd.EncodeImsi(ExampleCard.Imsi)));
        Assert.AreEqual(ExampleCard.Imsi, Bcd.DecodeImsi(Bcd.EncodeImsi(ExampleCard.Imsi)));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("00")]
    [DataRow("08")]
    [DataRow("080910")]
    [DataRow("09FFFFFFFFFFFFFFFFFF")]
    [DataRow("08FFFFFFFFFFFFFFFF")]
    public void DecodeImsi_NoImsi_IsEmpty(string bytes)
    {
        Assert.AreEqual("", Bcd.DecodeImsi(Convert.FromHexString(bytes)));
    }

    private static ElementaryFile BootstrapFile(CardImage image) =>
        image.Application(ExampleCard.Pkcs15Aid)!.File(ExampleCard.BootstrapFileId)!;
}
