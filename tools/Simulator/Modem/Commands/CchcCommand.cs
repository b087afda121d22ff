namespace Bootstrapper.Simulator.Commands;

/// <summary>AT+CCHC: the end of a session (3GPP TS 27.007 8.46).</summary>
internal sealed class CchcCommand() : AtCommand("+CCHC")
{
    public override AtAnswer Execute(AtRequest request, ModemState modem)
    {
        if (request.Kind != AtRequestKind.Set)
            return request.Kind == AtRequestKind.Test ? AtAnswer.Ok() : AtAnswer.Error;

        if (modem.PinRefusal is { } refusal)
            return refusal;

        SessionBehavior behavior = modem.Behavior.Sessions;
        string? session = request.ArgumentCount == 1 ? request.Text(0) : null;
        if (modem.Sessions.Find(session, modem.Card!) is not { } channel)
            return behavior.NoSession;

        modem.Card!.CloseChannel(channel);
        modem.Sessions.Remove(session!);
        return behavior.TellsClosing ? AtAnswer.Ok(Name) : AtAnswer.Ok();
    }
}
