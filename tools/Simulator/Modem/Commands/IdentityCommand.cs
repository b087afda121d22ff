namespace Bootstrapper.Simulator.Commands;

/// <summary>AT+CGMI, AT+CGMM, AT+CGMR: who made the modem and what it is (3GPP TS 27.007 5.1 to 5.3).</summary>
internal sealed class IdentityCommand(string name, Func<ModemBehavior, string> answer) : AtCommand(name)
{
    public override AtAnswer Execute(AtRequest request, ModemState modem) => request.Kind switch
    {
        AtRequestKind.Execute => AtAnswer.Ok(answer(modem.Behavior)),
        AtRequestKind.Test => AtAnswer.Ok(),
        _ => AtAnswer.Error,
    };
}
