using Bootstrapper.Lwm2m;
using CsCheck;

namespace Bootstrapper.Host.Tests.Lwm2m;

/// <summary>What the writer writes the reader reads, and there is no shorter encoding of it.</summary>
[TestClass]
public sealed class TlvRoundTripTests
{
    private const string Seed = "0000LwM2M001"; // one and the same inputs every time

    private static readonly Gen<int> _id =
        Gen.OneOf(Gen.Int[0, 20], Gen.Int[253, 258], Gen.Int[65533, 65534], Gen.Int[0, 65534]);

    // Lengths around the edges of the length field.
    private static readonly Gen<byte[]> _bytes = Gen.OneOf(
        Gen.Byte.Array[0, 20], Gen.Byte.Array[240, 270], Gen.Const(65540).Select(n => new byte[n]));

    private static readonly Gen<object> _value = Gen.OneOf(
        Gen.OneOf(Gen.Long, Gen.Int.Select(n => (long)n), Gen.Short.Select(n => (long)n)).Select(n => (object)n),
        Gen.OneOf(Gen.ULong, Gen.UShort.Select(n => (ulong)n)).Select(n => (object)n),
        Gen.OneOf(Gen.Double, Gen.Float.Select(n => (double)n)).Select(n => (object)n),
        Gen.Bool.Select(b => (object)b),
        Gen.Int[0, 40].SelectMany(n => Gen.Char['\u0001', '\uD7FF'].Array[n]).Select(c => (object)new string(c)),
        Gen.Select(Gen.Int[0, 65535], Gen.Int[0, 65535], (o, i) => (object)new ObjectLink(o, i)),
        _bytes.Select(b => (object)b));

    private static readonly Gen<Node> _leaf = Gen.Select(_id, _value, (id, value) => new Node(id, value, null));
    private static readonly Gen<Node> _multiple = Gen.Select(_id, _leaf.Array[0, 4], (id, items) => new Node(id, null, items));
    private static readonly Gen<Node[]> _resources = Gen.Frequency((4, _leaf), (1, _multiple)).Array[0, 6];
    private static readonly Gen<Node[]> _instances =
        Gen.Select(_id, _resources, (id, items) => new Node(id, null, items)).Array[0, 4];

    [TestMethod]
    public void Read_ObjectInstances_FindsWhatWasWritten() =>
        _instances.Sample(nodes => RoundTrip(nodes, isInstances: true), seed: Seed, iter: 3000, threads: 1);

    [TestMethod]
    public void Read_BareResources_FindsWhatWasWritten() =>
        _resources.Sample(nodes => RoundTrip(nodes, isInstances: false), seed: Seed, iter: 3000, threads: 1);

    private static void RoundTrip(Node[] nodes, bool isInstances)
    {
        TlvWriter writer = new();
        foreach (Node node in nodes)
            Write(writer, node, isInstances);
        byte[] bytes = writer.ToArray();
        Assert.AreEqual(nodes.Sum(n => n.ShortestSize), bytes.Length);

        // The same into an array that it fills.
        byte[] exact = new byte[bytes.Length];
        writer = new TlvWriter(exact);
        foreach (Node node in nodes)
            Write(writer, node, isInstances);
        Assert.IsTrue(exact.AsSpan().SequenceEqual(bytes));

        TlvReader reader = new(64);
        reader.Reset(new ByteArraySource(bytes), bytes.Length);
        foreach (Node node in nodes)
            Expect(reader, node, isInstances ? TlvKind.ObjectInstance : TlvKind.Resource);
        Assert.IsFalse(reader.Read());
    }

    private static void Write(TlvWriter writer, Node node, bool isInstance)
    {
        switch (node.Value)
        {
            case null:
                if (isInstance)
                    writer.BeginObjectInstance(node.Id);
                else
                    writer.BeginMultipleResource(node.Id);
                foreach (Node item in node.Items!)
                    Write(writer, item, false);
                writer.End();
                break;
            case long number:
                writer.WriteInteger(node.Id, number);
                break;
            case ulong number:
                writer.WriteUnsigned(node.Id, number);
                break;
            case double number:
                writer.WriteFloat(node.Id, number);
                break;
            case bool flag:
                writer.WriteBoolean(node.Id, flag);
                break;
            case string text:
                writer.WriteString(node.Id, text);
                break;
            case ObjectLink link:
                writer.WriteObjectLink(node.Id, link.ObjectId, link.InstanceId);
                break;
            default:
                writer.WriteOpaque(node.Id, (byte[])node.Value);
                break;
        }
    }

    private static void Expect(TlvReader reader, Node node, TlvKind kind)
    {
        Assert.IsTrue(reader.Read());
        Assert.AreEqual(node.Id, reader.Identifier);
        if (node.Value is null && kind == TlvKind.Resource)
            kind = TlvKind.MultipleResource;
        Assert.AreEqual(kind, reader.Kind);
        switch (node.Value)
        {
            case null:
                TlvKind inside = kind == TlvKind.ObjectInstance ? TlvKind.Resource : TlvKind.ResourceInstance;
                foreach (Node item in node.Items!)
                    Expect(reader, item, inside);
                break;
            case long number:
                Assert.AreEqual(number, reader.GetInteger());
                break;
            case ulong number:
                Assert.AreEqual(number, reader.GetUnsigned());
                break;
            case double number:
                Assert.AreEqual(BitConverter.DoubleToInt64Bits(number), BitConverter.DoubleToInt64Bits(reader.GetFloat()));
                break;
            case bool flag:
                Assert.AreEqual(flag, reader.GetBoolean());
                break;
            case string text:
                Assert.AreEqual(text, reader.GetString());
                break;
            case ObjectLink link:
                ObjectLink read = reader.GetObjectLink();
                Assert.AreEqual((link.ObjectId, link.InstanceId), (read.ObjectId, read.InstanceId));
                break;
            default:
                Assert.IsTrue(reader.GetOpaque().AsSpan().SequenceEqual((byte[])node.Value));
                break;
        }
    }

    /// <summary>A value, or a container of others.</summary>
    private sealed record Node(int Id, object? Value, Node[]? Items)
    {
        /// <summary>Gets the size of the whole entry when nothing is longer than it must be.</summary>
        public int ShortestSize
        {
            get
            {
                int length = Value switch
                {
                    null => Items!.Sum(i => i.ShortestSize),
                    long n => n is >= -0x80 and < 0x80 ? 1 : n is >= -0x8000 and < 0x8000 ? 2 : n == (int)n ? 4 : 8,
                    ulong n => n < 0x100 ? 1 : n < 0x10000 ? 2 : n < 0x100000000 ? 4 : 8,
                    double n => (float)n == n ? 4 : 8,
                    bool => 1,
                    string text => System.Text.Encoding.UTF8.GetByteCount(text),
                    ObjectLink => 4,
                    _ => ((byte[])Value).Length,
                };
                return (Id < 256 ? 2 : 3) + (length < 8 ? 0 : length < 256 ? 1 : length < 65536 ? 2 : 3) + length;
            }
        }
    }
}
