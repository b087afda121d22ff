namespace Bootstrapper.Simulator.Commands;

/// <summary>SELECT (TS 102 221 11.1.1).</summary>
internal sealed class SelectInstruction() : CardInstruction(0xA4, takesData: true)
{
    private const byte ByFileId = 0x00;
    private const byte ChildDirectory = 0x01;
    private const byte ParentDirectory = 0x03;
    private const byte ByName = 0x04;
    private const byte ByPathFromMasterFile = 0x08;
    private const byte ByPathFromCurrentDirectory = 0x09;

    private const byte ReturnMask = 0xFC;
    private const byte ReturnFcp = 0x04;
    private const byte ReturnNothing = 0x0C;
    private const byte OccurrenceMask = 0x03;

    private const int FileIdLength = 2;

    public override CardResponse Execute(CardCommand command, CardSession session, CardChannel channel)
    {
        // Ending an application (bits 7-6 of P2) is not among what this card does.
        int answer = command.P2 & ReturnMask;
        if (answer is not (ReturnFcp or ReturnNothing))
            return StatusWords.WrongParameters;

        if (command.P1 != ByName && (command.P2 & OccurrenceMask) != 0)
            return StatusWords.WrongParameters;

        if (command.P1 == ByName && command.Class.Channel != 0 && session.BusySelections > 0)
        {
            session.BusySelections--;
            return StatusWords.ToolkitBusy;
        }

        ushort status = Find(command, session.Files, channel, out CardLocation? location);
        if (status != StatusWords.Success)
            return status;

        if (location is null)
            return StatusWords.FileNotFound;

        channel.Select(location);
        if (location.File is { IsActivated: false })
            status = StatusWords.FileDeactivated;

        return new(answer == ReturnFcp ? FileControlParameters.Of(location, session.Files) : default, status);
    }

    private static ushort Find(CardCommand command, CardFileSystem files, CardChannel channel, out CardLocation? location)
    {
        ReadOnlySpan<byte> data = command.Data;
        location = null;
        switch (command.P1)
        {
            case ByFileId when data.Length == FileIdLength:
                location = files.ByFileId(channel, FileId(data));
                return StatusWords.Success;

            case ChildDirectory when data.Length == FileIdLength:
                location = At(files.Child(channel.Directory, FileId(data)));
                return StatusWords.Success;

            case ParentDirectory when data.IsEmpty:
                location = At(channel.Directory.Parent);
                return StatusWords.Success;

            case ByName when data.Length is > 0 and <= CardDirectory.MaxAidLength:
                location = At(ByAid(data, command.P2 & OccurrenceMask, files.Image, channel.Application));
                return StatusWords.Success;

            case ByPathFromMasterFile when IsPath(data):
                location = files.ByPathFromMasterFile(channel, data);
                return StatusWords.Success;

            case ByPathFromCurrentDirectory when IsPath(data):
                location = files.ByPath(channel.Directory, data);
                return StatusWords.Success;

            case ByFileId or ChildDirectory or ParentDirectory or ByName or ByPathFromMasterFile or ByPathFromCurrentDirectory:
                return StatusWords.WrongLength;

            default:
                return StatusWords.WrongParameters;
        }
    }

    // A partial AID means all that start with it; bits 2-1 of P2 say which of them.
    private static CardDirectory? ByAid(ReadOnlySpan<byte> aid, int occurrence, CardImage image, CardDirectory? current)
    {
        List<CardDirectory> matches = [];
        foreach (CardDirectory application in image.Applications)
        {
            if (application.Aid.Span.StartsWith(aid))
                matches.Add(application);
        }

        int now = current is null ? -1 : matches.IndexOf(current);
        int wanted = occurrence switch
        {
            0 => 0,
            1 => matches.Count - 1,
            2 => now + 1,
            _ => (now < 0 ? matches.Count : now) - 1,
        };
        return wanted >= 0 && wanted < matches.Count ? matches[wanted] : null;
    }

    private static CardLocation? At(CardDirectory? directory) => directory is null ? null : new(directory);

    private static bool IsPath(ReadOnlySpan<byte> data) => !data.IsEmpty && data.Length % FileIdLength == 0;

    private static ushort FileId(ReadOnlySpan<byte> data) => (ushort)((data[0] << 8) | data[1]);
}
