using Bootstrapper.Cli.Configuration;
using Bootstrapper.Tests;

namespace Bootstrapper.Cli.Tests.Configuration;

[TestClass]
public class ImageWriterTests
{
    // LwM2M TS Appendix G.3.3: the number of objects, the size of their records.
    [TestMethod]
    public void Write_NoObject_IsTheHeaderAlone() =>
        CollectionAssert.AreEqual(Hex.Bytes("00000000"), ImageWriter.Write(new BootstrapImage([])));

    [TestMethod]
    public void Write_ObjectWithoutInstances_IsARecordOf5Or6Bytes()
    {
        CollectionAssert.AreEqual(
            Hex.Bytes("00010005" + "FFFE000000"), ImageWriter.Write(new BootstrapImage([new(65534, null, [])])));
        CollectionAssert.AreEqual(
            Hex.Bytes("00010006" + "000101FF0000"), ImageWriter.Write(new BootstrapImage([new(1, new(1, 255), [])])));
    }

    // LwM2M TS 7.4.5 and Appendix C.
    [TestMethod]
    [DataRow(0L, "C10700")]
    [DataRow(127L, "C1077F")]
    [DataRow(128L, "C2070080")]
    [DataRow(-128L, "C10780")]
    [DataRow(-129L, "C207FF7F")]
    [DataRow(32767L, "C2077FFF")]
    [DataRow(32768L, "C40700008000")]
    [DataRow(65535L, "C4070000FFFF")]
    [DataRow(2147483647L, "C4077FFFFFFF")]
    [DataRow(2147483648L, "C807080000000080000000")]
    [DataRow(long.MinValue, "C807088000000000000000")]
    public void Write_Integer_HasItsShortestLength(long value, string resource) =>
        AssertResource(resource, new IntegerValue(value));

    [TestMethod]
    [DataRow(0UL, "C10700")]
    [DataRow(255UL, "C107FF")]
    [DataRow(256UL, "C2070100")]
    [DataRow(65535UL, "C207FFFF")]
    [DataRow(65536UL, "C40700010000")]
    [DataRow(4294967295UL, "C407FFFFFFFF")]
    [DataRow(ulong.MaxValue, "C80708FFFFFFFFFFFFFFFF")]
    public void Write_Unsigned_HasItsShortestLength(ulong value, string resource) =>
        AssertResource(resource, new UnsignedValue(value));

    [TestMethod]
    [DataRow(1.5, "C4073FC00000")]
    [DataRow(-0.0, "C40780000000")]
    [DataRow(0.1, "C807083FB999999999999A")]
    [DataRow(1e300, "C807087E37E43C8800759C")]
    public void Write_Float_Has4BytesWhereTheyHoldIt(double value, string resource) =>
        AssertResource(resource, new FloatValue(value));

    [TestMethod]
    public void Write_OtherValues_AreAsAppendixC()
    {
        AssertResource("C10701", new BooleanValue(true));
        AssertResource("C10700", new BooleanValue(false));
        AssertResource("C307C3A461", new StringValue("äa"));
        AssertResource("C007", new StringValue(""));
        AssertResource("C20700FF", new OpaqueValue([0, 0xFF]));
        AssertResource("C40700150000", new ObjectLinkValue(21, 0));
        AssertResource("C407FFFFFFFF", new ObjectLinkValue(65535, 65535));
    }

    [TestMethod]
    public void Write_MultipleResource_HoldsItsInstances()
    {
        AssertEntry("8007", new MultipleResource(7, []));
        AssertEntry(
            "8607" + "41000A" + "416501", new MultipleResource(7, [new(0, new IntegerValue(10)), new(101, new IntegerValue(1))]));
    }

    [TestMethod]
    public void Encode_Value_IsItsBytesAlone()
    {
        CollectionAssert.AreEqual(Hex.Bytes("00015180"), ImageWriter.Encode(new IntegerValue(86400)));
        CollectionAssert.AreEqual(Array.Empty<byte>(), ImageWriter.Encode(new StringValue("")));
        CollectionAssert.AreEqual(new byte[300], ImageWriter.Encode(new OpaqueValue(new byte[300])));
        CollectionAssert.AreEqual(new byte[70000], ImageWriter.Encode(new OpaqueValue(new byte[70000])));
    }

    // Appendix G.3.3: 32 KB. 4 of the header, 5 of the record, 4 of the instance and 4 of the resource leave so much.
    [TestMethod]
    public void Write_32Kilobytes_AreTheLimit()
    {
        const int Longest = 32768 - 4 - 5 - 4 - 4;

        Assert.HasCount(32768, ImageWriter.Write(Image(new SingleResource(7, new OpaqueValue(new byte[Longest])))));

        CommandException e = Assert.ThrowsExactly<CommandException>(
            () => ImageWriter.Write(Image(new SingleResource(7, new OpaqueValue(new byte[Longest + 1])))));
        Assert.AreEqual(ExitCode.Usage, e.Code);
        Assert.AreEqual(
            "the image would have 32769 bytes, and a card's file 32768 at the most; the most of it, 32752 bytes, is "
            + "RID.Server.Binding of instance 0",
            e.Message);
    }

    [TestMethod]
    public void Write_MoreRecordsThanTheFileHolds_Fails()
    {
        CommandException e = Assert.ThrowsExactly<CommandException>(() => ImageWriter.Write(
            new BootstrapImage([.. Enumerable.Range(0, 6553).Select(id => new ObjectRecord(id, null, []))])));

        Assert.AreEqual("the image would have 32769 bytes, and a card's file 32768 at the most", e.Message);
    }

    private static BootstrapImage Image(ResourceEntry resource) => new([new(1, null, [new(0, [resource])])]);

    private static void AssertResource(string expected, Value value) => AssertEntry(expected, new SingleResource(7, value));

    private static void AssertEntry(string expected, ResourceEntry entry)
    {
        byte[] image = ImageWriter.Write(Image(entry));

        // The header of the file, that of the record, and that of an instance of more than 7 bytes or not.
        byte[] resource = image[(4 + 5 + (expected.Length > 14 ? 3 : 2))..];
        CollectionAssert.AreEqual(Hex.Bytes(expected), resource, Convert.ToHexString(resource));
    }
}
