namespace Bootstrapper.Simulator.Commands;

/// <summary>VERIFY PIN (TS 102 221 11.1.9); without data it asks for the tries left.</summary>
internal sealed class VerifyInstruction() : CardInstruction(0x20, takesData: true)
{
    private const byte Local = 0x80;

    public override CardResponse Execute(CardCommand command, CardSession session, CardChannel channel)
    {
        if (command.P1 != 0)
            return StatusWords.WrongParameters;

        // A local key is one of the current application (TS 102 221 9.5.1).
        return (command.P2 & Local) != 0 && channel.Application is null
            ? StatusWords.ReferenceNotFound
            : session.Security.Verify(command.P2, command.Data);
    }
}
