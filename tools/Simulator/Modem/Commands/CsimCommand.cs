using System.Globalization;

namespace Bootstrapper.Simulator.Commands;

/// <summary>AT+CSIM: a command for the card as it is (3GPP TS 27.007 8.17).</summary>
internal sealed class CsimCommand() : AtCommand("+CSIM")
{
    // A header at the least; at the most a header, Lc, 255 bytes and Le. The length counts digits, two a byte.
    private const int MinLength = 2 * 4;
    private const int MaxLength = 2 * 261;

    public override AtAnswer Execute(AtRequest request, AtContext context)
    {
        if (request.Kind != AtRequestKind.Set)
            return request.Kind == AtRequestKind.Test ? AtAnswer.Ok() : AtAnswer.Error;

        if (context.CardError is { } error)
            return error;

        if (request.ArgumentCount != 2
            || request.Number(0, MaxLength) is not { } length
            || request.Bytes(1) is not { } command
            || length < MinLength
            || length != 2 * command.Length)
        {
            return CmeError.IncorrectParameters;
        }

        byte[] response = context.Behavior.ResolvesGetResponse
            ? context.Card!.TransmitResolved(command)
            : context.Card!.Transmit(command);
        string digits = Convert.ToHexString(response);
        return AtAnswer.Ok(string.Create(CultureInfo.InvariantCulture, $"+CSIM: {digits.Length},\"{digits}\""));
    }
}
