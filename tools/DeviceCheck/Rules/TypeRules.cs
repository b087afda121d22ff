using System.Reflection;
using System.Reflection.Metadata;
using Bootstrapper.DeviceCheck.Walk;

namespace Bootstrapper.DeviceCheck.Rules;

/// <summary>Rules about the types that an assembly declares.</summary>
internal static class TypeRules
{
    // The processor keeps the number of methods of each kind in one byte.
    private const int MostMethods = 255;

    public static IEnumerable<Finding> Check(DeviceImage image, RuleOptions options)
    {
        foreach (TypeDefinitionHandle handle in image.Types)
        {
            TypeDefinition type = image.Metadata.GetTypeDefinition(handle);
            string name = image.Name(handle);
            if (type.GetGenericParameters().Count > 0)
                yield return Found("nano-generic", "the runtime cannot load an assembly with a generic type");
            if (IsOwnStruct(image, type))
                yield return Found("nano-struct", "copies of a struct can be the same object, and each struct is an allocation");
            if (type.GetMethods().Count > MostMethods)
                yield return Found("nano-size", $"more than {MostMethods} methods in a type cannot be converted for the device");
            if (type.Attributes.HasFlag(TypeAttributes.Interface) && FirstBody(image, handle) is Method body)
            {
                yield return new Finding(
                    image.Locate(body),
                    "nano-interface-body",
                    image.Name(body.Handle) + ": interface members with a body throw when called");
            }

            Finding Found(string rule, string reason) => new(image.Locate(handle), rule, name + ": " + reason);
        }
    }

    private static Method? FirstBody(DeviceImage image, TypeDefinitionHandle type) =>
        image.Methods.FirstOrDefault(method => method.Definition.GetDeclaringType() == type);

    // A local function that captures variables gets them in a struct that is only ever passed by reference: that works.
    private static bool IsOwnStruct(DeviceImage image, TypeDefinition type) =>
        image.BaseName(type) == "System.ValueType"
        && !image.Metadata.GetString(type.Name).StartsWith("<>c__DisplayClass", StringComparison.Ordinal)
        && !IsInitialDataType(image, type);

    private static bool IsInitialDataType(DeviceImage image, TypeDefinition type) =>
        type.IsNested
        && image.Name(type.GetDeclaringType()).StartsWith("<PrivateImplementationDetails>", StringComparison.Ordinal);
}
