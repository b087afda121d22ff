namespace Bootstrapper.Simulator.Commands;

/// <summary>AT+CCHO: a session with an application, on a logical channel of the modem's (3GPP TS 27.007 8.45).</summary>
internal sealed class CchoCommand() : AtCommand("+CCHO")
{
    public override AtAnswer Execute(AtRequest request, ModemState modem)
    {
        if (request.Kind != AtRequestKind.Set)
            return request.Kind == AtRequestKind.Test ? AtAnswer.Ok() : AtAnswer.Error;

        if (modem.PinRefusal is { } refusal)
            return refusal;

        if (request.ArgumentCount != 1 || request.Bytes(0) is not { Length: > 0 and <= CardDirectory.MaxAidLength } aid)
            return CmeError.IncorrectParameters;

        SessionBehavior behavior = modem.Behavior.Sessions;
        ModemCard card = modem.Card!;
        if (card.OpenChannel() is not { } channel)
            return behavior.NoChannel;

        if (!card.SelectApplication(aid, channel))
        {
            card.CloseChannel(channel);
            return behavior.NoApplication;
        }

        string session = modem.Sessions.Add(channel);
        return AtAnswer.Ok(behavior.BareName ? session : AnswerLine.Join(Name, modem.Behavior.Notation, session));
    }
}
