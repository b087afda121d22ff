using Bootstrapper.Simulator;

namespace Bootstrapper.Cli.Tracing;

/// <summary>Puts commands to a card in words.</summary>
internal static class CardWords
{
    /// <summary>The most bytes of an AID or a path.</summary>
    public const int MaxNameLength = 16;

    private const byte Open = 0x00;
    private const byte ParentDirectory = 0x03;
    private const byte ByName = 0x04;
    private const byte ByPathFromMasterFile = 0x08;
    private const byte ByPathFromCurrentDirectory = 0x09;
    private const int FileIdLength = 2;

    /// <summary>Gets a command in words.</summary>
    /// <param name="command">The command.</param>
    /// <param name="kindOf">Tells what is known of a file.</param>
    public static string Of(Apdu command, Func<ushort, FileKind> kindOf)
    {
        string name = CardInstructions.NameOf(command.Instruction);
        int? count = command.Data.Length > 0 ? command.Data.Length : command.Expected;
        string bytes = count is { } n ? $", {Count(n)}" : "";
        switch (command.Instruction)
        {
            case CardInstructions.Select:
                return $"{name} {Target(command, kindOf)}";

            case CardInstructions.ManageChannel:
                return command.P1 == Open ? $"{name}, open one" : $"{name}, close {command.P2}";

            case CardInstructions.ReadBinary or CardInstructions.UpdateBinary:
                string file = command.ShortFileId is { } id ? $" of SFI {id:X2}" : "";
                return $"{name}{file}, offset {command.Offset}{bytes}";

            case CardInstructions.ReadRecord or CardInstructions.UpdateRecord:
                string records = command.ShortFileIdOfRecords is { } sfi ? $" of SFI {sfi:X2}" : "";
                return $"{name} {command.P1}{records}{bytes}";

            case CardInstructions.Verify when command.Data.Length == 0:
                return $"{name} {KeyName.Of(command.P2)}: how many tries are left?";

            case var instruction when CardInstructions.HasPins(instruction):
                return $"{name} {KeyName.Of(command.P2)}";

            default:
                return name + bytes;
        }
    }

    /// <summary>Gets a number of bytes in words.</summary>
    public static string Count(int bytes) => bytes == 1 ? "1 byte" : $"{bytes} bytes";

    private static string Target(Apdu command, Func<ushort, FileKind> kindOf)
    {
        ReadOnlySpan<byte> data = command.Data;
        if (data.Length > MaxNameLength)
            return Count(data.Length);
        if (command.P1 == ByName)
            return Names.OfApplication(data);
        if (command.P1 == ParentDirectory)
            return "the directory above";
        if (data.IsEmpty || data.Length % FileIdLength != 0)
            return Convert.ToHexString(data);

        string start = command.P1 switch
        {
            ByPathFromMasterFile => data is [0x7F, 0xFF, ..] ? "" : "3F00/",
            ByPathFromCurrentDirectory => "./",
            _ => "",
        };
        List<string> steps = [];
        for (int i = 0; i < data.Length; i += FileIdLength)
        {
            ushort fileId = (ushort)((data[i] << 8) | data[i + 1]);
            steps.Add(i == data.Length - FileIdLength ? Names.OfFile(fileId, kindOf(fileId)) : $"{fileId:X4}");
        }

        return start + string.Join('/', steps);
    }
}
