using System.Reflection.Metadata;
using Bootstrapper.DeviceCheck.Walk;

namespace Bootstrapper.DeviceCheck.Rules;

/// <summary>Rules about the types that declarations and code refer to: generics, multi-dimensional arrays, pointers.</summary>
internal static class SignatureRules
{
    public static IEnumerable<Finding> Check(DeviceImage image, RuleOptions options)
    {
        MetadataReader metadata = image.Metadata;
        foreach (TypeDefinitionHandle handle in image.Types)
        {
            TypeDefinition type = metadata.GetTypeDefinition(handle);
            foreach (EntityHandle parent in Parents(metadata, type))
            {
                foreach (Finding finding in Found(image.Locate(handle), image.Name(handle), SignatureReader.TraitsOf(metadata, parent)))
                    yield return finding;
            }

            foreach (FieldDefinitionHandle field in type.GetFields())
            {
                SignatureTraits traits = metadata.GetFieldDefinition(field).DecodeSignature(SignatureReader.Instance, null);
                foreach (Finding finding in Found(image.Locate(handle), image.Name(field), traits))
                    yield return finding;
            }

            foreach (MethodDefinitionHandle method in type.GetMethods())
            {
                SignatureTraits traits = SignatureReader.All(
                    metadata.GetMethodDefinition(method).DecodeSignature(SignatureReader.Instance, null));
                SourceLocation location = image.Methods.FirstOrDefault(candidate => candidate.Handle == method) is Method body
                    ? image.Locate(body)
                    : image.Locate(handle);
                foreach (Finding finding in Found(location, image.Name(method), traits))
                    yield return finding;
            }
        }

        foreach (Finding finding in image.Methods.SelectMany(method => CheckBody(image, method)))
            yield return finding;
    }

    private static IEnumerable<EntityHandle> Parents(MetadataReader metadata, TypeDefinition type) => type.GetInterfaceImplementations()
        .Select(handle => metadata.GetInterfaceImplementation(handle).Interface)
        .Append(type.BaseType)
        .Where(handle => !handle.IsNil);

    private static IEnumerable<Finding> CheckBody(DeviceImage image, Method method)
    {
        string name = image.Name(method.Handle);
        if (!method.Body.LocalSignature.IsNil)
        {
            foreach (SignatureTraits local in image.Metadata.GetStandaloneSignature(method.Body.LocalSignature)
                .DecodeLocalSignature(SignatureReader.Instance, null))
            {
                foreach (Finding finding in Found(image.Locate(method), name + ", a local variable", local))
                    yield return finding;
            }
        }

        foreach (Instruction instruction in method.Code.Where(instruction => instruction.HasToken))
        {
            EntityHandle used = instruction.Token;
            SignatureTraits traits = SignatureReader.TraitsOf(image.Metadata, used);
            foreach (Finding finding in Found(image.Locate(method, instruction.Offset), name + " uses " + image.Name(used), traits))
                yield return finding;
        }
    }

    private static IEnumerable<Finding> Found(SourceLocation location, string name, SignatureTraits traits)
    {
        if (traits.HasFlag(SignatureTraits.Generic))
            yield return new Finding(location, "nano-generic", name + ": the runtime cannot load an assembly that uses generics");
        if (traits.HasFlag(SignatureTraits.MultiDimensional))
            yield return new Finding(location, "nano-array", name + ": a multi-dimensional array crashes the runtime; use an array of arrays");
        if (traits.HasFlag(SignatureTraits.Pinned))
            yield return new Finding(location, "nano-unsafe", name + ": fixed variables do not exist on the device");
        else if (traits.HasFlag(SignatureTraits.Pointer))
            yield return new Finding(location, "nano-unsafe", name + ": pointers do not exist on the device");
    }
}
