using System.Numerics;
using System.Text;
using Bootstrapper.Cli.Configuration;
using Bootstrapper.Cli.Syntax;
using static Bootstrapper.Cli.Tests.Configuration.Literals;

namespace Bootstrapper.Cli.Tests.Configuration;

[TestClass]
public class BinderValueTests
{
    private static readonly NameNode _lifetime = Name("RID.Server.Lifetime");
    private static readonly NameNode _key = Name("RID.Security.SecretKey");
    private static readonly NameNode _link = Name("RID.Security.OSCORESecurityMode");

    [TestMethod]
    [DataRow(long.MinValue)]
    [DataRow(-1L)]
    [DataRow(0L)]
    [DataRow(long.MaxValue)]
    public void Bind_IntegerInRange_IsKept(long value)
    {
        Assert.AreEqual(new IntegerValue(value), Single("Server", _lifetime, Number(value)));
        Assert.AreEqual(new IntegerValue(value), Single("Server", Name("RID.Server.LastBootstrapped"), Number(value)));
    }

    [TestMethod]
    public void Bind_IntegerOutOfRange_FailsWithTheNumber()
    {
        Fails(
            "Server",
            _lifetime,
            At(Number(new BigInteger(long.MaxValue) + 1)),
            "RID.Server.Lifetime of instance 1: 9223372036854775808 is outside -9223372036854775808..9223372036854775807");
        Fails("Server", _lifetime, At(Number(new BigInteger(long.MinValue) - 1)), "-9223372036854775809 is outside");
        Fails("Server", _lifetime, At(Number(BigInteger.One << 1000000)), "the number is outside");
    }

    [TestMethod]
    public void Bind_Unsigned_HasItsRange()
    {
        NameNode usage = Name("RID.Security.CertificateUsage");

        Assert.AreEqual(new UnsignedValue(0), Single("Security", usage, Number(0)));
        Assert.AreEqual(new UnsignedValue(ulong.MaxValue), Single("Security", usage, Number(ulong.MaxValue)));
        Fails("Security", usage, At(Number(-1)), "-1 is outside 0..18446744073709551615");
        Fails("Security", usage, At(Number(new BigInteger(ulong.MaxValue) + 1)), "18446744073709551616 is outside");
    }

    [TestMethod]
    public void Bind_Float_IsAnyNumber()
    {
        NameNode latitude = Name("RID.Location.Latitude");

        Assert.AreEqual(new FloatValue(1.5), Single("Location", latitude, Float(1.5)));
        Assert.AreEqual(new FloatValue(-3), Single("Location", latitude, Number(-3)));
        Fails("Location", latitude, At(Float(double.PositiveInfinity)), "larger than a Float can be");
        Fails("Location", latitude, At(Number(BigInteger.Pow(10, 400))), "larger than a Float can be");
    }

    [TestMethod]
    public void Bind_Boolean_IsAlso0Or1()
    {
        NameNode storing = Name("RID.Server.NotificationStoring");

        Assert.AreEqual(new BooleanValue(true), Single("Server", storing, Boolean(true)));
        Assert.AreEqual(new BooleanValue(false), Single("Server", storing, Boolean(false)));
        Assert.AreEqual(new BooleanValue(true), Single("Server", storing, Number(1)));
        Assert.AreEqual(new BooleanValue(false), Single("Server", storing, Number(0)));
        Fails("Server", storing, At(Number(2)), "RID.Server.NotificationStoring of instance 1: expected True or False");
        Fails("Server", storing, At(Text("True")), "expected True or False");
    }

    [TestMethod]
    public void Bind_String_IsTextOrBytesThatAreText()
    {
        NameNode uri = Name("RID.Security.ServerURI");

        Assert.AreEqual(new StringValue("coaps://ä.example"), Single("Security", uri, Text("coaps://ä.example")));
        Assert.AreEqual(new StringValue("ä€😀"), Single("Security", uri, Bytes(Encoding.UTF8.GetBytes("ä€😀"))));
        Assert.AreEqual(new StringValue(""), Single("Security", uri, Text("")));
        Fails("Security", uri, At(Bytes(0x61, 0xFF)), "a String is UTF-8, and these bytes are not");
        Fails("Security", uri, At(Bytes(0xC0, 0x80)), "a String is UTF-8, and these bytes are not");
        Fails("Security", uri, At(Text("a\0b")), "a String has no NUL");
        Fails("Security", uri, At(Bytes(0x61, 0)), "a String has no NUL");
        Fails("Security", uri, At(Text("a\uD83D")), "half a surrogate pair is no character");
        Fails("Security", uri, At(Number(1)), "expected a text");
        Fails("Lwm2mGateway", Name("RID.Lwm2mGateway.IoTEndDeviceObjects"), At(Boolean(true)), "expected a text");
    }

