using Bootstrapper.Cli.Tracing;
using Bootstrapper.Simulator;
using Bootstrapper.Tests;

namespace Bootstrapper.Cli.Tests.Tracing;

[TestClass]
public sealed class HarmlessContentTests
{
    private const string Odf = "A706300404026430";
    private const string Dodf = "A125300030110C0F4C774D324D20426F6F747374726170A10E300C0604672B0901300404026432";

    // Published examples (PKCS #15 v1.1, sdk-nrf, pySim), and what else such files may say.
    [TestMethod]
    [DataRow(
        FileKind.ApplicationDirectory, -1,
        "61354F0CA000000063504B43532D313550075253412044534951043F0050157316060A2A864886F70D010F0401A10804063F"
            + "0050154320")]
    [DataRow(FileKind.ApplicationDirectory, -1, "61144F0CA000000063504B43532D313551043F005015FFFFFFFFFFFF")]
    [DataRow(FileKind.ApplicationDirectory, -1, "FFFFFFFFFFFFFFFF")]
    [DataRow(FileKind.AccessRules, -1, "80010190008001029700800118A40683010A9501088401D4A40683010A950108")]
    [DataRow(FileKind.AccessRules, -1, "8001019000800102A40683010A950108FFFFFFFF")]
    [DataRow(FileKind.Iccid, 0, "988800000000000010F6")]
    [DataRow(FileKind.ObjectDirectory, 0, Odf)]
    [DataRow(FileKind.ObjectDirectory, 0, "A706300404024407A506300404024404FFFFFF")]
    [DataRow(FileKind.ObjectDirectory, 0, "A70A300804063F0050156430" + "0000")]
    [DataRow(FileKind.ObjectDirectory, 40, "FFFFFFFF")]
    [DataRow(FileKind.DataObjectDirectory, 0, Dodf)]
    [DataRow(
        FileKind.DataObjectDirectory, 0,
        "A127300030110C0F4C774D324D20426F6F747374726170A110300E06060604672B0901300404026432")]
    [DataRow(
        FileKind.DataObjectDirectory, 0,
        "A13D300B0C054C774D324D0302078030170C0F4C774D324D20426F6F7473747261700604672B0901A11530130604672B0901"
            + "300B040264320201108002007AFF")]
    [DataRow(FileKind.DataObjectDirectory, 0, "301B30070C054C774D324D30060604672B0901A108300604047FFF6432")]
    public void Describe_ContentOfTheFile_IsTold(object kind, int offset, string content)
    {
        Assert.IsNotNull(Describe(kind, offset, content));
    }

    [TestMethod]
    [DataRow(FileKind.Unknown, 0, Odf, DisplayName = "unknown file")]
    [DataRow(FileKind.Unknown, 0, "FFFFFFFF", DisplayName = "blank unknown file")]
    [DataRow(FileKind.Bootstrap, 0, Odf, DisplayName = "bootstrap file")]
    [DataRow(FileKind.ObjectDirectory, 8, Odf, DisplayName = "not from the start")]
    [DataRow(FileKind.ObjectDirectory, -1, Odf, DisplayName = "record of a transparent file")]
    [DataRow(FileKind.DataObjectDirectory, 0, Odf, DisplayName = "another file's")]
    [DataRow(FileKind.ObjectDirectory, 0, Odf + "A7", DisplayName = "cut off")]
    [DataRow(FileKind.ObjectDirectory, 0, Odf + "FF00", DisplayName = "something behind the end")]
    [DataRow(FileKind.ObjectDirectory, 0, "A704A002" + "6430", DisplayName = "an object in the place of a path")]
    [DataRow(FileKind.ObjectDirectory, 0, "A7063004040264300102030405060708", DisplayName = "bytes behind")]
    [DataRow(
        FileKind.ObjectDirectory, 0,
        "A7153013" + "0411" + "0102030405060708090A0B0C0D0E0F1011", DisplayName = "path that is none")]
    [DataRow(FileKind.ObjectDirectory, 0, "0002007A000000005E08015BC80022", DisplayName = "a bootstrap file")]
    [DataRow(FileKind.DataObjectDirectory, 0, "301630003000A110A00E0C0C0102030405060708090A0B0C", DisplayName = "value in place")]
    [DataRow(
        FileKind.DataObjectDirectory, 0,
        "A11630003000A110300E0604672B09010406010203040506", DisplayName = "identified value in place")]
    [DataRow(FileKind.Iccid, 0, "0002007A000000005E08", DisplayName = "no number")]
    [DataRow(FileKind.Iccid, 0, "988800000000000010F601020304", DisplayName = "longer than a number")]
    [DataRow(FileKind.ApplicationDirectory, -1, "61064F040102030461", DisplayName = "AID too short")]
    [DataRow(
        FileKind.ApplicationDirectory, 0,
        "61144F0CA000000063504B43532D313551043F005015", DisplayName = "transparent EF.DIR")]
    [DataRow(FileKind.AccessRules, -1, "8001019000C80513337840", DisplayName = "TLV of another kind")]
    public void Describe_AnythingElse_IsNot(object kind, int offset, string content)
    {
        Assert.IsNull(Describe(kind, offset, content));
    }

    // Of what a bootstrap file holds, no piece looks like one of these files from its start.
    [TestMethod]
    [DataRow(FileKind.ApplicationDirectory, -1)]
    [DataRow(FileKind.AccessRules, -1)]
    [DataRow(FileKind.Iccid, 0)]
    [DataRow(FileKind.ObjectDirectory, 0)]
    [DataRow(FileKind.DataObjectDirectory, 0)]
    public void Describe_PieceOfABootstrapFile_IsNotTold(object kind, int offset)
    {
        byte[] file = ExampleCard.BootstrapFile();
        for (int start = 0; start < file.Length; start++)
        {
            // Four zeros are in it, which are no secret.
            for (int end = start + 5; end <= file.Length; end++)
                Assert.IsNull(HarmlessContent.Describe((FileKind)kind, offset < 0 ? null : offset, file.AsSpan()[start..end]));
        }
    }

    [TestMethod]
    public void BootstrapFiles_ObjectsOfSeveralKinds_AreThoseWithTheIdentifier()
    {
        const string Other = "A116300030020C00A10E300C0604672B0902300404026433";
        const string Opaque = "301B30070C054C774D324D30060604672B0901A108300604047FFF6434";

        CollectionAssert.AreEqual(
            new ushort[] { 0x6432, 0x6434 }, HarmlessContent.BootstrapFiles(Hex.Bytes(Other + Dodf + Opaque + "FFFF")).ToArray());
    }

    private static string? Describe(object kind, int offset, string content) =>
        HarmlessContent.Describe((FileKind)kind, offset < 0 ? null : offset, Hex.Bytes(content));
}
