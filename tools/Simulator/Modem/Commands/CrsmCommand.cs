namespace Bootstrapper.Simulator.Commands;

/// <summary>AT+CRSM: a file of the card, found by the modem on the basic channel (3GPP TS 27.007 8.18).</summary>
internal sealed class CrsmCommand() : AtCommand("+CRSM")
{
    private const int ReadBinary = 176;
    private const int ReadRecord = 178;
    private const int GetResponse = 192;
    private const int Status = 242;

    private const int PathIndex = 6;
    private const int MaxPathLength = 8;

    public override AtAnswer Execute(AtRequest request, ModemState modem)
    {
        if (request.Kind != AtRequestKind.Set)
            return request.Kind == AtRequestKind.Test ? AtAnswer.Ok() : AtAnswer.Error;

        if (modem.PinRefusal is { } refusal)
            return refusal;

        if (modem.Behavior.Crsm.Path == PathArgument.Refused && request.ArgumentCount > PathIndex)
            return AtAnswer.Error;

        return request.Number(0, byte.MaxValue) switch
        {
            ReadBinary => Read(request, modem, 0xB0),
            ReadRecord => Read(request, modem, 0xB2),
            GetResponse => FileInformation(request, modem),
            Status => Parameters(request, isOptional: true) is { } p
                ? Answer(modem.Card!.TransmitResolved([0x80, 0xF2, p.P1, p.P2, p.P3]), modem)
                : CmeError.IncorrectParameters,
            null => CmeError.IncorrectParameters,
            _ => CmeError.OperationNotSupported,
        };
    }

    private static AtAnswer Read(AtRequest request, ModemState modem, byte instruction)
    {
        if (Parameters(request, isOptional: false) is not { } p || Path(request, modem) is not { } path)
            return CmeError.IncorrectParameters;

        bool isFirst = !modem.HasReadFiles;
        modem.HasReadFiles = true;
        if (isFirst && modem.Behavior.Crsm.FirstReadFails)
            return AtAnswer.Ok(AnswerLine.Join("+CRSM", modem.Behavior.Notation, "106", "134", "\"\""));

        ModemCard card = modem.Card!;
        byte[] response = Select(card, path, withFcp: false);
        return Answer(
            ModemCard.IsSuccess(response) ? card.TransmitResolved([0x00, instruction, p.P1, p.P2, p.P3]) : response, modem);
    }

    private static AtAnswer FileInformation(AtRequest request, ModemState modem) =>
        Parameters(request, isOptional: !modem.Behavior.Crsm.NeedsAllParameters) is null || Path(request, modem) is not { } path
            ? CmeError.IncorrectParameters
            : Answer(Select(modem.Card!, path, withFcp: true), modem);

    private static byte[] Select(ModemCard card, byte[] path, bool withFcp)
    {
        // 7FFF is the USIM to a modem, whatever else was selected on the basic channel.
        if (path is [0x7F, 0xFF, ..])
            card.SelectApplication(Usim.AidPrefix);

        return card.SelectPath(path, withFcp);
    }

    private static (byte P1, byte P2, byte P3)? Parameters(AtRequest request, bool isOptional)
    {
        int? missing = isOptional ? 0 : null;
        int? p1 = request.Text(2) is null ? missing : request.Number(2, byte.MaxValue);
        int? p2 = request.Text(3) is null ? missing : request.Number(3, byte.MaxValue);
        int? p3 = request.Text(4) is null ? missing : request.Number(4, byte.MaxValue);
        return p1 is null || p2 is null || p3 is null ? null : ((byte)p1, (byte)p2, (byte)p3);
    }

    // The path from the MF: what the last argument says, else the USIM for its files and the MF for the others.
    private static byte[]? Path(AtRequest request, ModemState modem)
    {
        if (request.Number(1, ushort.MaxValue) is not { } fileId)
            return null;

        byte[] file = [(byte)(fileId >> 8), (byte)fileId];
        if (request.Text(PathIndex) is null || modem.Behavior.Crsm.Path == PathArgument.Ignored)
            return file[0] == 0x6F ? [0x7F, 0xFF, .. file] : file;

        if (request.Bytes(PathIndex) is not { Length: <= MaxPathLength } path || path.Length % 2 != 0)
            return null;

        return path is [0x3F, 0x00, ..] ? [.. path.AsSpan(2), .. file] : [.. path, .. file];
    }

    private static AtAnswer Answer(byte[] response, ModemState modem)
    {
        AnswerNotation notation = modem.Behavior.Notation;
        string sw1 = AnswerLine.Number(response[^2]);
        string sw2 = AnswerLine.Number(response[^1]);
        return AtAnswer.Ok(response.Length > 2
            ? AnswerLine.Join("+CRSM", notation, sw1, sw2, AnswerLine.Digits(response.AsSpan()[..^2], notation))
            : AnswerLine.Join("+CRSM", notation, sw1, sw2));
    }
}
