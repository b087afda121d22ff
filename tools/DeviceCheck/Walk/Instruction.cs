using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Bootstrapper.DeviceCheck.Walk;

/// <summary>One instruction of a method's IL.</summary>
/// <param name="Offset">Where it starts in the method's IL.</param>
/// <param name="OpCode">What it does.</param>
/// <param name="Operand">The number behind it: a token, a constant, a variable, the count of a switch; 0 for none.</param>
internal sealed record Instruction(int Offset, OpCode OpCode, long Operand)
{
    /// <summary>Gets whether the operand is a metadata token.</summary>
    public bool HasToken => OpCode.OperandType is
        OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineTok;

    /// <summary>Gets the type or member that the instruction uses, or nil.</summary>
    public EntityHandle Token => HasToken ? MetadataTokens.EntityHandle((int)Operand) : default;

    /// <summary>Gets the integer that the instruction loads, or null where it loads none.</summary>
    public long? Constant => OpCode.Value switch
    {
        >= 0x15 and <= 0x1E => OpCode.Value - 0x16,
        0x1F or 0x20 or 0x21 => Operand,
        _ => null,
    };
}
