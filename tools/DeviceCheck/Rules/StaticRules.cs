using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using Bootstrapper.DeviceCheck.Walk;

namespace Bootstrapper.DeviceCheck.Rules;

/// <summary>Rules about static state: static constructors all run before <c>Main</c>, and what they make stays.</summary>
internal static class StaticRules
{
    private const int ReferenceBytes = 12;

    public static IEnumerable<Finding> Check(DeviceImage image, RuleOptions options)
    {
        foreach (Method method in image.Methods)
        {
            foreach (Finding finding in CheckTables(image, options, method))
                yield return finding;
            if (options.IsFirmware && method.IsStaticConstructor && !IsLambdaCache(image, method))
            {
                foreach (Instruction instruction in method.Code.Where(instruction => IsWork(image, instruction)))
                {
                    yield return new Finding(
                        image.Locate(method, instruction.Offset),
                        "nano-static",
                        $"{image.Name(method.Definition.GetDeclaringType())}: a static initialiser with work in it "
                        + $"({What(image, instruction)}) runs before Main, whether its type is used or not");
                }
            }
        }

        if (options.IsFirmware)
        {
            foreach (Finding finding in image.Types.SelectMany(type => CheckFields(image, type)))
                yield return finding;
        }
    }

    private static IEnumerable<Finding> CheckTables(DeviceImage image, RuleOptions options, Method method)
    {
        for (int i = 0; i < method.Code.Count; i++)
        {
            int bytes = TableBytes(image, method, i);
            if (bytes > options.TableBytes)
            {
                string when = method.IsStaticConstructor ? "at boot, for good" : "each time it is evaluated";
                yield return new Finding(
                    image.Locate(method, method.Code[i].Offset),
                    "nano-table",
                    $"{image.Name(method.Handle)}: a table of {bytes} bytes goes to the heap {when}; "
                    + $"the limit is {options.TableBytes}");
            }
        }
    }

    // Initial data that an array is filled from; or an array that a static constructor makes for good.
    private static int TableBytes(DeviceImage image, Method method, int index)
    {
        Instruction instruction = method.Code[index];
        EntityHandle token = instruction.Token;
        if (instruction.OpCode == OpCodes.Ldtoken && token.Kind == HandleKind.FieldDefinition)
            return image.DataSize(image.Metadata.GetFieldDefinition((FieldDefinitionHandle)token));
        if (!method.IsStaticConstructor || instruction.OpCode != OpCodes.Newarr || index == 0
            || IsFilledFromData(image, method, index))
        {
            return 0;
        }

        // A length that is not a constant is work, which has its own rule.
        return (int)(method.Code[index - 1].Constant ?? 0) * ElementBytes(image.Name(token));
    }

    private static bool IsFilledFromData(DeviceImage image, Method method, int index) =>
        index + 2 < method.Code.Count && method.Code[index + 2].OpCode == OpCodes.Ldtoken
        && method.Code[index + 2].Token.Kind == HandleKind.FieldDefinition;

    private static int ElementBytes(string type) => type switch
    {
        "System.Boolean" or "System.Byte" or "System.SByte" => 1,
        "System.Char" or "System.Int16" or "System.UInt16" => 2,
        "System.Int32" or "System.UInt32" or "System.Single" => 4,
        "System.Int64" or "System.UInt64" or "System.Double" => 8,
        _ => ReferenceBytes,
    };

    private static bool IsLambdaCache(DeviceImage image, Method method) =>
        image.Metadata.GetString(method.Type.Name).StartsWith("<>c", StringComparison.Ordinal);

    // Constants and arrays of constants are no work; neither is an object to lock.
    private static bool IsWork(DeviceImage image, Instruction instruction)
    {
        if (instruction.OpCode.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch)
            return true;
        if (instruction.OpCode.FlowControl != FlowControl.Call)
            return false;
        return image.Name(instruction.Token)
            is not ("System.Runtime.CompilerServices.RuntimeHelpers.InitializeArray" or "System.Object.ctor");
    }

    private static string What(DeviceImage image, Instruction instruction) => instruction.HasToken
        ? image.Name(instruction.Token)
        : "a branch";

    private static IEnumerable<Finding> CheckFields(DeviceImage image, TypeDefinitionHandle handle)
    {
        TypeDefinition type = image.Metadata.GetTypeDefinition(handle);
        bool isPublic = (type.Attributes & TypeAttributes.VisibilityMask) is TypeAttributes.Public or TypeAttributes.NestedPublic;
        if (!isPublic || image.BaseName(type) == "System.Enum")
            yield break;

        foreach (FieldDefinitionHandle field in type.GetFields())
        {
            FieldAttributes attributes = image.Metadata.GetFieldDefinition(field).Attributes;
            if ((attributes & FieldAttributes.FieldAccessMask) == FieldAttributes.Public
                && attributes.HasFlag(FieldAttributes.Static)
                && (attributes & (FieldAttributes.InitOnly | FieldAttributes.Literal)) == 0)
            {
                yield return new Finding(
                    image.Locate(handle),
                    "nano-public-field",
                    image.Name(field) + ": anybody can change a public static field, on any thread");
            }
        }
    }
}
