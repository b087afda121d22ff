using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Bootstrapper.Host.Tests.Guards;

/// <summary>Spells what an assembly offers to other assemblies, in the lines of the API lists, from its metadata alone.</summary>
internal sealed class PublicSurface
{
    private readonly MetadataReader _metadata;
    private readonly List<string> _lines = [];

    private PublicSurface(MetadataReader metadata)
    {
        _metadata = metadata;
    }

    public static IReadOnlyList<string> Read(ImmutableArray<byte> image)
    {
        using var reader = new PEReader(image);
        var surface = new PublicSurface(reader.GetMetadataReader());
        foreach (TypeDefinitionHandle handle in surface._metadata.TypeDefinitions)
            surface.AddType(handle);
        return surface._lines;
    }

    private void AddType(TypeDefinitionHandle handle)
    {
        TypeDefinition type = _metadata.GetTypeDefinition(handle);
        if (!IsVisible(type))
            return;

        string name = SurfaceTypes.Name(_metadata, handle);
        string baseName = SurfaceTypes.NameOf(_metadata, type.BaseType);
        if (baseName == "System.MulticastDelegate")
        {
            MethodDefinition invoke = type.GetMethods()
                .Select(_metadata.GetMethodDefinition)
                .Single(method => Is(method.Name, "Invoke"));
            MethodSignature<string> signature = invoke.DecodeSignature(SurfaceTypes.Instance, Context(type));
            _lines.Add($"{name}{TypeParameters(type)} : delegate {signature.ReturnType} ({Parameters(invoke, signature)})");
            return;
        }

        if (baseName == "System.Enum")
        {
            AddEnum(type, name);
            return;
        }

        string kind = Kind(type);
        bool isBaseImplied = baseName is "" or "object" || kind.EndsWith("struct", StringComparison.Ordinal);
        string[] bases =
        [
            .. isBaseImplied ? [] : (string[])[baseName],
            .. type.GetInterfaceImplementations()
                .Select(handle => SurfaceTypes.NameOf(_metadata, _metadata.GetInterfaceImplementation(handle).Interface)),
        ];
        _lines.Add(bases.Length == 0 ? $"{name} : {kind}" : $"{name} : {kind} : {string.Join(", ", bases)}");
        AddMembers(type, name);
    }

    private void AddEnum(TypeDefinition type, string name)
    {
        foreach (FieldDefinition field in type.GetFields().Select(_metadata.GetFieldDefinition))
        {
            _lines.Add(field.Attributes.HasFlag(FieldAttributes.Static)
                ? $"{name}.{Text(field.Name)} : = {Constant(field.GetDefaultValue())}"
                : $"{name} : enum {field.DecodeSignature(SurfaceTypes.Instance, [])}");
        }
    }

    private void AddMembers(TypeDefinition type, string name)
    {
        bool isInterface = type.Attributes.HasFlag(TypeAttributes.Interface);
        HashSet<MethodDefinitionHandle> accessors = [];
        foreach (PropertyDefinition property in type.GetProperties().Select(_metadata.GetPropertyDefinition))
            AddProperty(type, name, property, accessors);
        foreach (EventDefinition member in type.GetEvents().Select(_metadata.GetEventDefinition))
        {
            EventAccessors pair = member.GetAccessors();
            accessors.UnionWith([pair.Adder, pair.Remover]);
            MethodDefinition adder = _metadata.GetMethodDefinition(pair.Adder);
            string handler = SurfaceTypes.NameOf(_metadata, member.Type);
            if (IsVisible(adder.Attributes))
                _lines.Add($"{name}.{Text(member.Name)} : {Modifiers(adder, isInterface)}event {handler}");
        }

        foreach (FieldDefinition field in type.GetFields().Select(_metadata.GetFieldDefinition))
            AddField(type, name, field);
        foreach (MethodDefinitionHandle handle in type.GetMethods().Where(handle => !accessors.Contains(handle)))
            AddMethod(type, name, _metadata.GetMethodDefinition(handle), isInterface);
    }

