using Bootstrapper.Cli.Configuration;
using Bootstrapper.Cli.Syntax;
using static Bootstrapper.Cli.Tests.Configuration.Literals;

namespace Bootstrapper.Cli.Tests.Configuration;

[TestClass]
public sealed class BinderFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("simboot-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void Bind_File_IsItsBytes()
    {
        Write("client.der", [0x30, 0x00, 0xFF]);

        CollectionAssert.AreEqual(new byte[] { 0x30, 0x00, 0xFF }, Opaque(Bind(0, 3, new FileNode(There, "client.der"))));
        CollectionAssert.AreEqual(new byte[] { 0x30, 0x00, 0xFF }, Opaque(Bind(9999, 0, new FileNode(There, "client.der"))));
        CollectionAssert.AreEqual(
            new byte[] { 0x30, 0x00, 0xFF }, Opaque(Bind(0, 3, new FileNode(There, Path.Combine(_folder, "client.der")))));
    }

    [TestMethod]
    public void Bind_FileForAString_MustBeText()
    {
        Write("uri.txt", "coap://ä"u8.ToArray());
        Write("bytes", [0xFF]);

        Assert.AreEqual(new StringValue("coap://ä"), Bind(0, 0, new FileNode(There, "uri.txt")));
        Fails(0, 0, new FileNode(There, "bytes"), "RID.Security.ServerURI of instance 1: a String is UTF-8");
    }

    [TestMethod]
    public void Bind_FileForANumber_Fails()
    {
        Write("number", [1]);

        Fails(1, 1, new FileNode(There, "number"), "RID.Server.Lifetime of instance 1: expected a whole number");
    }

    [TestMethod]
    public void Bind_FileThatCantBeRead_FailsThere()
    {
        Fails(
            0,
            3,
            new FileNode(There, "missing.der"),
            "RID.Security.PKOrIdentity of instance 1: missing.der: can't be read: no such file");
        Fails(0, 3, new FileNode(There, "no/where.der"), "no/where.der: can't be read: no such folder");
        Fails(0, 3, new FileNode(There, "."), ".: can't be read: no permission, or a folder");
        Fails(0, 3, new FileNode(There, "a\0b"), "can't be read");
    }

    [TestMethod]
    public void Bind_FilesLargerThanAnyImage_Fail()
    {
        Write("limit", new byte[64 * 1024]);
        Write("larger", new byte[64 * 1024 + 1]);
        Write("half", new byte[40 * 1024]);
        FileNode half = new(default, "half");

        Assert.HasCount(64 * 1024, Opaque(Bind(0, 3, new FileNode(There, "limit"))));
        Fails(0, 3, new FileNode(There, "larger"), "the files have more than 65536 bytes");
        Node root = Dictionary((Number(0), Dictionary((Number(1), Dictionary((Number(3), half), (Number(4), At(half)))))));
        ConfigurationBinder binder = new(_folder);
        ConfigurationException e = Assert.ThrowsExactly<ConfigurationException>(() => binder.Bind(root));
        Assert.AreEqual(There, e.Position);
    }

    [TestMethod]
    public void Bind_TheNextConfiguration_HasTheWholeLimit()
    {
        Write("half", new byte[40 * 1024]);
        ConfigurationBinder binder = new(_folder);
        Node root = Resource(Number(0), Number(3), new FileNode(default, "half"));

        binder.Bind(root);

        Assert.HasCount(1, binder.Bind(root).Objects);
    }

    private void Write(string name, byte[] content) => File.WriteAllBytes(Path.Combine(_folder, name), content);

    private Value Bind(int objectId, int resourceId, Node value)
    {
        BootstrapImage image = new ConfigurationBinder(_folder).Bind(Resource(Number(objectId), Number(resourceId), value));
        return ((SingleResource)image.Objects.Single().Instances.Single().Resources.Single()).Value;
    }

    private static byte[] Opaque(Value value) => ((OpaqueValue)value).Value;

    private void Fails(int objectId, int resourceId, Node value, string message)
    {
        ConfigurationException e = Assert.ThrowsExactly<ConfigurationException>(() => Bind(objectId, resourceId, value));
        Assert.AreEqual(There, e.Position, e.Message);
        StringAssert.Contains(e.Message, message);
    }
}
