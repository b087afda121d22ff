namespace Bootstrapper.Simulator.Commands;

/// <summary>AT+CPINR: the tries left of PINs, all or those of a name (3GPP TS 27.007 8.65).</summary>
internal sealed class CpinrCommand() : AtCommand("+CPINR")
{
    private static readonly (string Name, byte Reference)[] _pins = [("SIM PIN", 0x01), ("SIM PIN2", 0x81)];

    public override AtAnswer Execute(AtRequest request, ModemState modem)
    {
        if (request.Kind is not (AtRequestKind.Execute or AtRequestKind.Set))
            return request.Kind == AtRequestKind.Test ? AtAnswer.Ok() : AtAnswer.Error;

        if (modem.CardRefusal is { } refusal)
            return refusal;

        string[] lines =
        [
            .. _pins.Where(p => IsMeant(p.Name, request))
                .Select(p => Line(p.Name, modem.Card!.Pin(p.Reference), modem.Behavior))
                .OfType<string>(),
        ];
        return lines.Length > 0 ? AtAnswer.Ok(lines) : CmeError.IncorrectParameters;
    }

    // A name may end in an asterisk.
    private static bool IsMeant(string name, AtRequest request) => request.Kind == AtRequestKind.Execute
        || (request.Text(0) is [.. string start, '*']
            ? name.StartsWith(start, StringComparison.Ordinal)
            : name == request.Text(0));

    private static string? Line(string name, CardPin? pin, ModemBehavior behavior)
    {
        if (pin is null)
            return null;

        string code = behavior.QuotesPinCodes ? $"\"{name}\"" : name;
        return $"+CPINR: {code},{AnswerLine.Number(pin.TriesLeft)},{AnswerLine.Number(pin.TriesAtStart)}";
    }
}
