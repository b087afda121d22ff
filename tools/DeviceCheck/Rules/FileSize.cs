using System.Reflection;
using System.Reflection.Metadata;
using Bootstrapper.DeviceCheck.Walk;

namespace Bootstrapper.DeviceCheck.Rules;

/// <summary>The size of an assembly's file on the device, its .pe: a header, tables with rows of one size, and three heaps.</summary>
internal static class FileSize
{
    private const int Header = 124;
    private const int AssemblyReference = 12;
    private const int TypeReference = 8;
    private const int MemberReference = 8;
    private const int Type = 24;
    private const int Field = 8;
    private const int Method = 16;
    private const int HeapAlignment = 4;

    /// <summary>Gets the size.</summary>
    /// <remarks>
    /// A little too much, 2.4% for the library: as <see cref="SizeRules.StringBytes"/> is, and with signatures as they are here.
    /// </remarks>
    public static int Of(DeviceImage image)
    {
        MetadataReader metadata = image.Metadata;
        int fields = metadata.FieldDefinitions.Select(metadata.GetFieldDefinition).Count(SizeRules.IsKept);
        int tables = (metadata.AssemblyReferences.Count * AssemblyReference)
            + (image.TypeReferences.Length * TypeReference)
            + (image.MemberReferences.Length * MemberReference)
            + (image.Types.Count(type => IsKept(metadata, metadata.GetTypeDefinition(type))) * Type)
            + (fields * Field)
            + (metadata.MethodDefinitions.Count * Method);
        int signatures = Signatures(image).Distinct().Sum(signature => metadata.GetBlobReader(signature).Length);
        return Header + tables + Aligned(SizeRules.StringBytes(image)) + Aligned(signatures) + Aligned(SizeRules.CodeBytes(image));
    }

    // A class of nothing but constants is in the code that uses them.
    private static bool IsKept(MetadataReader metadata, TypeDefinition type) => type.GetMethods().Count > 0
        || type.Attributes.HasFlag(TypeAttributes.Interface)
        || type.GetFields().Any(field => SizeRules.IsKept(metadata.GetFieldDefinition(field)));

    private static IEnumerable<BlobHandle> Signatures(DeviceImage image)
    {
        MetadataReader metadata = image.Metadata;
        return
        [
            .. image.MemberReferences.Select(handle => metadata.GetMemberReference(handle).Signature),
            .. metadata.MethodDefinitions.Select(handle => metadata.GetMethodDefinition(handle).Signature),
            .. metadata.FieldDefinitions.Select(handle => metadata.GetFieldDefinition(handle).Signature),
            .. image.Methods.Where(method => !method.Body.LocalSignature.IsNil)
                .Select(method => metadata.GetStandaloneSignature(method.Body.LocalSignature).Signature),
        ];
    }

    private static int Aligned(int size) => (size + HeapAlignment - 1) / HeapAlignment * HeapAlignment;
}