    private void AddProperty(TypeDefinition type, string name, PropertyDefinition property, HashSet<MethodDefinitionHandle> all)
    {
        PropertyAccessors pair = property.GetAccessors();
        List<(string Word, MethodDefinitionHandle Handle)> accessors = [("get;", pair.Getter), ("set;", pair.Setter)];
        accessors.RemoveAll(accessor => accessor.Handle.IsNil);
        all.UnionWith(accessors.Select(accessor => accessor.Handle));
        accessors.RemoveAll(accessor => !IsVisible(_metadata.GetMethodDefinition(accessor.Handle).Attributes));
        if (accessors.Count == 0)
            return;

        MethodDefinition first = _metadata.GetMethodDefinition(accessors[0].Handle);
        MethodSignature<string> signature = property.DecodeSignature(SurfaceTypes.Instance, Context(type));
        string index = signature.ParameterTypes.IsEmpty ? "" : "[" + Parameters(first, signature) + "]";
        string modifiers = Modifiers(first, type.Attributes.HasFlag(TypeAttributes.Interface));
        string words = string.Join(' ', accessors.Select(accessor => accessor.Word));
        _lines.Add($"{name}.{Text(property.Name)}{index} : {modifiers}{signature.ReturnType} {{ {words} }}");
    }

    private void AddField(TypeDefinition type, string name, FieldDefinition field)
    {
        if ((field.Attributes & FieldAttributes.FieldAccessMask) is not (FieldAttributes.Public or FieldAttributes.Family))
            return;
        string access = field.Attributes.HasFlag(FieldAttributes.Public) ? "public" : "protected";
        string fieldType = field.DecodeSignature(SurfaceTypes.Instance, Context(type));
        _lines.Add($"{name}.{Text(field.Name)} : {access} " + field.Attributes switch
        {
            var flags when flags.HasFlag(FieldAttributes.Literal) => $"const {fieldType} = {Constant(field.GetDefaultValue())}",
            var flags when flags.HasFlag(FieldAttributes.Static | FieldAttributes.InitOnly) => "static readonly " + fieldType,
            _ => fieldType,
        });
    }

    private void AddMethod(TypeDefinition type, string name, MethodDefinition method, bool isInterface)
    {
        string methodName = Text(method.Name);
        if (!IsVisible(method.Attributes) || methodName == ".cctor")
            return;
        MethodSignature<string> signature = method.DecodeSignature(SurfaceTypes.Instance, Context(type));
        string parameters = Parameters(method, signature);
        string obsolete = method.GetCustomAttributes().Any(IsObsolete) ? " [Obsolete]" : "";
        _lines.Add(methodName == ".ctor"
            ? $"{name}.ctor({parameters}) : {Modifiers(method, false).TrimEnd()}{obsolete}"
            : $"{name}.{methodName}({parameters}) : {Modifiers(method, isInterface)}{signature.ReturnType}{obsolete}");
    }

    private bool IsVisible(TypeDefinition type) => (type.Attributes & TypeAttributes.VisibilityMask) switch
    {
        TypeAttributes.Public => true,
        TypeAttributes.NestedPublic or TypeAttributes.NestedFamily =>
            IsVisible(_metadata.GetTypeDefinition(type.GetDeclaringType())),
        _ => false,
    };

