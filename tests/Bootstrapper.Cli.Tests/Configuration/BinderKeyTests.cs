using Bootstrapper.Cli.Configuration;
using Bootstrapper.Cli.Syntax;
using static Bootstrapper.Cli.Tests.Configuration.Literals;

namespace Bootstrapper.Cli.Tests.Configuration;

[TestClass]
public class BinderKeyTests
{
    [TestMethod]
    public void Bind_ObjectKeyInEveryForm_IsItsId()
    {
        Assert.AreEqual(1, ObjectOf(Name("OID.Server")).ObjectId);
        Assert.AreEqual(1, ObjectOf(Text("OID.Server")).ObjectId);
        Assert.AreEqual(1, ObjectOf(Text("Server")).ObjectId);
        Assert.AreEqual(1, ObjectOf(Text("1")).ObjectId);
        Assert.AreEqual(1, ObjectOf(Number(1)).ObjectId);
        Assert.AreEqual(0, ObjectOf(Number(0)).ObjectId);
        Assert.AreEqual(65534, ObjectOf(Number(65534)).ObjectId);
        Assert.AreEqual(65534, ObjectOf(Text("65534")).ObjectId);
    }

    [TestMethod]
    public void Bind_ObjectKeyWithVersion_IsExplicit()
    {
        Assert.AreEqual(new ObjectVersion(1, 1), ObjectOf(List(Name("OID.Server"), Text("1.1"))).Version);
        Assert.AreEqual(new ObjectVersion(2, 0), ObjectOf(List(Number(1), Text("2.0"))).Version);
        Assert.AreEqual(new ObjectVersion(1, 1), ObjectOf(Text("OID.Server;ver=1.1")).Version);
        Assert.AreEqual(new ObjectVersion(255, 255), ObjectOf(Text("Server;ver=255.255")).Version);
        Assert.AreEqual(new ObjectVersion(1, 0), ObjectOf(Text("1;ver=1.0")).Version);
        Assert.IsNull(ObjectOf(Name("OID.Server")).Version);
    }

    [TestMethod]
    [DataRow("1")]
    [DataRow("0.1")]
    [DataRow("1.256")]
    [DataRow("256.0")]
    [DataRow("1.1.1")]
    [DataRow("-1.0")]
    [DataRow("1.+1")]
    [DataRow(" 1.1")]
    [DataRow("")]
    [DataRow("x.y")]
    public void Bind_VersionThatIsNone_FailsThere(string version)
    {
        Fails(Dictionary((List(Name("OID.Server"), At(Text(version))), Dictionary())), "a version is written '1.1'");
        Fails(Dictionary((At(Text($"OID.Server;ver={version}")), Dictionary())), "a version is written '1.1'");
    }

    [TestMethod]
    public void Bind_TupleThatIsNoVersion_FailsThere()
    {
        // 1.10 as a number would be 1.1.
        Fails(Dictionary((At(List(Name("OID.Server"), Float(1.1))), Dictionary())), "(OID.Name, '1.1')");
        Fails(Dictionary((At(List(Name("OID.Server"))), Dictionary())), "(OID.Name, '1.1')");
        Fails(Dictionary((At(List()), Dictionary())), "(OID.Name, '1.1')");
    }

    [TestMethod]
    public void Bind_UnknownObjectName_FailsThereAndSuggests()
    {
        Fails(Dictionary((At(Name("OID.Servr")), Dictionary())), "OID.Servr is no object; perhaps OID.Server is meant");
        Fails(Dictionary((At(Text("security")), Dictionary())), "security is no object; perhaps OID.Security is meant");
        Fails(Dictionary((At(Name("OID.Nothing_like_it")), Dictionary())), "OID.Nothing_like_it is no object");
        Fails(Dictionary((At(Name("__import__")), Dictionary())), "__import__ is no object");

        // Without OID. a name is one in JSON only, where it is quoted.
        Fails(Dictionary((At(Name("Server")), Dictionary())), "Server is no object; perhaps OID.Server is meant");
        Fails(Dictionary((At(Name("RID.Server.Lifetime")), Dictionary())), "RID.Server.Lifetime is no object");
    }

    [TestMethod]
    public void Bind_NameOfAMegabyte_FailsWithAShortMessage()
    {
        ConfigurationException e = Fails(Dictionary((At(Text(new string('x', 1 << 20))), Dictionary())), "xxx... is no object");

        Assert.IsLessThan(200, e.Message.Length);
    }

