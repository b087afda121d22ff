using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Bootstrapper.DeviceCheck.Walk;

/// <summary>An assembly as the compiler made it for the device, with the names and source locations that findings need.</summary>
internal sealed class DeviceImage : IDisposable
{
    private readonly PEReader _image;
    private readonly MetadataReaderProvider _symbolsProvider;
    private readonly MetadataReader _symbols;

    public DeviceImage(ImmutableArray<byte> image, ImmutableArray<byte> symbols, string project)
    {
        _image = new PEReader(image);
        _symbolsProvider = MetadataReaderProvider.FromPortablePdbImage(symbols);
        _symbols = _symbolsProvider.GetMetadataReader();
        Metadata = _image.GetMetadataReader();
        Project = project;
        Types = [.. Metadata.TypeDefinitions];
        Methods = [.. Metadata.MethodDefinitions.Select(ReadMethod).OfType<Method>()];

        // The device gets the attributes of types, methods and fields.
        ILookup<bool, EntityHandle> constructors = Metadata.CustomAttributes.Select(Metadata.GetCustomAttribute).ToLookup(
            attribute => attribute.Parent.Kind
                is HandleKind.TypeDefinition or HandleKind.MethodDefinition or HandleKind.FieldDefinition,
            attribute => attribute.Constructor);
        HashSet<EntityHandle> dropped = [.. constructors[false].Except(constructors[true])];
        MemberReferences = [.. Metadata.MemberReferences.Where(handle => !dropped.Contains(handle))];
        HashSet<EntityHandle> droppedTypes = [.. dropped.Where(handle => handle.Kind == HandleKind.MemberReference)
            .Select(handle => Metadata.GetMemberReference((MemberReferenceHandle)handle).Parent)];
        TypeReferences = [.. Metadata.TypeReferences.Where(handle => !droppedTypes.Contains(handle))];
    }

    public MetadataReader Metadata { get; }

    /// <summary>Gets the project's file: where findings about the whole assembly belong.</summary>
    public string Project { get; }

    public ImmutableArray<TypeDefinitionHandle> Types { get; }

    /// <summary>Gets the types of other assemblies that it refers to on the device.</summary>
    public ImmutableArray<TypeReferenceHandle> TypeReferences { get; }

    /// <summary>Gets the members of other assemblies that it refers to on the device.</summary>
    public ImmutableArray<MemberReferenceHandle> MemberReferences { get; }

    /// <summary>Gets the strings in attributes, which are easier to read before they are encoded.</summary>
    public required IReadOnlyCollection<string> AttributeStrings { get; init; }

    /// <summary>Gets the methods that have a body.</summary>
    public ImmutableArray<Method> Methods { get; }

    public void Dispose()
    {
        _symbolsProvider.Dispose();
        _image.Dispose();
    }

    /// <summary>Gets the size of a field's initial data, or 0 where it has none.</summary>
    public int DataSize(FieldDefinition field)
    {
        if (field.GetRelativeVirtualAddress() == 0)
            return 0;
        BlobReader signature = Metadata.GetBlobReader(field.Signature);
        signature.ReadSignatureHeader();
        if (signature.ReadSignatureTypeCode() == SignatureTypeCode.TypeHandle
            && signature.ReadTypeHandle() is { Kind: HandleKind.TypeDefinition } handle)
        {
            return Metadata.GetTypeDefinition((TypeDefinitionHandle)handle).GetLayout().Size;
        }

        return sizeof(long);
    }

