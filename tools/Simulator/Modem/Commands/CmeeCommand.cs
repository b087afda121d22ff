namespace Bootstrapper.Simulator.Commands;

/// <summary>AT+CMEE: how errors are told (3GPP TS 27.007 9.1).</summary>
internal sealed class CmeeCommand() : AtCommand("+CMEE")
{
    private const int Numbers = 1;
    private const int Words = 2;

    public override AtAnswer Execute(AtRequest request, ModemState modem)
    {
        int highest = modem.Behavior.ErrorForms == CmeeForms.NoWords ? Numbers : Words;
        switch (request.Kind)
        {
            case AtRequestKind.Read:
                return AtAnswer.Ok("+CMEE: " + AnswerLine.Number(modem.Settings.CmeeLevel));

            case AtRequestKind.Test:
                return AtAnswer.Ok($"+CMEE: (0-{AnswerLine.Number(highest)})");

            case AtRequestKind.Set when request.Number(0, highest) is { } level && request.ArgumentCount == 1:
                modem.Settings.CmeeLevel = level;
                return AtAnswer.Ok();

            default:
                return AtAnswer.Error;
        }
    }
}
