namespace Bootstrapper.Simulator.Commands;

/// <summary>READ BINARY (TS 102 221 11.1.3).</summary>
internal sealed class ReadBinaryInstruction() : CardInstruction(0xB0, takesData: false)
{
    public override CardResponse Execute(CardCommand command, CardSession session, CardChannel channel)
    {
        FileTarget target = FileTarget.FindBinary(session, channel, command, out int offset);
        if (target.StatusWord != StatusWords.Success)
            return target.StatusWord;

        ushort security = session.Security.Check(target.File.Access.Read);
        if (security != StatusWords.Success)
            return security;

        ReadOnlyMemory<byte> content = target.File.Content;
        if (offset >= content.Length)
            return StatusWords.WrongOffset;

        ReadOnlyMemory<byte> rest = content[offset..];
        if (command.Expected <= rest.Length)
            return rest[..command.Expected];

        return session.Behavior.ReadPastEnd switch
        {
            ReadPastEnd.ExactLength => CardResponse.WrongLe(rest.Length),
            ReadPastEnd.Warning when command.P3 != 0 => new(rest, StatusWords.EndOfFile),
            _ => rest,
        };
    }
}
