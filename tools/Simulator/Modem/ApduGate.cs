namespace Bootstrapper.Simulator;

/// <summary>Finds the APDUs that a modem does not let through AT+CSIM or AT+CGLA.</summary>
internal static class ApduGate
{
    private const byte ManageChannel = 0x70;
    private const byte Close = 0x80;
    private const int HeaderLength = 4;
    private const int MinData = HeaderLength + 1;
    private const int MinDataWithLe = HeaderLength + 2;

    /// <summary>Gets how the command is refused; null where it is not.</summary>
    /// <param name="command">The command.</param>
    /// <param name="refused">What is refused.</param>
    /// <param name="instructions">The instructions that are none of <see cref="ApduForm.OtherInstruction"/>.</param>
    public static Refusal? Check(byte[] command, IReadOnlyList<RefusedApdu> refused, IReadOnlyList<byte> instructions) =>
        refused.FirstOrDefault(r => Has(command, r.Form, instructions))?.Refusal;

    private static bool Has(byte[] command, ApduForm form, IReadOnlyList<byte> instructions)
    {
        bool isManageChannel = command[1] == ManageChannel;
        bool isClose = isManageChannel && command[2] == Close;
        return form switch
        {
            ApduForm.ManageChannel => isManageChannel,
            ApduForm.OnLogicalChannel => !isManageChannel && new ClassByte(command[0]).Channel != 0,
            ApduForm.DataWithLe => command.Length > MinDataWithLe && command.Length == MinDataWithLe + command[HeaderLength],
            ApduForm.DataWithoutLe => command.Length > MinData && command.Length == MinData + command[HeaderLength],
            ApduForm.CloseOfFiveBytes => isClose && command.Length > HeaderLength,
            ApduForm.CloseOfFourBytes => isClose && command.Length == HeaderLength,
            _ => !instructions.Contains(command[1]),
        };
    }
}
