namespace Bootstrapper.Simulator.Commands;

/// <summary>VERIFY PIN (TS 102 221 11.1.9); without data it asks for the tries left.</summary>
internal sealed class VerifyInstruction() : CardInstruction(0x20, takesData: true)
{
    public override CardResponse Execute(CardCommand command, CardSession session, CardChannel channel) =>
        command.P1 == 0 ? session.Security.Verify(command.P2, command.Data) : StatusWords.WrongParameters;
}
