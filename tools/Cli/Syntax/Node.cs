using System.Numerics;

namespace Bootstrapper.Cli.Syntax;

/// <summary>A literal of a configuration text, in either format, and where it stands. What it means is not decided yet.</summary>
internal abstract record Node(SourcePosition Position);

/// <summary>A dictionary or JSON object, its entries in their order; keys may stand twice.</summary>
internal sealed record DictionaryNode(SourcePosition Position, IReadOnlyList<KeyValuePair<Node, Node>> Entries) : Node(Position);

/// <summary>A list, tuple or JSON array.</summary>
internal sealed record ListNode(SourcePosition Position, IReadOnlyList<Node> Items) : Node(Position);

/// <summary>An integer of any size.</summary>
internal sealed record IntegerNode(SourcePosition Position, BigInteger Value) : Node(Position);

/// <summary>A number with a fraction or an exponent.</summary>
internal sealed record FloatNode(SourcePosition Position, double Value) : Node(Position);

/// <summary><c>True</c> or <c>False</c>.</summary>
internal sealed record BooleanNode(SourcePosition Position, bool Value) : Node(Position);

/// <summary>A text; in a key of the JSON format also a name or a number.</summary>
internal sealed record StringNode(SourcePosition Position, string Value) : Node(Position);

/// <summary>Bytes.</summary>
internal sealed record BytesNode(SourcePosition Position, byte[] Value) : Node(Position);

/// <summary>A name such as <c>OID.Security</c> or <c>RID.Security.ServerURI</c>, as it is written.</summary>
internal sealed record NameNode(SourcePosition Position, string Name) : Node(Position);

/// <summary>A file whose bytes are the value; relative to the folder of the configuration.</summary>
internal sealed record FileNode(SourcePosition Position, string Path) : Node(Position);

/// <summary>A key that is not shown, only printed, and never read back: its length in bytes.</summary>
internal sealed record MaskedNode(SourcePosition Position, int Length) : Node(Position);

/// <summary>A column of a series, in a template: <c>${column}</c>, <c>${column:hex}</c> or <c>${column:base64}</c>.</summary>
internal sealed record PlaceholderNode(SourcePosition Position, string Column, PlaceholderForm Form) : Node(Position);