    [TestMethod]
    public void Bind_Opaque_IsBytesOrTextAsUtf8()
    {
        AssertOpaque([1, 0, 255], Single("Security", _key, Bytes(1, 0, 255)));
        AssertOpaque([], Single("Security", _key, Bytes()));
        AssertOpaque([0x61, 0xC3, 0xA4, 0], Single("Security", Name("RID.Security.PKOrIdentity"), Text("aä\0")));
        Fails("Security", _key, At(Number(1)), "expected bytes");
        Fails("Security", _key, At(Text("\uDC00")), "half a surrogate pair");
    }

    [TestMethod]
    public void Bind_ObjectLink_IsTwoNumbers()
    {
        Assert.AreEqual(new ObjectLinkValue(21, 0), Single("Security", _link, Text("21:0")));
        Assert.AreEqual(new ObjectLinkValue(65535, 65535), Single("Security", _link, Text("65535:65535")));
        foreach (string text in (string[])["21", "21:", ":0", "21:0:0", "21:-1", "65536:0", "0:65536", " 21:0", "x:y", ""])
            Fails("Security", _link, At(Text(text)), $"'{text}' is no link 'object:instance' of two numbers 0..65535");
        Fails("Security", _link, At(Text(new string('x', 1000))), "the text is no link");
        Fails("Security", _link, At(Number(21)), "expected a link, 'object:instance'");
    }

    [TestMethod]
    public void Bind_Executable_IsRefused() =>
        Fails("Server", Name("RID.Server.Disable"), At(Text("")), "RID.Server.Disable of instance 1: it is executable");

    [TestMethod]
    public void Bind_WithoutDefinition_TypeIsThatOfTheLiteral()
    {
        Assert.AreEqual(new IntegerValue(-5), Single(9999, Number(0), Number(-5)));
        Assert.AreEqual(new FloatValue(2.5), Single(9999, Number(0), Float(2.5)));
        Assert.AreEqual(new BooleanValue(true), Single(9999, Number(0), Boolean(true)));
        Assert.AreEqual(new StringValue("21:0"), Single(9999, Number(0), Text("21:0")));
        AssertOpaque([1, 2], Single(9999, Number(0), Bytes(1, 2)));
        Assert.AreEqual(new IntegerValue(7), Single(1, Number(200), Number(7)));
    }

    [TestMethod]
    public void Bind_MultipleResource_IsPairsOrDictionary()
    {
        NameNode acl = Name("RID.AccessControl.ACL");
        (int, Value)[] expected = [(101, new IntegerValue(15)), (0, new IntegerValue(1))];

        CollectionAssert.AreEqual(expected, Multiple(2, acl, List(Pair(101, Number(15)), Pair(0, Number(1)))));
        CollectionAssert.AreEqual(expected, Multiple(2, acl, Dictionary((Number(101), Number(15)), (Number(0), Number(1)))));
        CollectionAssert.AreEqual(expected, Multiple(2, acl, Dictionary((Text("101"), Number(15)), (Text("0"), Number(1)))));
        CollectionAssert.AreEqual(expected, Multiple(9999, Number(3), List(Pair(101, Number(15)), Pair(0, Number(1)))));
        CollectionAssert.AreEqual(
            expected, Multiple(9999, Number(3), Dictionary((Number(101), Number(15)), (Number(0), Number(1)))));
    }

    [TestMethod]
    public void Bind_MultipleResourceWithoutValues_IsKept()
    {
        Assert.IsEmpty(Multiple(2, Name("RID.AccessControl.ACL"), List()));
        Assert.IsEmpty(Multiple(2, Name("RID.AccessControl.ACL"), Dictionary()));
        Assert.IsEmpty(Multiple(9999, Number(3), List()));
    }

