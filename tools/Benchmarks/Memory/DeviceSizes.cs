using System.Collections;
using System.Reflection;
using System.Text;

namespace Bootstrapper.Benchmarks.Memory;

/// <summary>
/// What objects cost on the device (nanoFramework v1, 32 bits): its heap has blocks of 12 bytes, a field of any type takes
/// one, and so does an element of an array of references.
/// </summary>
internal static class DeviceSizes
{
    /// <summary>The size of a block.</summary>
    public const int Block = 12;

    /// <summary>What a string costs that is a literal: its characters stay in flash.</summary>
    public const int Literal = Block;

    private const int ArrayHeader = 20;
    private const int BoxSize = 2 * Block;
    private const int DelegateSize = 3 * Block;

    // Its ArrayList has three fields, and room for four elements from the beginning.
    private const int ListSize = 4 * Block;
    private const int ShortestList = 4;

    /// <summary>Gets the size of an object, what it refers to aside.</summary>
    public static int Of(object value) => value switch
    {
        string text => Block + RoundUp(Encoding.UTF8.GetByteCount(text) + 1),
        Array array => RoundUp(ArrayHeader + (array.Length * ElementSize(array.GetType().GetElementType()!))),
        ArrayList list => ListSize + RoundUp(ArrayHeader + (Math.Max(list.Capacity, ShortestList) * Block)),
        Delegate => DelegateSize,
        ValueType => BoxSize,
        _ => Block + (Block * FieldsOf(value.GetType()).Count()),
    };

    /// <summary>Gets the fields of an object of a type, those of its base classes included.</summary>
    public static IEnumerable<FieldInfo> FieldsOf(Type type)
    {
        for (Type? t = type; t != null && t != typeof(object); t = t.BaseType)
        {
            foreach (FieldInfo field in t.GetFields(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                yield return field;
            }
        }
    }

    private static int ElementSize(Type type)
    {
        if (!type.IsValueType)
            return Block;
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean or TypeCode.Byte or TypeCode.SByte => 1,
            TypeCode.Char or TypeCode.Int16 or TypeCode.UInt16 => 2,
            TypeCode.Int64 or TypeCode.UInt64 or TypeCode.Double => 8,
            _ => 4,
        };
    }

    private static int RoundUp(int size) => (size + Block - 1) / Block * Block;
}
