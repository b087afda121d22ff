using Bootstrapper.Cli.Configuration;
using Bootstrapper.Cli.Generation;
using Bootstrapper.Cli.Syntax;
using static Bootstrapper.Cli.Tests.Configuration.Literals;

namespace Bootstrapper.Cli.Tests.Generate;

[TestClass]
public class GeneratorTests
{
    [TestMethod]
    public void Generate_AccountThatADeviceTakes_HasNoWarning()
    {
        Generator generator = new(".");

        byte[] image = generator.Generate(Root(Securities(1), Servers(1)));

        Assert.AreEqual(0x00, image[0]);
        Assert.AreEqual(0x02, image[1]);
        Assert.IsEmpty(generator.Warnings);
    }

    [TestMethod]
    public void Generate_OneViolation_IsNamedWithItsPlace()
    {
        string message = Refused(Root(Securities(1)));

        Assert.AreEqual("RID.Security.ShortServerID of instance 1: no Server instance has this ID", message);
    }

    [TestMethod]
    public void Generate_SeveralViolations_AreAllNamedAndCounted()
    {
        string message = Refused(Root(
            Securities(1),
            (Name("OID.Server"), Dictionary((Number(1), Dictionary((Name("RID.Server.ShortServerID"), Number(1))))))));

        Assert.AreEqual(
            "2 violations: RID.Server.Lifetime of instance 1: missing; RID.Server.Binding of instance 1: missing or empty",
            message);
    }

    [TestMethod]
    public void Generate_WithoutValidation_GivesItAllTheSame()
    {
        Node root = Root(Securities(1));

        byte[] image = new Generator(".", validates: false).Generate(root);

        CollectionAssert.AreEqual(ImageWriter.Write(new ConfigurationBinder(".").Bind(root)), image);
    }

    // What the library's defaults refuse though it is well-formed.
    [TestMethod]
    public void Generate_MoreInstancesThanADeviceKeeps_IsRefused()
    {
        int[] ids = [.. Enumerable.Range(1, 8)];
        Assert.IsNotEmpty(new Generator(".").Generate(Root(Securities(ids), Servers(ids))));

        Assert.AreEqual(
            "OID.Server instance 8: more instances than the limit of 16",
            Refused(Root(Securities([.. ids, 9]), Servers([.. ids, 9]))));
    }

    [TestMethod]
    public void Generate_StringLongerThanADeviceReads_IsRefused()
    {
        Node server = Server(1, (Name("RID.Server.PreferredTransport"), Text(new string('U', 1025))));

        Assert.AreEqual(
            "RID.Server.PreferredTransport of instance 1: a string is over 1024 bytes",
            Refused(Root(Securities(1), (Name("OID.Server"), Dictionary((Number(1), server))))));
    }

    [TestMethod]
    public void Generate_MoreValuesThanADeviceKeeps_IsRefused()
    {
        Node[] values = [.. Enumerable.Range(0, 33).Select(id => Pair(id, Text("1.2")))];
        Node server = Server(1, (Name("RID.Server.SupportedServerVersions"), List(values)));

        Assert.AreEqual(
            "RID.Server.SupportedServerVersions of instance 1, value 32: more instances than the limit of 32",
            Refused(Root(Securities(1), (Name("OID.Server"), Dictionary((Number(1), server))))));
    }

    [TestMethod]
    public void Generate_NoAccount_IsRefused()
    {
        const string Message = "empty: no account, neither a Security nor a Server instance";

        Assert.AreEqual(Message, Refused(Dictionary()));
        Assert.AreEqual(Message, Refused(Root((Name("OID.AccessControl"), Dictionary()))));
    }

    [TestMethod]
    public void Generate_WhatADeviceSkips_IsAWarning()
    {
        Generator generator = new(".");

        generator.Generate(Root(
            Securities(1),
            (Name("OID.Server"), Dictionary((Number(1), Server(1, (Number(200), Number(0)))))),
            (Name("OID.Device"), Dictionary()),
            (List(Name("OID.AccessControl"), Text("2.0")), Dictionary())));

        CollectionAssert.AreEqual(
            new[]
            {
                "a device skips OID.Device",
                "a device skips OID.AccessControl: version 2.0",
                "a device skips resource 200 of OID.Server instance 1",
            },
            generator.Warnings.ToArray());
    }

