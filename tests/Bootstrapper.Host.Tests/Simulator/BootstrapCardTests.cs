using Bootstrapper.Simulator;

namespace Bootstrapper.Host.Tests.Simulator;

[TestClass]
public sealed class BootstrapCardTests
{
    private static readonly byte[] _content = [1, 2, 3];

    // The examples of the LwM2M TS from 1.2.1 on and before, and two of our own; each is read back by hand.
    [TestMethod]
    [DataRow(
        BootstrapObjectForm.Identified,
        "A125" + "3000" + "30110C0F4C774D324D20426F6F747374726170" + "A10E300C" + "0604672B0901" + "300404026432")]
    [DataRow(
        BootstrapObjectForm.DoubledHeader,
        "A127" + "3000" + "30110C0F4C774D324D20426F6F747374726170" + "A110300E" + "06060604672B0901" + "300404026432")]
    [DataRow(
        BootstrapObjectForm.Opaque,
        "3023" + "3000" + "30170C0F4C774D324D20426F6F7473747261700604672B0901" + "A106" + "300404026432")]
    [DataRow(
        BootstrapObjectForm.Both,
        "A12B" + "3000" + "30170C0F4C774D324D20426F6F7473747261700604672B0901" + "A10E300C" + "0604672B0901" + "300404026432")]
    public void DataObjectDirectory_EachForm_IsThatOfTheForm(BootstrapObjectForm form, string expected)
    {
        Assert.AreEqual(expected, Convert.ToHexString(new BootstrapCard(_content) { Form = form }.DataObjectDirectory));
    }

    [TestMethod]
    [DataRow("", false, false, "3000")]
    [DataRow("LwM2M", false, false, "30070C054C774D324D")]
    [DataRow("ü", true, false, "30080C02C3BC03020780")]
    [DataRow("", true, false, "300403020780")]
    [DataRow("", false, true, "300403020640")]
    [DataRow("", true, true, "3004030206C0")]
    public void DataObjectDirectory_LabelAndFlags_AreCommonAttributes(
        string label, bool isPrivate, bool isModifiable, string expected)
    {
        BootstrapCard card = new(_content) { Label = label, IsPrivate = isPrivate, IsModifiable = isModifiable };

        Assert.AreEqual(expected, Convert.ToHexString(card.DataObjectDirectory.AsSpan(2, expected.Length / 2)));
    }

    // DER: as short as can be, and not negative.
    [TestMethod]
    [DataRow(0, -1, "300404026432")]
    [DataRow(0, 3, "300A04026432" + "020100" + "800103")]
    [DataRow(16, -1, "300A04026432" + "020110" + "800103")]
    [DataRow(127, 128, "300B04026432" + "02017F" + "80020080")]
    [DataRow(128, 255, "300C04026432" + "02020080" + "800200FF")]
    [DataRow(256, 32767, "300C04026432" + "02020100" + "80027FFF")]
    [DataRow(32765, 32768, "300D04026432" + "02027FFD" + "8003008000")]
    public void DataObjectDirectory_PartOfAFile_IsIndexAndLengthOfThePath(int index, int length, string expected)
    {
        BootstrapCard card = new(_content) { PathIndex = index, PathLength = length < 0 ? null : length };

        Assert.EndsWith(expected, Convert.ToHexString(card.DataObjectDirectory));
    }

    [TestMethod]
    [DataRow(0, 0, "010203")]
    [DataRow(0, 5, "010203FFFF")]
    [DataRow(0, 2, "010203")]
    [DataRow(2, 0, "FFFF010203")]
    [DataRow(2, 6, "FFFF010203FF")]
    public void BootstrapFile_OfASize_IsFilledUp(int index, int size, string expected)
    {
        Assert.AreEqual(
            expected, Convert.ToHexString(new BootstrapCard(_content) { PathIndex = index, FileSize = size }.BootstrapFile));
    }

    [TestMethod]
    public void CreateImage_Pin_IsWhatReadingNeeds()
    {
        CardImage image = new BootstrapCard(_content) { Pin = new CardPin(0x81, "5678"), FileId = 0x6499 }.CreateImage();

        ElementaryFile file = image.File("A000000063504B43532D3135/6499")!;
        Assert.AreEqual("LocalPIN1", file.Access.Read.ToString());
        Assert.AreEqual("ADM1", file.Access.Update.ToString());
        Assert.AreEqual("5678", image.Pin(0x81)!.Value);
        Assert.IsFalse(image.Pin(BootstrapCard.SimPinReference)!.Enabled);
    }
}