    private static bool IsVisible(MethodAttributes attributes) =>
        (attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family;

    private string Kind(TypeDefinition type)
    {
        if (type.Attributes.HasFlag(TypeAttributes.Interface))
            return "interface";
        // Not System.Enum, which derives from it as a class.
        bool isStruct = SurfaceTypes.NameOf(_metadata, type.BaseType) == "System.ValueType"
            && !type.Attributes.HasFlag(TypeAttributes.Abstract);
        if (isStruct && type.GetCustomAttributes().Any(handle => AttributeName(handle) == "IsByRefLikeAttribute"))
            return "ref struct";
        if (isStruct)
            return "struct";
        return (type.Attributes & (TypeAttributes.Abstract | TypeAttributes.Sealed)) switch
        {
            TypeAttributes.Abstract | TypeAttributes.Sealed => "static class",
            TypeAttributes.Abstract => "abstract class",
            TypeAttributes.Sealed => "sealed class",
            _ => "class",
        };
    }

    private static string Modifiers(MethodDefinition method, bool isInterface)
    {
        MethodAttributes attributes = method.Attributes;
        string access = (attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public ? "public " : "protected ";
        string kind = attributes switch
        {
            _ when isInterface => "",
            var flags when flags.HasFlag(MethodAttributes.Static) => "static ",
            var flags when flags.HasFlag(MethodAttributes.Abstract) && flags.HasFlag(MethodAttributes.NewSlot) => "abstract ",
            var flags when !flags.HasFlag(MethodAttributes.Virtual) => "",
            var flags when !flags.HasFlag(MethodAttributes.NewSlot) => "override ",
            var flags when flags.HasFlag(MethodAttributes.Final) => "",
            _ => "virtual ",
        };
        return access + kind;
    }

    private string Parameters(MethodDefinition method, MethodSignature<string> signature)
    {
        string[] texts = new string[signature.ParameterTypes.Length];
        foreach (Parameter parameter in method.GetParameters().Select(_metadata.GetParameter)
            .Where(parameter => parameter.SequenceNumber > 0 && parameter.SequenceNumber <= texts.Length))
        {
            string type = signature.ParameterTypes[parameter.SequenceNumber - 1];
            if (parameter.Attributes.HasFlag(ParameterAttributes.Out))
                type = type.Replace("ref ", "out ", StringComparison.Ordinal);
            if (parameter.GetCustomAttributes().Any(handle => AttributeName(handle) == "ParamArrayAttribute"))
                type = "params " + type;
            string value = parameter.GetDefaultValue().IsNil ? "" : " = " + Constant(parameter.GetDefaultValue());
            texts[parameter.SequenceNumber - 1] = $"{type} {Text(parameter.Name)}{value}";
        }

        return string.Join(", ", texts);
    }

    private bool IsObsolete(CustomAttributeHandle handle) => AttributeName(handle) == "ObsoleteAttribute";

    private string AttributeName(CustomAttributeHandle handle)
    {
        EntityHandle constructor = _metadata.GetCustomAttribute(handle).Constructor;
        EntityHandle type = constructor.Kind == HandleKind.MethodDefinition
            ? _metadata.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType()
            : _metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent;
        return SurfaceTypes.NameOf(_metadata, type).Split('.')[^1];
    }

    private string Constant(ConstantHandle handle)
    {
        Constant constant = _metadata.GetConstant(handle);
        object? value = _metadata.GetBlobReader(constant.Value).ReadConstant(constant.TypeCode);
        return value switch
        {
            null => "null",
            bool flag => flag ? "true" : "false",
            char c => $"'\\u{(int)c:x4}'",
            string text => '"' + text + '"',
            double.PositiveInfinity or float.PositiveInfinity => "Infinity",
            double.NegativeInfinity or float.NegativeInfinity => "-Infinity",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    }

    private ImmutableArray<string> Context(TypeDefinition type) =>
        [.. type.GetGenericParameters().Select(handle => Text(_metadata.GetGenericParameter(handle).Name))];

    private string TypeParameters(TypeDefinition type) =>
        type.GetGenericParameters().Count == 0 ? "" : "<" + string.Join(',', Context(type)) + ">";

    private string Text(StringHandle handle) => _metadata.GetString(handle);

    private bool Is(StringHandle handle, string text) => _metadata.StringComparer.Equals(handle, text);
}
