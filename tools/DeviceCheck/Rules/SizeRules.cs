using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Text;
using Bootstrapper.DeviceCheck.Walk;

namespace Bootstrapper.DeviceCheck.Rules;

/// <summary>Rules about the sizes that an assembly has after its conversion for the device, beyond which that fails.</summary>
internal static class SizeRules
{
    private const int Limit = ushort.MaxValue;

    // Both sizes are estimates from above; what is left is room for the next hundred lines.
    private const int Enough = Limit * 9 / 10;

    // Branches are written as 16-bit differences.
    private const int MethodLimit = short.MaxValue;

    private const int HandlerBytes = 12;

    public static IEnumerable<Finding> Check(DeviceImage image, RuleOptions options)
    {
        int strings = StringBytes(image);
        if (strings > Enough)
            yield return new Finding(new SourceLocation(image.Project), "nano-size", TooLarge("strings and names", strings));
        int code = CodeBytes(image);
        if (code > Enough)
            yield return new Finding(new SourceLocation(image.Project), "nano-size", TooLarge("bytecode", code));

        foreach (Method method in image.Methods.Where(method => CodeBytes(method) > MethodLimit))
        {
            yield return new Finding(
                image.Locate(method),
                "nano-size",
                $"{image.Name(method.Handle)}: branches reach no further than {MethodLimit} bytes on the device");
        }
    }

    /// <summary>Gets the size of the string table on the device: literals, attributes, and names declared or used.</summary>
    /// <remarks>A little too much: some hundred names of the device's own library are not stored again.</remarks>
    public static int StringBytes(DeviceImage image) =>
        Strings(image).Distinct().Sum(text => Encoding.UTF8.GetByteCount(text) + 1);

    /// <summary>Gets the size of the assembly's bytecode on the device.</summary>
    public static int CodeBytes(DeviceImage image) => image.Methods.Sum(CodeBytes);

    private static string TooLarge(string what, int bytes) =>
        $"{bytes} bytes of {what}: more than {Limit} cannot be converted for the device, and {Enough} is close enough";

    private static IEnumerable<string> Strings(DeviceImage image)
    {
        MetadataReader metadata = image.Metadata;
        IEnumerable<string> literals = image.Methods.SelectMany(method => method.Code)
            .Where(instruction => instruction.OpCode == OpCodes.Ldstr)
            .Select(image.UserString);
        IEnumerable<StringHandle> names =
        [
            .. metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle).Name),
            .. image.TypeReferences.Select(handle => metadata.GetTypeReference(handle).Namespace),
            .. image.TypeReferences.Select(handle => metadata.GetTypeReference(handle).Name),
            .. image.MemberReferences.Select(handle => metadata.GetMemberReference(handle).Name),
            .. metadata.TypeDefinitions.Select(handle => metadata.GetTypeDefinition(handle).Namespace),
            .. metadata.TypeDefinitions.Select(handle => metadata.GetTypeDefinition(handle).Name),
            .. metadata.MethodDefinitions.Select(handle => metadata.GetMethodDefinition(handle).Name),
            .. metadata.FieldDefinitions.Select(metadata.GetFieldDefinition).Where(IsKept).Select(field => field.Name),
        ];
        return literals.Concat(image.AttributeStrings).Concat(names.Select(metadata.GetString));
    }

    // Constants, those of enums too, are in the code that uses them.
    public static bool IsKept(FieldDefinition field) => !field.Attributes.HasFlag(FieldAttributes.Literal);

    // Tokens, branches and the parts of a switch shrink; handlers follow the code.
    private static int CodeBytes(Method method) => method.Body.GetILBytes()!.Length
        - method.Code.Sum(instruction => instruction.OpCode.OperandType switch
        {
            OperandType.InlineSwitch => 3 + (2 * (int)instruction.Operand),
            OperandType.InlineString or OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType
                or OperandType.InlineBrTarget => 2,
            _ => 0,
        })
        + (method.Body.ExceptionRegions.Length == 0 ? 0 : (HandlerBytes * method.Body.ExceptionRegions.Length) + 1);
}
