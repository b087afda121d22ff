namespace Bootstrapper.Simulator.Commands;

/// <summary>AT+CIMI: the subscriber's number, out of the USIM (3GPP TS 27.007 5.6).</summary>
internal sealed class CimiCommand() : AtCommand("+CIMI")
{
    public override AtAnswer Execute(AtRequest request, ModemState modem)
    {
        if (request.Kind != AtRequestKind.Execute)
            return request.Kind == AtRequestKind.Test ? AtAnswer.Ok() : AtAnswer.Error;

        if (modem.PinRefusal is { } refusal)
            return refusal;

        ModemCard card = modem.Card!;
        byte[]? imsi = card.SelectApplication(Usim.AidPrefix) ? card.ReadFile([0x7F, 0xFF, 0x6F, 0x07]) : null;
        return imsi is null ? CmeError.SimFailure : AtAnswer.Ok(Bcd.DecodeImsi(imsi));
    }
}
