using Bootstrapper.Cli.Configuration;
using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Tests.Configuration;

[TestClass]
public class ImageDescriberTests
{
    [TestMethod]
    public void Describe_KnownObject_HasItsNames()
    {
        DictionaryNode root = Describe(new ObjectRecord(1, null, [new(3, [new SingleResource(1, new IntegerValue(60))])]));

        Assert.AreEqual("OID.Server", ((NameNode)Only(root).Key).Name);
        DictionaryNode instances = (DictionaryNode)Only(root).Value;
        Assert.AreEqual(3, ((IntegerNode)Only(instances).Key).Value);
        DictionaryNode resources = (DictionaryNode)Only(instances).Value;
        Assert.AreEqual("RID.Server.Lifetime", ((NameNode)Only(resources).Key).Name);
        Assert.AreEqual(60, ((IntegerNode)Only(resources).Value).Value);
    }

    [TestMethod]
    public void Describe_ExplicitVersion_IsInTheKey()
    {
        ListNode named = (ListNode)Only(Describe(new ObjectRecord(1, new(1, 10), []))).Key;
        ListNode numbered = (ListNode)Only(Describe(new ObjectRecord(9999, new(2, 0), []))).Key;

        Assert.AreEqual("OID.Server", ((NameNode)named.Items[0]).Name);
        Assert.AreEqual("1.10", ((StringNode)named.Items[1]).Value);
        Assert.AreEqual(9999, ((IntegerNode)numbered.Items[0]).Value);
    }

    [TestMethod]
    public void Describe_MultipleResource_IsAListOfPairs()
    {
        ListNode list = (ListNode)Described(2, new MultipleResource(2, [new(101, new IntegerValue(15))]), showSecrets: false);

        ListNode pair = (ListNode)list.Items.Single();
        Assert.AreEqual(101, ((IntegerNode)pair.Items[0]).Value);
        Assert.AreEqual(15, ((IntegerNode)pair.Items[1]).Value);
    }

    [TestMethod]
    public void Describe_ObjectLink_IsAText() =>
        Assert.AreEqual("21:0", ((StringNode)Described(0, new SingleResource(17, new ObjectLinkValue(21, 0)), false)).Value);

    [TestMethod]
    public void Describe_Secret_IsItsLength()
    {
        SingleResource key = new(5, new OpaqueValue([1, 2, 3]));

        Assert.AreEqual(3, ((MaskedNode)Described(0, key, showSecrets: false)).Length);
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3 }, ((BytesNode)Described(0, key, showSecrets: true)).Value);
    }

    [TestMethod]
    public void Describe_WhatNoDefinitionExplains_IsItsLength()
    {
        Assert.AreEqual(2, ((MaskedNode)Described(9999, new SingleResource(0, new IntegerValue(300)), false)).Length);
        Assert.AreEqual(4, ((MaskedNode)Described(1, new SingleResource(200, new StringValue("text")), false)).Length);
        ListNode list = (ListNode)Described(9999, new MultipleResource(0, [new(7, new OpaqueValue([1]))]), false);
        Assert.AreEqual(1, ((MaskedNode)((ListNode)list.Items.Single()).Items[1]).Length);
    }

    // From an image of another tool, or a damaged one.
    [TestMethod]
    public void Describe_ValueOfAnotherType_IsItsBytes()
    {
        Assert.AreEqual("FF", Bytes(0, 0, new OpaqueValue([0xFF])));
        Assert.AreEqual("000151", Bytes(1, 1, new OpaqueValue([0, 1, 0x51])));
        Assert.AreEqual("7FF8000000000000", Bytes(6, 0, new FloatValue(BitConverter.Int64BitsToDouble(0x7FF8000000000000))));
        Assert.AreEqual("7F800000", Bytes(6, 0, new FloatValue(double.PositiveInfinity)));
        Assert.AreEqual("00150000", Bytes(9999, 0, new ObjectLinkValue(21, 0)));
        Assert.AreEqual("C8", Bytes(9999, 0, new UnsignedValue(200)));
    }

    [TestMethod]
    public void Describe_WhatStandsTwice_IsDescribedTwice()
    {
        DictionaryNode root = Describe(new ObjectRecord(1, null, []), new ObjectRecord(1, null, []));

        Assert.HasCount(2, root.Entries);
    }

    private static string Bytes(int objectId, int resourceId, Value value) =>
        Convert.ToHexString(((BytesNode)Described(objectId, new SingleResource(resourceId, value), showSecrets: true)).Value);

    private static Node Described(int objectId, ResourceEntry resource, bool showSecrets)
    {
        BootstrapImage image = new([new(objectId, null, [new(0, [resource])])]);
        Node node = ImageDescriber.Describe(image, showSecrets);
        for (int level = 0; level < 3; level++)
            node = Only(node).Value;
        return node;
    }

    private static DictionaryNode Describe(params ObjectRecord[] objects) =>
        (DictionaryNode)ImageDescriber.Describe(new BootstrapImage(objects), showSecrets: false);

    private static KeyValuePair<Node, Node> Only(Node node) => ((DictionaryNode)node).Entries.Single();
}
