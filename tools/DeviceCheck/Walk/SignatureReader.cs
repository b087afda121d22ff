using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Bootstrapper.DeviceCheck.Walk;

/// <summary>Reads signatures for their traits only.</summary>
internal sealed class SignatureReader : ISignatureTypeProvider<SignatureTraits, object?>
{
    public static SignatureReader Instance { get; } = new();

    /// <summary>Gets the traits of whatever a token in IL or a base type stands for.</summary>
    public static SignatureTraits TraitsOf(MetadataReader metadata, EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeSpecification:
                return metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(Instance, null);
            case HandleKind.MethodSpecification:
                return SignatureTraits.Generic;
            case HandleKind.TypeReference:
                return Instance.GetTypeFromReference(metadata, (TypeReferenceHandle)handle, 0);
            case HandleKind.MemberReference:
                MemberReference member = metadata.GetMemberReference((MemberReferenceHandle)handle);
                SignatureTraits own = member.GetKind() == MemberReferenceKind.Method
                    ? All(member.DecodeMethodSignature(Instance, null))
                    : member.DecodeFieldSignature(Instance, null);
                return own | TraitsOf(metadata, member.Parent);
            default:
                return SignatureTraits.None;
        }
    }

    public static SignatureTraits All(MethodSignature<SignatureTraits> signature) =>
        signature.ParameterTypes.Aggregate(signature.ReturnType, (all, one) => all | one)
        | (signature.GenericParameterCount > 0 ? SignatureTraits.Generic : SignatureTraits.None);

    public SignatureTraits GetArrayType(SignatureTraits elementType, ArrayShape shape) =>
        elementType | SignatureTraits.MultiDimensional;

    public SignatureTraits GetByReferenceType(SignatureTraits elementType) => elementType;

    public SignatureTraits GetFunctionPointerType(MethodSignature<SignatureTraits> signature) =>
        All(signature) | SignatureTraits.Pointer;

    public SignatureTraits GetGenericInstantiation(SignatureTraits genericType, ImmutableArray<SignatureTraits> typeArguments) =>
        typeArguments.Aggregate(genericType, (all, one) => all | one) | SignatureTraits.Generic;

    public SignatureTraits GetGenericMethodParameter(object? genericContext, int index) => SignatureTraits.Generic;

    public SignatureTraits GetGenericTypeParameter(object? genericContext, int index) => SignatureTraits.Generic;

    public SignatureTraits GetModifiedType(SignatureTraits modifier, SignatureTraits unmodifiedType, bool isRequired) =>
        unmodifiedType;

    public SignatureTraits GetPinnedType(SignatureTraits elementType) => elementType | SignatureTraits.Pinned;

    public SignatureTraits GetPointerType(SignatureTraits elementType) => elementType | SignatureTraits.Pointer;

    public SignatureTraits GetPrimitiveType(PrimitiveTypeCode typeCode) => SignatureTraits.None;

    public SignatureTraits GetSZArrayType(SignatureTraits elementType) => elementType;

    public SignatureTraits GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        SignatureTraits.None;

    public SignatureTraits GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        reader.GetString(reader.GetTypeReference(handle).Name).Contains('`', StringComparison.Ordinal)
            ? SignatureTraits.Generic
            : SignatureTraits.None;

    public SignatureTraits GetTypeFromSpecification(
        MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);
}
