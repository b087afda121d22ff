using System.Globalization;

namespace Bootstrapper.Simulator.Commands;

/// <summary>A command for the card's number, which needs no PIN.</summary>
internal sealed class IccidCommand(IccidForm form) : AtCommand(form.Command)
{
    private const int FileLength = 10;

    public override AtAnswer Execute(AtRequest request, ModemState modem)
    {
        if (request.Kind is not (AtRequestKind.Execute or AtRequestKind.Read))
            return request.Kind == AtRequestKind.Test ? AtAnswer.Ok() : AtAnswer.Error;

        if (modem.CardRefusal is { } refusal)
            return refusal;

        if (modem.Card!.ReadFile([0x2F, 0xE2]) is not { } iccid)
            return CmeError.SimFailure;

        string digits = Bcd.Decode(iccid);
        if (form.KeepsFiller)
            digits = digits.PadRight(2 * FileLength, 'F');

        return AtAnswer.Ok(string.Format(CultureInfo.InvariantCulture, form.Answer, digits));
    }
}
