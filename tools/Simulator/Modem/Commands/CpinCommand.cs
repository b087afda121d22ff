using System.Text;

namespace Bootstrapper.Simulator.Commands;

/// <summary>AT+CPIN: whether PIN 1 is missing, and entering it (3GPP TS 27.007 8.3).</summary>
internal sealed class CpinCommand() : AtCommand("+CPIN")
{
    private const int MinPinLength = 4;
    private const int NoTryLeft = 0x63C0;

    public override AtAnswer Execute(AtRequest request, ModemState modem) => request.Kind switch
    {
        AtRequestKind.Read => modem.CountQuery() ?? AtAnswer.Ok("+CPIN: " + modem.PinCode),
        AtRequestKind.Set => modem.CardRefusal ?? Enter(request, modem.Card!),
        AtRequestKind.Test => AtAnswer.Ok(),
        _ => AtAnswer.Error,
    };

    // Entering a PUK and a new PIN is not among what this modem does.
    private static AtAnswer Enter(AtRequest request, ModemCard card)
    {
        if (request.ArgumentCount != 1)
            return CmeError.OperationNotAllowed;

        if (card.Locked is not CmeError.SimPinRequired)
            return card.Locked ?? CmeError.OperationNotAllowed;

        if (request.Text(0) is not { Length: >= MinPinLength and <= CardPin.BlockLength } pin || !pin.All(char.IsAsciiDigit))
            return CmeError.IncorrectParameters;

        return card.VerifyPin(Encoding.ASCII.GetBytes(pin)) switch
        {
            0x9000 => AtAnswer.Ok(),
            NoTryLeft => CmeError.SimPukRequired,
            _ => CmeError.IncorrectPassword,
        };
    }
}
