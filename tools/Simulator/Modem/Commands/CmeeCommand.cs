using System.Globalization;

namespace Bootstrapper.Simulator.Commands;

/// <summary>AT+CMEE: how errors are told (3GPP TS 27.007 9.1).</summary>
internal sealed class CmeeCommand() : AtCommand("+CMEE")
{
    private const int MaxLevel = 2;

    public override AtAnswer Execute(AtRequest request, AtContext context)
    {
        switch (request.Kind)
        {
            case AtRequestKind.Read:
                return AtAnswer.Ok(string.Create(CultureInfo.InvariantCulture, $"+CMEE: {context.Settings.CmeeLevel}"));

            case AtRequestKind.Test:
                return AtAnswer.Ok("+CMEE: (0-2)");

            case AtRequestKind.Set when request.Number(0, MaxLevel) is { } level && request.ArgumentCount == 1:
                context.Settings.CmeeLevel = level;
                return AtAnswer.Ok();

            default:
                return AtAnswer.Error;
        }
    }
}
