using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using Bootstrapper.DeviceCheck.Walk;

namespace Bootstrapper.DeviceCheck.Rules;

/// <summary>
/// The rule about exception handlers that catch everything. An assembly may have one: around the whole program, which
/// otherwise ends without a word. One that does nothing but throw another exception hides nothing.
/// </summary>
internal static class HandlerRules
{
    public static IEnumerable<Finding> Check(DeviceImage image, RuleOptions options)
    {
        if (!options.IsFirmware)
            yield break;

        bool mayCatch = true;
        foreach (Method method in image.Methods)
        {
            foreach (ExceptionRegion region in method.Body.ExceptionRegions)
            {
                if (CaughtType(image, method, region) is "System.Exception" or "System.Object" or "System.SystemException"
                    && !OnlyThrows(method, region))
                {
                    if (mayCatch && IsAroundProgram(image, method, region))
                    {
                        mayCatch = false;
                        continue;
                    }

                    yield return new Finding(
                        image.Locate(method, region.HandlerOffset),
                        "nano-catch",
                        image.Name(method.Handle) + ": catching every exception hides defects, and a thread's abort");
                }
            }
        }
    }

    // Nothing but the handler, and what is in it, is outside the try block.
    private static bool IsAroundProgram(DeviceImage image, Method method, ExceptionRegion region) =>
        region.Kind == ExceptionRegionKind.Catch
        && region.TryOffset == 0
        && method.Definition.Attributes.HasFlag(MethodAttributes.Static)
        && image.Name(method.Definition.GetDeclaringType()).EndsWith("Program", StringComparison.Ordinal);

    // What is caught is passed on as something else: there is no way out of the handler but that.
    private static bool OnlyThrows(Method method, ExceptionRegion region) =>
        region.Kind == ExceptionRegionKind.Catch
        && method.Code
            .Where(instruction => instruction.Offset >= region.HandlerOffset
                && instruction.Offset < region.HandlerOffset + region.HandlerLength)
            .All(instruction => instruction.OpCode.FlowControl is FlowControl.Next or FlowControl.Call or FlowControl.Throw);

    // A filter starts with a cast to the type that stands in the catch clause.
    private static string CaughtType(DeviceImage image, Method method, ExceptionRegion region) => region.Kind switch
    {
        ExceptionRegionKind.Catch => image.Name(region.CatchType),
        ExceptionRegionKind.Filter when method.Code.FirstOrDefault(instruction => instruction.Offset == region.FilterOffset)
            is { } first => first.OpCode == OpCodes.Isinst ? image.Name(first.Token) : "System.Object",
        _ => "",
    };
}