    [TestMethod]
    [DataRow("-1")]
    [DataRow("65535")]
    [DataRow("99999999999999999999")]
    public void Bind_IdOutOfRange_FailsThere(string number)
    {
        IntegerNode key = At(Number(System.Numerics.BigInteger.Parse(number, System.Globalization.CultureInfo.InvariantCulture)));

        Fails(Dictionary((key, Dictionary())), "an Object ID is 0..65534");
        Fails(Dictionary((Number(1), Dictionary((key, Dictionary())))), "an Object Instance ID is 0..65534");
        Fails(Resource(Number(1), key, Number(0)), "a Resource ID is 0..65534");
        Fails(Resource(Number(9999), Number(0), List(List(key, Number(0)))), "a Resource Instance ID is 0..65534");
    }

    [TestMethod]
    public void Bind_KeyThatIsNoNumber_FailsThere()
    {
        Node[] keys = [At(Boolean(true)), At(Float(1)), At(Bytes(0x31)), At(Dictionary())];
        foreach (Node key in keys)
        {
            Fails(Dictionary((key, Dictionary())), "an Object ID is a number, 0..65534");
            Fails(Dictionary((Number(1), Dictionary((key, Dictionary())))), "an Object Instance ID is a number, 0..65534");
            Fails(Resource(Number(1), key, Number(0)), "a Resource ID is a number, 0..65534");
        }

        Fails(Dictionary((Number(1), Dictionary((At(Text("one")), Dictionary())))), "an Object Instance ID is a number");
        Fails(Dictionary((Number(1), Dictionary((At(Text("01")), Dictionary())))), "an Object Instance ID is a number");
        Fails(Dictionary((Number(1), Dictionary((At(Text("+1")), Dictionary())))), "an Object Instance ID is a number");
    }

    [TestMethod]
    public void Bind_ResourceKeyInEveryForm_IsItsId()
    {
        Assert.AreEqual(1, ResourceOf(Name("OID.Server"), Name("RID.Server.Lifetime")));
        Assert.AreEqual(1, ResourceOf(Number(1), Name("RID.Server.Lifetime")));
        Assert.AreEqual(1, ResourceOf(Name("OID.Server"), Text("RID.Server.Lifetime")));
        Assert.AreEqual(1, ResourceOf(Name("OID.Server"), Text("Lifetime")));
        Assert.AreEqual(1, ResourceOf(Name("OID.Server"), Text("1")));
        Assert.AreEqual(1, ResourceOf(Name("OID.Server"), Number(1)));
        Assert.AreEqual(200, ResourceOf(Name("OID.Server"), Number(200)));
        Assert.AreEqual(65534, ResourceOf(Number(65534), Number(65534)));
    }

    [TestMethod]
    public void Bind_ResourceOfAnotherObject_FailsThere()
    {
        Fails(
            Resource(Name("OID.Security"), At(Name("RID.Server.Lifetime")), Number(1)),
            "RID.Server.Lifetime is a resource of another object than OID.Security");
        Fails(
            Resource(Number(9999), At(Name("RID.Server.Lifetime")), Number(1)),
            "RID.Server.Lifetime is a resource of another object than object 9999");
    }

    [TestMethod]
    public void Bind_UnknownResourceName_FailsThereAndSuggests()
    {
        Fails(
            Resource(Name("OID.Server"), At(Name("RID.Server.LifeTimes")), Number(1)),
            "RID.Server.LifeTimes is no resource of OID.Server; perhaps RID.Server.Lifetime is meant");
        Fails(
            Resource(Name("OID.Server"), At(Text("lifetime")), Number(1)),
            "lifetime is no resource of OID.Server; perhaps RID.Server.Lifetime is meant");
        Fails(Resource(Name("OID.Server"), At(Name("Lifetime")), Number(1)), "Lifetime is no resource of OID.Server");
        Fails(Resource(Name("OID.Server"), At(Name("RID.Server")), Number(1)), "RID.Server is no resource of OID.Server");
        Fails(Resource(Name("OID.Server"), At(Name("OID.Server")), Number(1)), "OID.Server is no resource of OID.Server");
        Fails(Resource(Number(9999), At(Text("Lifetime")), Number(1)), "Lifetime is no resource of object 9999");
    }

