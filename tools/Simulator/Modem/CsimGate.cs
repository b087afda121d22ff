namespace Bootstrapper.Simulator;

/// <summary>Finds the APDUs that a modem does not let through AT+CSIM.</summary>
internal static class CsimGate
{
    private const byte ManageChannel = 0x70;
    private const byte Close = 0x80;
    private const int HeaderLength = 4;
    private const int MinDataWithLe = HeaderLength + 2;

    /// <summary>Gets how the command is refused; null where it is not.</summary>
    public static Refusal? Check(byte[] command, CsimBehavior behavior) =>
        behavior.Refused.FirstOrDefault(r => Has(command, r.Form, behavior))?.Refusal;

    private static bool Has(byte[] command, ApduForm form, CsimBehavior behavior)
    {
        bool isManageChannel = command[1] == ManageChannel;
        bool isClose = isManageChannel && command[2] == Close;
        return form switch
        {
            ApduForm.ManageChannel => isManageChannel,
            ApduForm.OnLogicalChannel => !isManageChannel && new ClassByte(command[0]).Channel != 0,
            ApduForm.DataWithLe => command.Length > MinDataWithLe && command.Length == MinDataWithLe + command[HeaderLength],
            ApduForm.CloseOfFiveBytes => isClose && command.Length > HeaderLength,
            ApduForm.CloseOfFourBytes => isClose && command.Length == HeaderLength,
            _ => !behavior.Instructions.Contains(command[1]),
        };
    }
}