    [TestMethod]
    public void Generate_RefusedForAnUnknownVersion_WarnsOfIt()
    {
        Generator generator = new(".", new Dictionary<int, ObjectVersion> { [0] = new(9, 0) });

        Assert.ThrowsExactly<CommandException>(() => generator.Generate(Root(Securities(1), Servers(1))));

        Assert.Contains("a device skips OID.Security: version 9.0", generator.Warnings);
    }

    [TestMethod]
    public void Generate_OddButUsable_IsAWarning()
    {
        Generator generator = new(".");

        generator.Generate(Root(Securities(1), (Name("OID.Server"), Dictionary((Number(1), Dictionary(
            (Name("RID.Server.ShortServerID"), Number(1)),
            (Name("RID.Server.Lifetime"), Number(60)),
            (Name("RID.Server.Binding"), Text("U"))))))));

        CollectionAssert.AreEqual(
            new[] { "RID.Server.NotificationStoring of instance 1: missing, true is assumed" }, generator.Warnings.ToArray());
    }

    [TestMethod]
    public void Generate_AfterARefusal_BeginsAnew()
    {
        Generator generator = new(".");
        Node root = Root(Securities(1), Servers(1));
        byte[] expected = generator.Generate(root);

        Assert.ThrowsExactly<CommandException>(() => generator.Generate(Root(Securities(1), (Number(3), Dictionary()))));
        Assert.HasCount(1, generator.Warnings);
        Assert.ThrowsExactly<ConfigurationException>(() => generator.Generate(List()));
        Assert.IsEmpty(generator.Warnings);

        CollectionAssert.AreEqual(expected, generator.Generate(root));
        Assert.IsEmpty(generator.Warnings);
    }

    // LwM2M TS 6.1.6: which device refuses it depends on its client.
    [TestMethod]
    public void Generate_AccessControlForSeveralServers_IsAWarning()
    {
        Generator generator = new(".");
        Node instance = Dictionary((Name("RID.AccessControl.Owner"), Number(1)));
        (Node, Node) rights = (Name("OID.AccessControl"), Dictionary((Number(0), instance)));

        generator.Generate(Root(Securities(1, 2), Servers(1, 2), rights));
        string warning = generator.Warnings.Single();
        generator.Generate(Root(Securities(1), Servers(1), rights));

        Assert.AreEqual("OID.AccessControl: with several servers, a client without this object refuses the image", warning);
        Assert.IsEmpty(generator.Warnings);
    }

    private static string Refused(Node root)
    {
        CommandException e = Assert.ThrowsExactly<CommandException>(() => new Generator(".").Generate(root));
        Assert.AreEqual(ExitCode.Content, e.Code);
        return e.Message;
    }

    private static DictionaryNode Root(params (Node, Node)[] objects) => Dictionary(objects);

    private static (Node, Node) Securities(params int[] ids) =>
        (Name("OID.Security"), Dictionary([.. ids.Select(id => ((Node)Number(id), (Node)Security(id)))]));

    private static DictionaryNode Security(int id) => Dictionary(
        (Name("RID.Security.ServerURI"), Text("coap://10.0.0.1")),
        (Name("RID.Security.Bootstrap"), Boolean(false)),
        (Name("RID.Security.Mode"), Number(3)),
        (Name("RID.Security.ShortServerID"), Number(id)));

    private static (Node, Node) Servers(params int[] ids) =>
        (Name("OID.Server"), Dictionary([.. ids.Select(id => ((Node)Number(id), (Node)Server(id)))]));

    private static DictionaryNode Server(int id, params (Node, Node)[] more) => Dictionary([
        (Name("RID.Server.ShortServerID"), Number(id)),
        (Name("RID.Server.Lifetime"), Number(86400)),
        (Name("RID.Server.NotificationStoring"), Boolean(true)),
        (Name("RID.Server.Binding"), Text("U")),
        .. more]);
}
