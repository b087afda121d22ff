namespace Bootstrapper.Simulator.Commands;

/// <summary>AT+CGLA: a command for the application of a session (3GPP TS 27.007 8.43).</summary>
internal sealed class CglaCommand() : AtCommand("+CGLA")
{
    public override AtAnswer Execute(AtRequest request, ModemState modem)
    {
        if (request.Kind != AtRequestKind.Set)
            return request.Kind == AtRequestKind.Test ? AtAnswer.Ok() : AtAnswer.Error;

        if (modem.PinRefusal is { } refusal)
            return refusal;

        if (ApduArgument.Read(request, 1) is not { } command)
            return CmeError.IncorrectParameters;

        SessionBehavior behavior = modem.Behavior.Sessions;
        ModemCard card = modem.Card!;
        if (modem.Sessions.Find(request.Text(0), card) is not { } channel)
            return behavior.NoSession;

        // The channel in the class byte is the modem's affair: here it is an error to name one.
        if (new ClassByte(command[0]).Channel != 0)
            return CmeError.IncorrectParameters;

        if (ApduGate.Check(command, behavior.Refused, []) is { } refused)
            return refused;

        command[0] = ModemCard.ClassOf(command[0], channel);
        byte[] response = card.Transmit(command, behavior.ResolvesGetResponse);
        return AtAnswer.Ok(AnswerLine.Apdu(Name, response, modem.Behavior.Notation));
    }
}
