namespace Bootstrapper.Simulator.Commands;

/// <summary>MANAGE CHANNEL (TS 102 221 11.1.17).</summary>
internal sealed class ManageChannelInstruction() : CardInstruction(0x70, takesData: false)
{
    private const byte Open = 0x00;
    private const byte Close = 0x80;

    public override CardResponse Execute(CardCommand command, CardSession session, CardChannel channel)
    {
        if (command.P1 is not (Open or Close) || command.P2 > ClassByte.LastChannel)
            return StatusWords.WrongParameters;

        return command.P1 == Close ? CloseChannel(command, session) : OpenChannel(command, session, channel);
    }

    private static CardResponse CloseChannel(CardCommand command, CardSession session)
    {
        // The basic channel cannot be closed.
        if (command.P2 == 0)
            return StatusWords.WrongParameters;

        if (command.P3 != 0)
            return StatusWords.WrongLength;

        if (session.Channel(command.P2) is null)
            return StatusWords.Warning;

        session.Close(command.P2);
        return CardResponse.Success;
    }

    private static CardResponse OpenChannel(CardCommand command, CardSession session, CardChannel channel)
    {
        int last = session.Behavior.LogicalChannels;
        if (last == 0)
            return StatusWords.ChannelNotSupported;

        // With P2 = 00 the card chooses and answers the number; else it answers nothing.
        bool cardChooses = command.P2 == 0;
        if (cardChooses && command.P3 != 1)
            return CardResponse.WrongLe(1);

        if (!cardChooses && command.P3 != 0)
            return StatusWords.WrongLength;

        int number = cardChooses ? FirstFree(session, last) : command.P2;
        if (number > last || session.Channel(number) is not null)
            return StatusWords.FunctionNotSupported;

        // From the basic channel the new one starts at the MF, from another where that one is (ISO 7816-4).
        bool fromBasic = command.Class.Channel == 0;
        session.Open(number, fromBasic ? session.Files.Image.MasterFile : channel.Directory);
        return cardChooses ? new(new[] { (byte)number }, StatusWords.Success) : CardResponse.Success;
    }

    private static int FirstFree(CardSession session, int last)
    {
        int number = 1;
        while (number <= last && session.Channel(number) is not null)
            number++;

        return number;
    }
}