    [TestMethod]
    public void Bind_ListThatIsNotOfPairs_FailsAtTheItem()
    {
        const string Help = "RID.Security.DtlsTlsCiphersuite of instance 1: a multiple resource is a list of pairs: write [(";
        NameNode suite = Name("RID.Security.DtlsTlsCiphersuite");

        Fails("Security", suite, List(At(Number(49320))), Help);
        Fails("Security", suite, List(Pair(0, Number(1)), At(List(Number(1)))), Help);
        Fails("Security", suite, List(At(List(Number(0), Number(1), Number(2)))), Help);
        Fails("Security", suite, List(Pair(0, At(List(Number(1), Number(2))))), "value 0: expected a whole number, 0 or more");
    }

    [TestMethod]
    public void Bind_OneValueForAMultipleResource_FailsAndTellsHow() =>
        Fails(
            "Security",
            Name("RID.Security.DtlsTlsCiphersuite"),
            At(Number(49320)),
            "RID.Security.DtlsTlsCiphersuite of instance 1: it is a multiple resource: write [(0, value)]");

    [TestMethod]
    public void Bind_SeveralValuesForASingleResource_Fails()
    {
        Fails("Server", _lifetime, At(List(Pair(0, Number(1)))), "it has one value, not several");
        Fails("Server", _lifetime, At(Dictionary()), "it has one value, not several");
    }

    [TestMethod]
    public void Bind_MaskedValue_FailsAndTellsHow()
    {
        Fails("Security", _key, At(new MaskedNode(default, 16)), "inspect prints it with --show-secrets");
        Fails("Server", _lifetime, At(new MaskedNode(default, 4)), "inspect prints it with --show-secrets");
    }

    [TestMethod]
    public void Bind_BadValueOfASecret_IsNotShown()
    {
        NameNode password = Name("RID.SoftwareManagement.Password");
        foreach (string message in (string[])
        [
            Fails("Security", _key, At(Number(4711471147114711)), "").Message,
            Fails("Security", _key, At(Text("4711\uDC00")), "").Message,
            Fails("SoftwareManagement", password, At(Text("4711\0")), "").Message,
            Fails("SoftwareManagement", password, At(Bytes([.. "4711"u8, 0xFF])), "").Message,
            Fails(9999, Number(0), At(Number(BigInteger.Parse("47114711471147114711471147114711"))), "").Message,
        ])
        {
            Assert.DoesNotContain("4711", message);
        }
    }

    // A key written as a text is one byte a character only in ASCII: '\xE1' is a text, b'\xE1' is what was meant.
    [TestMethod]
    public void Bind_KeyAsTextBeyondAscii_IsAWarning()
    {
        ConfigurationBinder binder = new(".");

        binder.Bind(Resource(Name("OID.Security"), _key, At(Text("k\u00E1\u0001"))));
        string warning = binder.Warnings.Single();
        binder.Bind(Resource(Name("OID.Security"), _key, Text("k\u0001")));

        Assert.StartsWith("line 3, column 7: RID.Security.SecretKey of instance 1: a text with characters outside", warning);
        Assert.IsEmpty(binder.Warnings);
    }

    private static Value Single(string name, Node key, Node value) => SingleIn(Name("OID." + name), key, value);

    private static Value Single(int objectId, Node key, Node value) => SingleIn(Number(objectId), key, value);

    private static Value SingleIn(Node objectKey, Node key, Node value) =>
        ((SingleResource)Bind(Resource(objectKey, key, value))).Value;

    private static (int, Value)[] Multiple(int objectId, Node key, Node value) =>
        [.. ((MultipleResource)Bind(Resource(Number(objectId), key, value))).Instances
            .Select(i => (i.ResourceInstanceId, i.Value))];

    private static ResourceEntry Bind(Node root) =>
        new ConfigurationBinder(".").Bind(root).Objects.Single().Instances.Single().Resources.Single();

    private static void AssertOpaque(byte[] expected, Value value) =>
        CollectionAssert.AreEqual(expected, ((OpaqueValue)value).Value);

    private static ConfigurationException Fails(string name, Node key, Node value, string message) =>
        FailsIn(Name("OID." + name), key, value, message);

    private static ConfigurationException Fails(int objectId, Node key, Node value, string message) =>
        FailsIn(Number(objectId), key, value, message);

    private static ConfigurationException FailsIn(Node objectKey, Node key, Node value, string message)
    {
        ConfigurationException e = Assert.ThrowsExactly<ConfigurationException>(() => Bind(Resource(objectKey, key, value)));
        Assert.AreEqual(There, e.Position, e.Message);
        StringAssert.Contains(e.Message, message);
        return e;
    }
}
