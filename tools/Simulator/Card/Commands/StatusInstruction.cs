namespace Bootstrapper.Simulator.Commands;

/// <summary>STATUS (TS 102 221 11.1.2).</summary>
internal sealed class StatusInstruction() : CardInstruction(0xF2, takesData: false, isProprietary: true)
{
    private const byte LastIndication = 0x02;

    private const byte ReturnFcp = 0x00;
    private const byte ReturnName = 0x01;
    private const byte ReturnNothing = 0x0C;

    public override CardResponse Execute(CardCommand command, CardSession session, CardChannel channel)
    {
        if (command.P1 > LastIndication)
            return StatusWords.WrongParameters;

        return command.P2 switch
        {
            ReturnFcp => Exactly(command, FileControlParameters.Of(new(channel.Directory), session.Files)),
            ReturnName when channel.Application is { } application =>
                Exactly(command, FileControlParameters.NameOf(application)),
            ReturnName => StatusWords.ReferenceNotFound,
            ReturnNothing => CardResponse.Success,
            _ => StatusWords.WrongParameters,
        };
    }

    private static CardResponse Exactly(CardCommand command, byte[] data) =>
        command.Expected == data.Length ? new(data, StatusWords.Success) : CardResponse.WrongLe(data.Length);
}
