using System.Reflection.Metadata;

namespace Bootstrapper.DeviceCheck.Walk;

/// <summary>A method of the assembly that has a body.</summary>
internal sealed record Method(
    MethodDefinitionHandle Handle,
    MethodDefinition Definition,
    TypeDefinition Type,
    MethodBodyBlock Body,
    IReadOnlyList<Instruction> Code)
{
    /// <summary>Gets whether the method runs before <c>Main</c>, as all static constructors do on the device.</summary>
    public required bool IsStaticConstructor { get; init; }
}
