using System.Numerics;
using System.Text;
using Bootstrapper.Cli.Syntax;
using CsCheck;

namespace Bootstrapper.Cli.Tests.Syntax;

/// <summary>Trees at random, such as the readers can make.</summary>
internal static class Trees
{
    private static readonly Gen<string> _text = Gen.OneOf(
            Gen.Char[' ', '~'].Select(c => (int)c),
            Gen.Int[0, 0x1F],
            Gen.OneOf<int>('\'', '"', '\\', '\n', '\r', '$', '{', 'x', '0'),
            Gen.OneOf(0x7F, 0x85, 0xA0, 0x200B, 0x202E, 0x2028, 0xFEFF, 0xFFFF),
            Gen.Int[0x80, 0xD7FF],
            Gen.Int[0xE000, 0x10FFFF])
        .Array[0, 12]
        .Select(runes => string.Concat(runes.Select(r => new Rune(r).ToString())));

    private static readonly Gen<Node> _leaf = Gen.OneOf(
        Gen.OneOf(
                Gen.Int[-2, 300].Select(n => (BigInteger)n),
                Gen.Long.Select(n => (BigInteger)n),
                Gen.ULong.Select(n => (BigInteger)n),
                Gen.Byte.Array[0, NumberLiteral.MaxBits / 8].Select(n => new BigInteger(n, isUnsigned: true)),
                Gen.Byte.Array[0, 20].Select(n => -new BigInteger(n, isUnsigned: true)))
            .Select(n => (Node)new IntegerNode(default, n)),
        Gen.OneOf(
                Gen.Double,
                Gen.Float.Select(n => (double)n),
                Gen.Int.Select(n => (double)n),
                Gen.OneOf(0.0, -0.0, double.Epsilon, double.PositiveInfinity, double.NegativeInfinity))
            .Where(n => !double.IsNaN(n))
            .Select(n => (Node)new FloatNode(default, n)),
        Gen.Bool.Select(b => (Node)new BooleanNode(default, b)),
        _text.Select(s => (Node)new StringNode(default, s)),
        Gen.Byte.Array[0, 20].Select(b => (Node)new BytesNode(default, b)));

    private static readonly Gen<Node> _name = Gen.OneOf("OID.Security", "RID.Server.Lifetime", "OID._", "RID.a1.B_2")
        .Select(n => (Node)new NameNode(default, n));

    private static readonly Gen<Node> _placeholder = Gen.Select(
        Gen.OneOf("psk", "a b", "\u00e9", "hex", "$'\"\\"), Gen.Enum<PlaceholderForm>(),
        (column, form) => (Node)new PlaceholderNode(default, column, form));

    /// <summary>Gets trees of the dictionary syntax.</summary>
    public static Gen<Node> OfDictionaries { get; } =
        Nested(Gen.Frequency((6, _leaf), (1, _name)), key: Gen.Frequency((2, _leaf), (3, _name)), levels: 4);

    /// <summary>Gets trees of its templates.</summary>
    public static Gen<Node> OfTemplates { get; } = Nested(Gen.OneOf(_leaf, _placeholder), key: _name, levels: 3);

    /// <summary>Gets trees of JSON.</summary>
    public static Gen<Node> OfJson { get; } = Nested(
        Gen.Frequency((6, _leaf), (1, _text.Select(s => (Node)new FileNode(default, s)))),
        key: _text.Select(s => (Node)new StringNode(default, s)),
        levels: 4);

    private static Gen<Node> Nested(Gen<Node> leaf, Gen<Node> key, int levels)
    {
        if (levels == 0)
            return leaf;

        Gen<Node> value = Nested(leaf, key, levels - 1);
        return Gen.Frequency(
            (1, leaf),
            (2, value.Array[0, 4].Select(items => (Node)new ListNode(default, items))),
            (3, Gen.Select(key, value, KeyValuePair.Create).Array[0, 4]
                .Select(entries => (Node)new DictionaryNode(default, entries))));
    }
}
