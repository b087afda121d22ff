namespace Bootstrapper.Simulator.Commands;

/// <summary>GET RESPONSE (ISO 7816-4).</summary>
internal sealed class GetResponseInstruction() : CardInstruction(0xC0, takesData: false)
{
    public override CardResponse Execute(CardCommand command, CardSession session, CardChannel channel)
    {
        if (command.P1P2 != 0)
            return StatusWords.WrongParameters;

        if (session.Waiting is not { } waiting || waiting.Channel != command.Class.Channel)
            return StatusWords.ConditionsNotSatisfied;

        if (command.Expected > waiting.Data.Length)
            return CardResponse.WrongLe(waiting.Data.Length);

        ReadOnlyMemory<byte> rest = waiting.Data[command.Expected..];
        session.Waiting = rest.IsEmpty ? null : (waiting.Channel, rest);
        ushort status = rest.IsEmpty ? StatusWords.Success : (ushort)(StatusWords.BytesWaiting | (byte)rest.Length);
        return new(waiting.Data[..command.Expected], status);
    }
}