    /// <summary>Gets the name of a type, a method or a field, as findings spell it.</summary>
    public string Name(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                return TypeNames.Instance.GetTypeFromDefinition(Metadata, (TypeDefinitionHandle)handle, 0);
            case HandleKind.TypeReference:
                return TypeNames.Instance.GetTypeFromReference(Metadata, (TypeReferenceHandle)handle, 0);
            case HandleKind.MethodDefinition:
                MethodDefinition method = Metadata.GetMethodDefinition((MethodDefinitionHandle)handle);
                return Name(method.GetDeclaringType()) + "." + Metadata.GetString(method.Name).TrimStart('.');
            case HandleKind.FieldDefinition:
                FieldDefinition field = Metadata.GetFieldDefinition((FieldDefinitionHandle)handle);
                return Name(field.GetDeclaringType()) + "." + Metadata.GetString(field.Name);
            case HandleKind.MemberReference:
                MemberReference member = Metadata.GetMemberReference((MemberReferenceHandle)handle);
                return Name(member.Parent) + "." + Metadata.GetString(member.Name).TrimStart('.');
            case HandleKind.MethodSpecification:
                return Name(Metadata.GetMethodSpecification((MethodSpecificationHandle)handle).Method);
            case HandleKind.TypeSpecification:
                return Metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(TypeNames.Instance, null);
            default:
                return "";
        }
    }

    /// <summary>Gets the name of the type that a type token stands for or that a member token's member is in.</summary>
    public string TypeName(EntityHandle handle) => handle.Kind switch
    {
        HandleKind.MemberReference => Name(Metadata.GetMemberReference((MemberReferenceHandle)handle).Parent),
        HandleKind.MethodDefinition => Name(Metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType()),
        HandleKind.FieldDefinition => Name(Metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType()),
        _ => Name(handle),
    };

    /// <summary>Gets the name of a type's base type, or an empty text.</summary>
    public string BaseName(TypeDefinition type) => type.BaseType.IsNil ? "" : Name(type.BaseType);

    /// <summary>Gets the names of the attributes of a method or type.</summary>
    public IEnumerable<string> AttributeNames(CustomAttributeHandleCollection attributes) =>
        attributes.Select(handle => TypeName(Metadata.GetCustomAttribute(handle).Constructor));

    public string UserString(Instruction instruction) =>
        Metadata.GetUserString(MetadataTokens.UserStringHandle((int)instruction.Operand & 0xFFFFFF));

    /// <summary>Gets where an instruction comes from: the nearest statement at or before it.</summary>
    public SourceLocation Locate(Method method, int offset = 0)
    {
        MethodDebugInformation debug = _symbols.GetMethodDebugInformation(method.Handle.ToDebugInformationHandle());
        // Neither hidden points nor those beyond what the format can express have a place to show.
        SequencePoint[] points = [.. debug.GetSequencePoints().Where(point => !point.IsHidden && !point.Document.IsNil)];
        if (points.Length == 0)
            return new SourceLocation(Project);
        SequencePoint best = points.LastOrDefault(point => point.Offset <= offset, points[0]);
        string file = _symbols.GetString(_symbols.GetDocument(best.Document).Name);
        return new SourceLocation(file, best.StartLine, best.StartColumn);
    }

    /// <summary>Gets where a type comes from, as well as its methods tell it.</summary>
    public SourceLocation Locate(TypeDefinitionHandle type)
    {
        SourceLocation[] locations = [.. Methods
            .Where(method => method.Definition.GetDeclaringType() == type)
            .Select(method => Locate(method))
            .Where(location => location.Line > 0)];
        return locations.MinBy(location => location.Line) ?? new SourceLocation(Project);
    }

    private Method? ReadMethod(MethodDefinitionHandle handle)
    {
        MethodDefinition definition = Metadata.GetMethodDefinition(handle);
        if (definition.RelativeVirtualAddress == 0)
            return null;
        MethodBodyBlock body = _image.GetMethodBody(definition.RelativeVirtualAddress);
        TypeDefinition type = Metadata.GetTypeDefinition(definition.GetDeclaringType());
        return new Method(handle, definition, type, body, IlReader.Read(body))
        {
            IsStaticConstructor = definition.Attributes.HasFlag(MethodAttributes.RTSpecialName)
                && Metadata.StringComparer.Equals(definition.Name, ".cctor"),
        };
    }
}
