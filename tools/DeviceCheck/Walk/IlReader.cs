using System.Reflection.Emit;
using System.Reflection.Metadata;

namespace Bootstrapper.DeviceCheck.Walk;

/// <summary>Takes a method's IL apart.</summary>
internal static class IlReader
{
    private static readonly Dictionary<int, OpCode> _opCodesByValue = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(opCode => (int)(ushort)opCode.Value);

    public static IReadOnlyList<Instruction> Read(MethodBodyBlock body)
    {
        List<Instruction> instructions = [];
        BlobReader reader = body.GetILReader();
        while (reader.RemainingBytes > 0)
        {
            int offset = reader.Offset;
            int value = reader.ReadByte();
            if (value == 0xFE)
                value = (value << 8) | reader.ReadByte();
            OpCode opCode = _opCodesByValue[value];
            instructions.Add(new Instruction(offset, opCode, ReadOperand(ref reader, opCode)));
        }

        return instructions;
    }

    private static long ReadOperand(ref BlobReader reader, OpCode opCode)
    {
        switch (opCode.OperandType)
        {
            case OperandType.InlineNone:
                return 0;
            case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                return reader.ReadSByte();
            case OperandType.InlineVar:
                return reader.ReadUInt16();
            case OperandType.InlineI8 or OperandType.InlineR:
                return reader.ReadInt64();
            case OperandType.InlineSwitch:
                int count = reader.ReadInt32();
                reader.Offset += 4 * count;
                return count;
            default:
                return reader.ReadInt32();
        }
    }
}
