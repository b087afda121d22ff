namespace Bootstrapper.Simulator.Commands;

/// <summary>AT+CFUN: how much of the modem is on (3GPP TS 27.007 8.2); 0 takes the power from the card.</summary>
internal sealed class CfunCommand() : AtCommand("+CFUN")
{
    private const int Minimum = 0;
    private const int Full = 1;
    private const int RadioOff = 4;

    public override AtAnswer Execute(AtRequest request, ModemState modem) => request.Kind switch
    {
        AtRequestKind.Read => AtAnswer.Ok("+CFUN: " + AnswerLine.Number(modem.Function)),
        AtRequestKind.Test => AtAnswer.Ok("+CFUN: (0,1,4),(0,1)"),
        AtRequestKind.Set => Set(request, modem),
        _ => AtAnswer.Error,
    };

    private static AtAnswer Set(AtRequest request, ModemState modem)
    {
        int? reset = request.Text(1) is null ? 0 : request.Number(1, 1);
        if (request.Number(0, byte.MaxValue) is not { } function
            || (function is not (Minimum or Full or RadioOff) && function != modem.Behavior.CardOnlyFunction)
            || reset is null
            || request.ArgumentCount > 2)
        {
            return CmeError.IncorrectParameters;
        }

        // A reset brings the modem back to what it starts with.
        if (reset == 1)
            return AtAnswer.Ok() with { Restarts = true };

        modem.SetFunction(function);
        return AtAnswer.Ok();
    }
}
