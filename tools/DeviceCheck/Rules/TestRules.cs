using System.Reflection;
using System.Reflection.Emit;
using Bootstrapper.DeviceCheck.Walk;

namespace Bootstrapper.DeviceCheck.Rules;

/// <summary>The rule about test methods, which the device's runner calls without an object.</summary>
internal static class TestRules
{
    public static IEnumerable<Finding> Check(DeviceImage image, RuleOptions options)
    {
        foreach (Method method in image.Methods.Where(method => IsTest(image, method)))
        {
            if (!method.Definition.Attributes.HasFlag(MethodAttributes.Static) && method.Code.FirstOrDefault(IsThis) is { } first)
            {
                yield return new Finding(
                    image.Locate(method, first.Offset),
                    "nano-test-this",
                    image.Name(method.Handle) + ": test methods run without an object; use locals and static members");
            }
        }
    }

    private static bool IsTest(DeviceImage image, Method method) => image
        .AttributeNames(method.Definition.GetCustomAttributes())
        .Any(name => name.StartsWith("nanoFramework.TestFramework.", StringComparison.Ordinal));

    private static bool IsThis(Instruction instruction) => instruction.OpCode == OpCodes.Ldarg_0
        || (instruction.OpCode.Name!.StartsWith("ldarg", StringComparison.Ordinal)
            && instruction.OpCode.OperandType is OperandType.ShortInlineVar or OperandType.InlineVar && instruction.Operand == 0);
}
