namespace Bootstrapper.Simulator.Commands;

/// <summary>AT+CFUN?: full functionality, always (3GPP TS 27.007 8.2).</summary>
internal sealed class CfunCommand() : AtCommand("+CFUN")
{
    public override AtAnswer Execute(AtRequest request, AtContext context) =>
        request.Kind == AtRequestKind.Read ? AtAnswer.Ok("+CFUN: 1") : AtAnswer.Error;
}
