namespace Bootstrapper.Simulator.Commands;

/// <summary>UPDATE BINARY (TS 102 221 11.1.4).</summary>
internal sealed class UpdateBinaryInstruction() : CardInstruction(0xD6, takesData: true)
{
    public override CardResponse Execute(CardCommand command, CardSession session, CardChannel channel)
    {
        FileTarget target = FileTarget.FindBinary(session, channel, command, out int offset);
        if (target.StatusWord != StatusWords.Success)
            return target.StatusWord;

        ushort security = session.Security.Check(target.File.Access.Update);
        if (security != StatusWords.Success)
            return security;

        Span<byte> content = target.File.Content.Span;
        if (offset >= content.Length)
            return StatusWords.WrongOffset;

        if (command.Data.IsEmpty || command.Data.Length > content.Length - offset)
            return StatusWords.WrongLength;

        command.Data.CopyTo(content[offset..]);
        return CardResponse.Success;
    }
}
