using System.Numerics;
using Bootstrapper.Cli.Syntax;

namespace Bootstrapper.Cli.Tests.Configuration;

/// <summary>Literals as a parser makes them, each at a place that tells it from the others.</summary>
internal static class Literals
{
    /// <summary>Where what a test looks for stands.</summary>
    public static readonly SourcePosition There = new(3, 7);

    private static readonly SourcePosition _elsewhere = new(1, 1);

    public static NameNode Name(string name) => new(_elsewhere, name);

    public static IntegerNode Number(BigInteger value) => new(_elsewhere, value);

    public static FloatNode Float(double value) => new(_elsewhere, value);

    public static BooleanNode Boolean(bool value) => new(_elsewhere, value);

    public static StringNode Text(string value) => new(_elsewhere, value);

    public static BytesNode Bytes(params byte[] value) => new(_elsewhere, value);

    public static ListNode List(params Node[] items) => new(_elsewhere, items);

    public static ListNode Pair(int id, Node value) => List(Number(id), value);

    public static DictionaryNode Dictionary(params (Node Key, Node Value)[] entries) =>
        new(_elsewhere, [.. entries.Select(e => new KeyValuePair<Node, Node>(e.Key, e.Value))]);

    /// <summary>One resource in instance 1 of an object.</summary>
    public static DictionaryNode Resource(Node objectKey, Node resourceKey, Node value) =>
        Dictionary((objectKey, Dictionary((Number(1), Dictionary((resourceKey, value))))));

    /// <summary>The same literal, at the place that a test looks for.</summary>
    public static T At<T>(T node)
        where T : Node => node with { Position = There };
}
