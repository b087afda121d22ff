using System.Reflection.Emit;
using System.Reflection.Metadata;
using Bootstrapper.DeviceCheck.Walk;

namespace Bootstrapper.DeviceCheck.Rules;

/// <summary>Rules about single instructions.</summary>
internal static class CodeRules
{
    // The processor writes the number of a switch's targets as one byte.
    private const int MostTargets = 255;

    private static readonly string[] _numbers =
    [
        "System.Byte", "System.Double", "System.Int16", "System.Int32", "System.Int64", "System.SByte", "System.Single",
        "System.UInt16", "System.UInt32", "System.UInt64",
    ];

    public static IEnumerable<Finding> Check(DeviceImage image, RuleOptions options)
    {
        foreach (Method method in image.Methods)
        {
            string name = image.Name(method.Handle);
            for (int i = 0; i < method.Code.Count; i++)
            {
                Instruction instruction = method.Code[i];
                (string rule, string reason) = Judge(image, options, i == 0 ? null : method.Code[i - 1], instruction);
                if (rule.Length > 0)
                    yield return new Finding(image.Locate(method, instruction.Offset), rule, name + ": " + reason);
            }
        }
    }

    private static (string Rule, string Reason) Judge(
        DeviceImage image, RuleOptions options, Instruction? previous, Instruction instruction)
    {
        string code = instruction.OpCode.Name!;
        if (code.Contains(".ovf", StringComparison.Ordinal))
            return ("nano-checked", $"checked arithmetic ({code}) does not throw on the device");
        if (instruction.OpCode == OpCodes.Localloc)
            return ("nano-unsafe", "stackalloc does not exist on the device");
        if (instruction.OpCode == OpCodes.Switch && instruction.Operand > MostTargets)
            return ("nano-size", $"a switch over more than {MostTargets} neighbouring values is cut short on the device");
        if (instruction.OpCode == OpCodes.Ldstr && image.UserString(instruction).Contains('\0', StringComparison.Ordinal))
            return ("nano-nul", "a string ends at its first NUL on the device; keep binary data in a byte array");
        return instruction.HasToken ? JudgeUse(image, options, previous, instruction) : ("", "");
    }

    private static (string Rule, string Reason) JudgeUse(
        DeviceImage image, RuleOptions options, Instruction? previous, Instruction instruction)
    {
        EntityHandle token = instruction.Token;
        string member = image.Name(token);
        if (previous?.OpCode == OpCodes.Ldstr && _numbers.Any(type => member == type + ".ToString")
            && !IsKnownFormat(image.UserString(previous)))
        {
            string format = image.UserString(previous);
            return ("nano-format", $"the number format \"{format}\" throws on the device; X, D, N and F work");
        }

        if (member == "System.Object.ToString" && previous?.OpCode == OpCodes.Constrained && IsEnum(image, previous.Token))
            return ("nano-enum-text", $"the text of {image.Name(previous.Token)} is a number on the device");
        if (options.IsFirmware && IsReflection(image, token, member))
            return ("nano-reflection", $"reflection ({member}) is slow, and keeps the names of every member on flash");
        return ("", "");
    }

    private static bool IsKnownFormat(string format) => format.Length == 0
        || ("XxDdNnFf".Contains(format[0], StringComparison.Ordinal) && format.Skip(1).All(char.IsAsciiDigit));

    private static bool IsEnum(DeviceImage image, EntityHandle type) => type.Kind == HandleKind.TypeDefinition
        && image.BaseName(image.Metadata.GetTypeDefinition((TypeDefinitionHandle)type)) == "System.Enum";

    // typeof alone is a token and costs nothing.
    private static bool IsReflection(DeviceImage image, EntityHandle token, string member) =>
        member != "System.Type.GetTypeFromHandle"
        && (member == "System.Object.GetType" || image.TypeName(token) == "System.Type"
            || image.TypeName(token).StartsWith("System.Reflection.", StringComparison.Ordinal));
}
