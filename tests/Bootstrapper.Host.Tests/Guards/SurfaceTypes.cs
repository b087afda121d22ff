using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Bootstrapper.Host.Tests.Guards;

/// <summary>Spells types as the API lists do: keywords where C# has one, full names otherwise.</summary>
internal sealed class SurfaceTypes : ISignatureTypeProvider<string, ImmutableArray<string>>
{
    private static readonly Dictionary<string, string> _keywords = new()
    {
        ["System.Boolean"] = "bool",
        ["System.Byte"] = "byte",
        ["System.Char"] = "char",
        ["System.Double"] = "double",
        ["System.Int16"] = "short",
        ["System.Int32"] = "int",
        ["System.Int64"] = "long",
        ["System.Object"] = "object",
        ["System.SByte"] = "sbyte",
        ["System.Single"] = "float",
        ["System.String"] = "string",
        ["System.UInt16"] = "ushort",
        ["System.UInt32"] = "uint",
        ["System.UInt64"] = "ulong",
        ["System.Void"] = "void",
    };

    public static SurfaceTypes Instance { get; } = new();

    /// <summary>Gets the name of a type, or an empty text for none, as which the base of object is encoded.</summary>
    public static string NameOf(MetadataReader metadata, EntityHandle handle) => handle switch
    {
        { IsNil: true } => "",
        { Kind: HandleKind.TypeDefinition } => Name(metadata, (TypeDefinitionHandle)handle),
        _ => Name(metadata, (TypeReferenceHandle)handle),
    };

    public static string Name(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        TypeDefinition type = metadata.GetTypeDefinition(handle);
        string name = metadata.GetString(type.Name);
        return type.IsNested
            ? Name(metadata, type.GetDeclaringType()) + "." + name
            : Qualified(metadata.GetString(type.Namespace), name);
    }

    public string GetArrayType(string elementType, ArrayShape shape) => throw new NotSupportedException();

    public string GetByReferenceType(string elementType) => "ref " + elementType;

    public string GetFunctionPointerType(MethodSignature<string> signature) => throw new NotSupportedException();

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
        throw new NotSupportedException();

    public string GetGenericMethodParameter(ImmutableArray<string> genericContext, int index) =>
        throw new NotSupportedException();

    public string GetGenericTypeParameter(ImmutableArray<string> genericContext, int index) => genericContext[index];

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    public string GetPinnedType(string elementType) => throw new NotSupportedException();

    public string GetPointerType(string elementType) => elementType + "*";

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => Qualified("System", typeCode.ToString());

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        Name(reader, handle);

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        Name(reader, handle);

    public string GetTypeFromSpecification(
        MetadataReader reader, ImmutableArray<string> genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        throw new NotSupportedException();

    private static string Name(MetadataReader metadata, TypeReferenceHandle handle)
    {
        TypeReference type = metadata.GetTypeReference(handle);
        string name = metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? Name(metadata, (TypeReferenceHandle)type.ResolutionScope) + "." + name
            : Qualified(metadata.GetString(type.Namespace), name);
    }

    private static string Qualified(string space, string name)
    {
        string full = space + "." + name;
        return _keywords.GetValueOrDefault(full, full);
    }
}
