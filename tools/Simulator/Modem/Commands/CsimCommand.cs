namespace Bootstrapper.Simulator.Commands;

/// <summary>AT+CSIM: a command for the card as it is (3GPP TS 27.007 8.17).</summary>
internal sealed class CsimCommand() : AtCommand("+CSIM")
{
    public override AtAnswer Execute(AtRequest request, ModemState modem)
    {
        if (request.Kind != AtRequestKind.Set)
            return request.Kind == AtRequestKind.Test ? AtAnswer.Ok() : AtAnswer.Error;

        if (modem.PinRefusal is { } refusal)
            return refusal;

        ModemBehavior behavior = modem.Behavior;
        if (behavior.Csim.HasLock && request.ArgumentCount == 1 && request.Number(0, 1) is { } locks)
            return AtAnswer.Ok() with { Following = locks == 1 ? "#QSS: 0" : "#QSS: 1" };

        if (ApduArgument.Read(request, 0) is not { } command)
            return CmeError.IncorrectParameters;

        byte[] response;
        if (ApduGate.Check(command, behavior.Csim.Refused, behavior.Csim.Instructions) is not { } refused)
            response = modem.Card!.Csim.Transmit(command);
        else if (refused.Word is { } statusWord)
            response = [(byte)(statusWord >> 8), (byte)statusWord];
        else
            return refused;

        return modem.CsimAnswers.Next(AnswerLine.Apdu(Name, response, behavior.Notation));
    }
}
