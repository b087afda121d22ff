namespace Bootstrapper.Simulator.Commands;

/// <summary>AT+CCID: the card's number, which needs no PIN.</summary>
internal sealed class CcidCommand() : AtCommand("+CCID")
{
    public override AtAnswer Execute(AtRequest request, AtContext context)
    {
        if (request.Kind is not (AtRequestKind.Execute or AtRequestKind.Read))
            return request.Kind == AtRequestKind.Test ? AtAnswer.Ok() : AtAnswer.Error;

        if (context.Card is not { } card)
            return CmeError.SimNotInserted;

        return card.ReadFile([0x2F, 0xE2]) is { } iccid
            ? AtAnswer.Ok("+CCID: " + Bcd.Decode(iccid))
            : CmeError.SimFailure;
    }
}
