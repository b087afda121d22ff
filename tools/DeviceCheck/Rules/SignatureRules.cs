using System.Collections.Immutable;
using System.Reflection.Metadata;
using Bootstrapper.DeviceCheck.Walk;

namespace Bootstrapper.DeviceCheck.Rules;

/// <summary>Rules about the types that declarations and code refer to: generics, multi-dimensional arrays, pointers.</summary>
internal static class SignatureRules
{
    public static IEnumerable<Finding> Check(DeviceImage image, RuleOptions options) =>
        image.Types.SelectMany(type => CheckType(image, type))
            .Concat(image.Methods.SelectMany(method => CheckBody(image, method)));

    private static IEnumerable<Finding> CheckType(DeviceImage image, TypeDefinitionHandle handle)
    {
        MetadataReader metadata = image.Metadata;
        TypeDefinition type = metadata.GetTypeDefinition(handle);
        IEnumerable<EntityHandle> parents = type.GetInterfaceImplementations()
            .Select(implementation => metadata.GetInterfaceImplementation(implementation).Interface)
            .Append(type.BaseType)
            .Where(parent => !parent.IsNil);
        IEnumerable<(string Name, SignatureTraits Traits)> signatures =
        [
            .. parents.Select(parent => (image.Name(handle), SignatureReader.TraitsOf(metadata, parent))),
            .. type.GetFields().Select(field => (image.Name(field), Traits(metadata.GetFieldDefinition(field)))),
            .. type.GetMethods().Select(method => (image.Name(method), Traits(metadata.GetMethodDefinition(method)))),
        ];
        return signatures
            .Where(signature => signature.Traits != SignatureTraits.None)
            .SelectMany(signature => Found(image.Locate(handle), signature.Name, signature.Traits));
    }

    private static IEnumerable<Finding> CheckBody(DeviceImage image, Method method)
    {
        string name = image.Name(method.Handle);
        IEnumerable<(int Offset, string Name, SignatureTraits Traits)> signatures =
        [
            .. Locals(image, method).Select(traits => (0, name + ", a local variable", traits)),
            .. method.Code.Where(instruction => instruction.HasToken).Select(instruction => (
                instruction.Offset,
                name + " uses " + image.Name(instruction.Token),
                SignatureReader.TraitsOf(image.Metadata, instruction.Token))),
        ];
        return signatures
            .Where(signature => signature.Traits != SignatureTraits.None)
            .SelectMany(signature => Found(image.Locate(method, signature.Offset), signature.Name, signature.Traits));
    }

    private static ImmutableArray<SignatureTraits> Locals(DeviceImage image, Method method) => method.Body.LocalSignature.IsNil
        ? []
        : image.Metadata.GetStandaloneSignature(method.Body.LocalSignature).DecodeLocalSignature(SignatureReader.Instance, null);

    private static SignatureTraits Traits(FieldDefinition field) => field.DecodeSignature(SignatureReader.Instance, null);

    private static SignatureTraits Traits(MethodDefinition method) =>
        SignatureReader.All(method.DecodeSignature(SignatureReader.Instance, null));

    private static IEnumerable<Finding> Found(SourceLocation location, string name, SignatureTraits traits)
    {
        if (traits.HasFlag(SignatureTraits.Generic))
            yield return new Finding(location, "nano-generic", name + ": the runtime cannot load an assembly that uses generics");
        if (traits.HasFlag(SignatureTraits.MultiDimensional))
            yield return new Finding(location, "nano-array", name + ": a multi-dimensional array crashes the runtime");
        if (traits.HasFlag(SignatureTraits.Pinned))
            yield return new Finding(location, "nano-unsafe", name + ": fixed variables do not exist on the device");
        else if (traits.HasFlag(SignatureTraits.Pointer))
            yield return new Finding(location, "nano-unsafe", name + ": pointers do not exist on the device");
    }
}