    [TestMethod]
    public void Bind_SameIdTwice_FailsAtTheSecond()
    {
        Node empty = Dictionary();
        Fails(Dictionary((Name("OID.Server"), empty), (At(Number(1)), empty)), "OID.Server stands here a second time");
        Fails(
            Dictionary((Name("OID.Server"), empty), (At(List(Name("OID.Server"), Text("1.1"))), empty)),
            "OID.Server stands here a second time");
        Fails(
            Dictionary((Number(1), Dictionary((Number(2), empty), (At(Number(2)), empty)))),
            "OID.Server instance 2 stands here a second time");
        Fails(
            Dictionary((Number(1), Dictionary((Number(2), Dictionary(
                (Name("RID.Server.Lifetime"), Number(1)), (At(Number(1)), Number(1))))))),
            "RID.Server.Lifetime of instance 2 stands here a second time");
        Fails(
            Resource(Number(2), Name("RID.AccessControl.ACL"), List(Pair(7, Number(1)), List(At(Number(7)), Number(2)))),
            "RID.AccessControl.ACL of instance 1, value 7 stands here a second time");
    }

    [TestMethod]
    public void Bind_WhatIsNoDictionary_FailsThere()
    {
        Fails(At(List()), "a configuration is a dictionary of objects");
        Fails(At(Number(1)), "a configuration is a dictionary of objects");
        Fails(Dictionary((Name("OID.Server"), At(List()))), "OID.Server: an object is a dictionary of its instances");
        Fails(
            Dictionary((Name("OID.Server"), Dictionary((Number(3), At(Number(0)))))),
            "OID.Server instance 3: an instance is a dictionary of its resources");
    }

    [TestMethod]
    public void Bind_EmptyContainers_AreKept()
    {
        Assert.IsEmpty(Bind(Dictionary()).Objects);
        Assert.IsEmpty(ObjectOf(Name("OID.Server")).Instances);
        Assert.IsEmpty(Bind(Dictionary((Number(1), Dictionary((Number(0), Dictionary()))))).Objects[0].Instances[0].Resources);
    }

    [TestMethod]
    public void Bind_Order_IsThatOfTheConfiguration()
    {
        Node empty = Dictionary();
        Node instances = Dictionary((Number(5), empty), (Number(2), empty));
        BootstrapImage image = Bind(Dictionary((Number(9), empty), (Number(1), instances)));

        CollectionAssert.AreEqual(new[] { 9, 1 }, image.Objects.Select(o => o.ObjectId).ToArray());
        CollectionAssert.AreEqual(new[] { 5, 2 }, image.Objects[1].Instances.Select(i => i.InstanceId).ToArray());
    }

    [TestMethod]
    public void Bind_SchemaOfAnEditor_IsPassedOver()
    {
        BootstrapImage image = Bind(Dictionary((Text("$schema"), Text("simboot.schema.json")), (Text("Server"), Dictionary())));

        Assert.HasCount(1, image.Objects);
        Fails(Dictionary((At(Text("$schema")), Number(1))), "$schema is no object");
        Fails(Dictionary((Number(1), Dictionary((At(Text("$schema")), Text("x"))))), "an Object Instance ID is a number");
    }

    [TestMethod]
    public void Bind_VersionsFromOutside_TakeTheirPlace()
    {
        Dictionary<int, ObjectVersion> versions = new() { [1] = new(1, 2), [0] = new(1, 1) };
        Node root = Dictionary((List(Name("OID.Server"), Text("1.1")), Dictionary()), (Name("OID.Security"), Dictionary()));

        BootstrapImage image = new ConfigurationBinder(".", versions).Bind(root);

        Assert.AreEqual(new ObjectVersion(1, 2), image.Objects[0].Version);
        Assert.AreEqual(new ObjectVersion(1, 1), image.Objects[1].Version);
    }

    [TestMethod]
    public void Bind_VersionOfAnObjectThatIsNotThere_Fails()
    {
        ConfigurationBinder binder = new(".", new Dictionary<int, ObjectVersion> { [3] = new(1, 1) });

        CommandException e = Assert.ThrowsExactly<CommandException>(() => binder.Bind(Dictionary((Number(1), Dictionary()))));

        Assert.AreEqual(ExitCode.Usage, e.Code);
        Assert.AreEqual("version 1.1 of OID.Device: the configuration has no such object", e.Message);
    }

    private static BootstrapImage Bind(Node root) => new ConfigurationBinder(".").Bind(root);

    private static ObjectRecord ObjectOf(Node key) => Bind(Dictionary((key, Dictionary()))).Objects.Single();

    private static int ResourceOf(Node objectKey, Node key) =>
        Bind(Resource(objectKey, key, Number(1))).Objects.Single().Instances.Single().Resources.Single().ResourceId;

    private static ConfigurationException Fails(Node root, string message)
    {
        ConfigurationException e = Assert.ThrowsExactly<ConfigurationException>(() => Bind(root));
        Assert.AreEqual(There, e.Position, e.Message);
        StringAssert.Contains(e.Message, message);
        return e;
    }
}
