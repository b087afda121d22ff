namespace Bootstrapper.Simulator.Commands;

/// <summary>READ RECORD (TS 102 221 11.1.5).</summary>
internal sealed class ReadRecordInstruction() : CardInstruction(0xB2, takesData: false)
{
    private const byte ModeMask = 0x07;
    private const byte Next = 0x02;
    private const byte Previous = 0x03;
    private const byte Absolute = 0x04;

    public override CardResponse Execute(CardCommand command, CardSession session, CardChannel channel)
    {
        int mode = command.P2 & ModeMask;
        if (mode is not (Next or Previous or Absolute) || (mode != Absolute && command.P1 != 0))
            return StatusWords.WrongParameters;

        FileTarget target = FileTarget.Find(session, channel, command.P2 >> 3, withRecords: true);
        if (target.StatusWord != StatusWords.Success)
            return target.StatusWord;

        ElementaryFile file = target.File;
        ushort security = session.Security.Check(file.Access.Read);
        if (security != StatusWords.Success)
            return security;

        // Without a current record, next is the first and previous the last.
        int number = mode switch
        {
            Next => channel.Record + 1,
            Previous => (channel.Record == 0 ? file.RecordCount + 1 : channel.Record) - 1,
            _ => command.P1 == 0 ? channel.Record : command.P1,
        };
        if (number < 1 || number > file.RecordCount)
            return StatusWords.RecordNotFound;

        if (command.Expected != file.RecordLength)
            return CardResponse.WrongLe(file.RecordLength);

        // Absolute reading leaves the record pointer where it is.
        if (mode != Absolute)
            channel.Record = number;

        return (ReadOnlyMemory<byte>)file.Record(number);
    }
}
